export interface TimeBase {
  readonly num: number;
  readonly den: number;
}

/**
 * Display time in milliseconds, from the container's times of decoded pictures in their order. Times that are missing or
 * go back (spliced transport streams) go on from the last one by the last step.
 */
export class Timeline {
  #lastMs: number | undefined;
  #stepMs = 0;
  #shiftMs = 0;

  /** @param originMs the container's time of the clip's start */
  constructor(
    private readonly timeBase: TimeBase,
    private readonly originMs: number,
  ) {}

  /** @param pts in units of the time base */
  next(pts: number | null): number {
    const { num, den } = this.timeBase;
    const lastMs = this.#lastMs;
    const expectedMs = lastMs === undefined ? 0 : lastMs + this.#stepMs;
    let ms = pts === null ? expectedMs : (pts * num * 1000) / den - this.originMs + this.#shiftMs;
    if (lastMs !== undefined && ms < lastMs) {
      this.#shiftMs += expectedMs - ms;
      ms = expectedMs;
    }
    if (lastMs !== undefined && ms > lastMs) this.#stepMs = ms - lastMs;
    this.#lastMs = ms;
    return ms;
  }
}

/**
 * The container's time at which a player starts to count. Files with edit lists (MP4, MOV) count from 0 by themselves, also
 * when the picture comes later; others, transport streams above all, count from wherever they like.
 */
export function clipOriginMs(container: { readonly format: string; readonly startMs: number }): number {
  const countsFromZero = container.format.split(',').includes('mov');
  return countsFromZero ? Math.min(0, container.startMs) : container.startMs;
}
