/** A stretch of one clip that shows what a stretch of the other shows. Milliseconds of display time. */
export interface AlignedSegment {
  readonly startMs: number;
  readonly endMs: number;
  readonly otherStartMs: number;
  readonly otherEndMs: number;
  readonly mirrored: boolean;
  /** Milliseconds of the other clip that pass in one of this. */
  readonly speed: number;
  /** 0..1: share of the samples within the stretch that agree. */
  readonly score: number;
}

/** How two clips lie on each other: several stretches when a compilation uses several parts. */
export interface Alignment {
  /** Of the longest segment. */
  readonly mirrored: boolean;
  readonly speed: number;
  /** 0..1, of all segments by their length. */
  readonly score: number;
  /** Share of this clip that its segments cover, overlaps counted once. */
  readonly coverage: number;
  readonly otherCoverage: number;
  /** By `startMs`. */
  readonly segments: readonly AlignedSegment[];
}

/** The same alignment as the other clip sees it. */
export function turnRound(alignment: Alignment): Alignment {
  return {
    ...alignment,
    speed: 1 / alignment.speed,
    coverage: alignment.otherCoverage,
    otherCoverage: alignment.coverage,
    segments: alignment.segments
      .map(({ startMs, endMs, otherStartMs, otherEndMs, speed, ...rest }) => ({
        ...rest,
        startMs: otherStartMs,
        endMs: otherEndMs,
        otherStartMs: startMs,
        otherEndMs: endMs,
        speed: 1 / speed,
      }))
      .toSorted((a, b) => a.startMs - b.startMs),
  };
}
