/** Where the other clip stands while this one plays: `speed * t + offsetMs`. */
export interface Line {
  readonly speed: number;
  readonly offsetMs: number;
  /** The other clip shows the picture turned left to right. */
  readonly mirrored: boolean;
}

/** Ratios at which clips are re-uploaded to dodge detection or by conversion; all else is found beside them and refined. */
export const USUAL_SPEEDS = [1, 0.5, 2 / 3, 0.75, 0.8, 1.25, 4 / 3, 1.5, 2] as const;

export function otherTime(line: Line, timeMs: number): number {
  return line.speed * timeMs + line.offsetMs;
}
