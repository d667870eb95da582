import { z } from 'zod';

/** The dense track of all samples, and centre crops of those that are worth looking for (fingerprint/domain/track.ts). */
export const TRACK_KIND = 'frame-track';
export const CROPS_KIND = 'frame-crops';

/** One kept picture. Its files are the artefacts `frame`, `thumb` and `veiled` whose key is `index`. */
export const frameSchema = z.object({
  /** By time, from 0. */
  index: z.int().nonnegative(),
  /** Display time from the clip's start: edit list applied, transport streams start at 0. */
  ptsMs: z.int(),
  /** The container's own time of this picture, in units of `timeBase`, as text; worked out where the container gives none. */
  sourcePts: z.string().regex(/^-?\d+$/),
  /** Seconds per unit, `num/den`. */
  timeBase: z.string().regex(/^\d+\/\d+$/),
  /** Place among the decoded pictures, from 0. */
  frameNumber: z.int().nonnegative(),
  /** `scene`: the first picture of a scene; `interval`: one of those that keep gaps short. */
  kind: z.enum(['scene', 'interval']),
  /** Of the stored picture: pixels made square, then turned upright. */
  width: z.int().positive(),
  height: z.int().positive(),
  /** PDQ of this picture, from its thumbnail, and how much there is in it to be told by, 0..100. */
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
  quality: z.int().min(0).max(100),
});

export const cutSchema = z.object({
  kind: z.enum(['hard', 'gradual']),
  /** Last moment that is wholly the old scene; equal to `endMs` for a hard cut. */
  startMs: z.int(),
  /** First moment that is wholly the new scene. */
  endMs: z.int(),
  /** How unlike the two sides are, 0..1. */
  score: z.number(),
});

export const FramesOutput = z.object({
  frames: z.array(frameSchema).max(300),
  cuts: z.array(cutSchema),
  decoded: z.object({
    frameCount: z.int().nonnegative(),
    /** Display times of the first and the last decoded picture. */
    firstPtsMs: z.int().nullable(),
    lastPtsMs: z.int().nullable(),
  }),
  /** The 256 × 256 grey pictures at up to 10 a second that cuts were sought in: how many, and the SHA-256 of all their bytes. */
  grey: z.object({ frameCount: z.int().nonnegative(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
});

export type FramesOutput = z.infer<typeof FramesOutput>;
export type Frame = z.infer<typeof frameSchema>;
