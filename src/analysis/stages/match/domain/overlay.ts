import { hashDistance } from './hash-distance.js';
import { otherTime, type Line } from './line.js';
import { areComparable, facing } from './near-pairs.js';
import { FIRST_CROP_VIEW, firstFrom, type ClipSeries, type ViewSeries } from './series.js';

/** Which views a line was voted for by. */
export interface Channel {
  readonly view: number;
  readonly otherView: number;
}

/** Two clips laid on each other along a line: how far apart their pictures are, moment by moment. */
export class Overlay {
  /** Times of this clip's samples, every view. */
  readonly moments: Float64Array;
  /** For each view: the sample at each moment, -1 where there is none. */
  private readonly samples: readonly Int32Array[];
  private readonly tolerances: readonly number[];
  #compared = 0;

  constructor(
    private readonly clip: ClipSeries,
    private readonly other: ClipSeries,
  ) {
    const times = new Set<number>();
    for (const { times: own } of clip.views) for (const time of own) times.add(time);
    this.moments = Float64Array.from(times).toSorted();
    this.samples = clip.views.map((series) => samplesAt(series, this.moments));
    const dense = Math.min(Math.max(0.75 * other.spacingMs, LEAST_TOLERANCE_MS), MOST_TOLERANCE_MS);
    this.tolerances = other.views.map(({ view }) =>
      view < FIRST_CROP_VIEW ? dense : Math.max(dense, CROP_TOLERANCE_MS),
    );
  }

  /** Hashes compared until now. */
  get compared(): number {
    return this.#compared;
  }

  get lengthMs(): number {
    return this.clip.lengthMs;
  }

  get otherLengthMs(): number {
    return this.other.lengthMs;
  }

  get spacingMs(): number {
    return this.clip.spacingMs;
  }

  /** This clip's own hash at a moment, the widest view of it. */
  pictureAt(moment: number): { words: Uint32Array; sample: number } | undefined {
    const view = this.samples.findIndex((samples) => samples[moment]! >= 0);
    return view < 0
      ? undefined
      : { words: this.clip.views[view]!.words, sample: this.samples[view]![moment]! };
  }

  /**
   * Bits between this clip's picture at a moment and the other's where the line says it stands; NaN where one of them
   * has nothing to compare. Crops are hashed now and then only: where a line lives by a crop, a moment without one says nothing.
   */
  distanceAt(moment: number, line: Line, channel: Channel): number {
    const time = otherTime(line, this.moments[moment]!);
    let least = Number.NaN;
    let isTold = channel.view < FIRST_CROP_VIEW && channel.otherView < FIRST_CROP_VIEW;
    for (const [view, samples] of this.samples.entries()) {
      const sample = samples[moment]!;
      if (sample < 0) continue;
      for (const series of this.other.views) {
        if (!areComparable(view, series.view)) continue;
        const distance = this.nearest(view, sample, series, time, line.mirrored);
        if (Number.isNaN(distance)) continue;
        isTold ||= view === channel.view && series.view === channel.otherView;
        if (!(distance >= least)) least = distance;
      }
    }
    return isTold || least <= TELLING_BITS ? least : Number.NaN;
  }

  /** The other clip's time at which its picture is nearest around a point of the line, and how clearly. */
  nearestAround(
    moment: number,
    line: Line,
    windowMs: number,
  ): { otherMs: number; weight: number } | undefined {
    const time = otherTime(line, this.moments[moment]!);
    const near: { time: number; distance: number }[] = [];
    for (const [view, samples] of this.samples.entries()) {
      const sample = samples[moment]!;
      if (sample < 0) continue;
      for (const series of this.other.views) {
        if (!areComparable(view, series.view)) continue;
        const [own, words] = facing(this.clip.views[view]!, series, line.mirrored);
        const end = firstFrom(series.times, time + windowMs);
        const start = firstFrom(series.times, time - windowMs);
        this.#compared += Math.max(0, end - start);
        for (let j = start; j < end; j += 1) {
          const distance = hashDistance(own, sample, words, j);
          near.push({ time: series.times[j]!, distance });
        }
      }
    }
    return centreOf(near);
  }

  private nearest(view: number, sample: number, series: ViewSeries, time: number, mirrored: boolean): number {
    const tolerance = this.tolerances[series.view]!;
    const [own, words] = facing(this.clip.views[view]!, series, mirrored);
    const after = firstFrom(series.times, time);
    let least = Number.NaN;
    this.#compared += 2;
    for (const j of [after - 1, after]) {
      if (j < 0 || j >= series.count || Math.abs(series.times[j]! - time) > tolerance) continue;
      const distance = hashDistance(own, sample, words, j);
      if (!(distance >= least)) least = distance;
    }
    return least;
  }
}

/** Two samples of 100 ms rasters are at most 50 ms apart; jitter of the containers on top. */
const LEAST_TOLERANCE_MS = 75;
/** Of clips with a picture a second or less. */
const MOST_TOLERANCE_MS = 600;
const CROP_TOLERANCE_MS = 250;
const TELLING_BITS = 60;

function samplesAt(series: ViewSeries, moments: Float64Array): Int32Array {
  const at = new Int32Array(moments.length).fill(-1);
  for (let j = 0; j < series.count; j += 1) at[firstFrom(moments, series.times[j]!)] = j;
  return at;
}

/** Samples this much farther than the nearest still count: the minimum of a slow scene is flat. */
const FLAT_BITS = 8;
/** A window in which all is about equally near says nothing about when. */
const LEAST_CONTRAST_BITS = 12;

function centreOf(
  near: readonly { time: number; distance: number }[],
): { otherMs: number; weight: number } | undefined {
  if (near.length < 3) return undefined;
  let least = Infinity;
  let most = 0;
  for (const { distance } of near) {
    least = Math.min(least, distance);
    most = Math.max(most, distance);
  }
  if (least > TELLING_BITS || most - least < LEAST_CONTRAST_BITS) return undefined;
  let weights = 0;
  let sum = 0;
  for (const { time, distance } of near) {
    const weight = Math.max(0, least + FLAT_BITS - distance) ** 2;
    weights += weight;
    sum += weight * time;
  }
  return { otherMs: sum / weights, weight: Math.min(most - least, 60) };
}
