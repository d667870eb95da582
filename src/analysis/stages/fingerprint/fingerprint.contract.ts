import { z } from 'zod';

/** Packed records of what is worth looking for (domain/index-records.ts), and the words of the sound. */
export const RECORDS_KIND = 'index-records';
export const SOUND_KIND = 'sound-print';

export const FingerprintOutput = z.object({
  /** Samples of the dense track, and those of all views that the index gets. */
  sampleCount: z.int().nonnegative(),
  recordCount: z.int().nonnegative(),
  /** Samples of the whole picture that are too even to be told by. */
  evenCount: z.int().nonnegative(),
  /** Null without sound worth comparing. */
  sound: z.object({ wordCount: z.int().positive(), stepMs: z.number().positive() }).nullable(),
  durationMs: z.int().nonnegative().nullable(),
});

export type FingerprintOutput = z.infer<typeof FingerprintOutput>;
