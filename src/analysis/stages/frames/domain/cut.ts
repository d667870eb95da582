import type { SmallFrame } from './small-frame.js';

/** A small frame at its place in the clip. */
export interface TimedFrame {
  readonly ptsMs: number;
  readonly small: SmallFrame;
}

export type CutKind = 'hard' | 'gradual';

/** Where one scene gives way to the next. */
export interface Cut {
  readonly kind: CutKind;
  /** Last moment that is wholly the old scene; equal to `endMs` for a hard cut. */
  readonly startMs: number;
  /** First moment that is wholly the new scene. */
  readonly endMs: number;
  /** How unlike the two sides are, 0..1. */
  readonly score: number;
}
