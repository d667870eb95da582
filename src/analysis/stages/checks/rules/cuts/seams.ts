import type { CopyFacts } from '../../domain/facts.js';

export interface Seam {
  /** `inserted`: between two stretches that follow on each other there, something stands here; `removed`: the reverse. */
  readonly kind: 'inserted' | 'removed';
  readonly startMs: number;
  readonly endMs: number;
  readonly otherStartMs: number;
  readonly otherEndMs: number;
}

/** Alignment is true to some hundred milliseconds, and its stretches end where a sample no longer agrees. */
const JOINED_MS = 700;
const GAP_MS = 1_500;

/**
 * Where two copies part and meet again. Stretches that are out of order there are a compilation's, not a seam; so is a gap on
 * both sides, where the pictures merely could not be matched.
 */
export function seamsOf(segments: CopyFacts['segments']): Seam[] {
  const byTime = segments.toSorted((a, b) => a.startMs - b.startMs);
  return byTime.slice(1).flatMap((next, i): Seam[] => {
    const before = byTime[i];
    if (before === undefined) return [];
    const hereMs = next.startMs - before.endMs;
    const thereMs = next.otherStartMs - before.otherEndMs;
    const place = {
      startMs: before.endMs,
      endMs: Math.max(before.endMs, next.startMs),
      otherStartMs: before.otherEndMs,
      otherEndMs: Math.max(before.otherEndMs, next.otherStartMs),
    };
    if (hereMs >= GAP_MS && Math.abs(thereMs) <= JOINED_MS) return [{ kind: 'inserted', ...place }];
    if (thereMs >= GAP_MS && Math.abs(hereMs) <= JOINED_MS) return [{ kind: 'removed', ...place }];
    return [];
  });
}
