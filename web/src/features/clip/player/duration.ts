import type { Schemas } from '@/api/problem';

interface Timed {
  readonly ptsMs: number;
}

/** How long the clip is, as the container says; else up to its last keyframe. Milliseconds. */
export function durationOf(metadata: Schemas['ClipMetadata'] | undefined, frames: readonly Timed[]): number {
  const { durationMs } = (metadata?.container ?? {}) as { durationMs?: number | null };
  return Math.max(durationMs ?? 0, frames.at(-1)?.ptsMs ?? 0);
}
