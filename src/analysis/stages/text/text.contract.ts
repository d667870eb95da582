import { z } from 'zod';

/** What a machine read in the kept frames of one original. */
export const TextOutput = z.object({
  /** Program and languages, for example `tesseract 5.3.0 (ara+eng)`. */
  engine: z.string(),
  framesRead: z.int().nonnegative(),
  /** Left unread when the time was over or the engine failed. */
  framesLeft: z.int().nonnegative(),
  /** Those of them (by SHA-256) whose turn never came: they are read when the checks run again. */
  waiting: z.array(z.string()).default([]),
  frames: z.array(z.object({ sha256: z.string(), text: z.string(), confidence: z.number().min(0).max(100) })),
});
export type TextOutput = z.infer<typeof TextOutput>;
