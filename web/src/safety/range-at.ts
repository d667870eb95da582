interface Passage {
  readonly startMs: number;
  readonly endMs: number;
}

/** The passage in which a time lies. Ends belong to it: what stands at the very end is still seen. */
export function rangeAt<T extends Passage>(ranges: readonly T[], ptsMs: number): T | undefined {
  return ranges.find(({ startMs, endMs }) => ptsMs >= startMs && ptsMs <= endMs);
}

/**
 * The passage that is on the screen now or will be before anybody could react: a cover that comes with the first picture
 * of a passage comes too late.
 */
export function rangeAhead<T extends Passage>(
  ranges: readonly T[],
  ptsMs: number,
  aheadMs: number,
): T | undefined {
  return ranges.find(({ startMs, endMs }) => ptsMs + aheadMs >= startMs && ptsMs <= endMs);
}
