import { alignSound } from './align-sound.js';
import type { Alignment } from './alignment.js';

export interface Sound {
  /** Chromaprint's words. */
  readonly words: Uint32Array;
  readonly stepMs: number;
  readonly durationMs: number | null;
}

/** How one clip's sound lies on another's, in the terms in which pictures are aligned. Both must have one step. */
export function laySound(sound: Sound, other: Sound): Alignment | null {
  const stretches = alignSound(sound.words, other.words, sound.stepMs);
  if (stretches === null || stretches.length === 0) return null;
  const lengths = stretches.map(({ startMs, endMs }) => endMs - startMs);
  const totalMs = sum(lengths);
  return {
    mirrored: false,
    speed: 1,
    score: sum(stretches.map(({ score }, i) => (score * (lengths[i] ?? 0)) / totalMs)),
    coverage: share(totalMs, sound),
    otherCoverage: share(unionMs(stretches), other),
    segments: stretches.map((stretch) => ({ ...stretch, mirrored: false, speed: 1 })),
  };
}

/** Stretches of this clip never overlap; of the other clip two may be the same. */
function unionMs(
  stretches: readonly { readonly otherStartMs: number; readonly otherEndMs: number }[],
): number {
  let coveredMs = 0;
  let endMs = 0;
  for (const { otherStartMs, otherEndMs } of stretches.toSorted((a, b) => a.otherStartMs - b.otherStartMs)) {
    coveredMs += Math.max(0, otherEndMs - Math.max(endMs, otherStartMs));
    endMs = Math.max(endMs, otherEndMs);
  }
  return coveredMs;
}

function share(coveredMs: number, { words, stepMs, durationMs }: Sound): number {
  return Math.min(1, coveredMs / Math.max(durationMs ?? 0, words.length * stepMs, 1));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
