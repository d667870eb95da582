import { VIEWS, type Track } from '../../fingerprint/domain/track.js';
import { hashDistance, wordsOf } from './hash-distance.js';

/** Below this PDQ's bits are noise: its authors' own limit. */
export const LEAST_QUALITY = 50;

/** `whole` and `content`; the others are centre crops of them. */
export const FIRST_CROP_VIEW = 2;

/** The usable samples of one view by time, hashes as words. */
export interface ViewSeries {
  readonly view: number;
  readonly count: number;
  readonly times: Float64Array;
  readonly words: Uint32Array;
  readonly mirrored: Uint32Array;
}

/** What of a track can be compared. */
export interface ClipSeries {
  /** By view, some empty. */
  readonly views: readonly ViewSeries[];
  /** Milliseconds between samples of the densest view: median. */
  readonly spacingMs: number;
  /** From the start to where the last sample of any quality ends. */
  readonly lengthMs: number;
}

export function seriesOf(track: Track): ClipSeries {
  const views = VIEWS.map((_, view) => viewSeries(track, view));
  const spacingMs = medianStep(track);
  const last = track.count === 0 ? 0 : track.ptsMs[track.count - 1]! + spacingMs;
  return { views, spacingMs, lengthMs: last };
}

function viewSeries(track: Track, view: number): ViewSeries {
  const chosen: number[] = [];
  for (let i = 0; i < track.count; i += 1) {
    if (track.view[i] === view && track.quality[i]! >= LEAST_QUALITY) chosen.push(i);
  }
  const hashes = wordsOf(track.hashes);
  const mirrored = wordsOf(track.mirrored);
  return {
    view,
    count: chosen.length,
    times: Float64Array.from(chosen, (i) => track.ptsMs[i]!),
    words: gather(hashes, chosen),
    mirrored: gather(mirrored, chosen),
  };
}

function gather(words: Uint32Array, chosen: readonly number[]): Uint32Array {
  const gathered = new Uint32Array(chosen.length * 8);
  for (const [at, i] of chosen.entries()) gathered.set(words.subarray(i * 8, i * 8 + 8), at * 8);
  return gathered;
}

const USUAL_STEP_MS = 100;

function medianStep(track: Track): number {
  const steps: number[] = [];
  for (let i = 1; i < track.count && steps.length < 5_000; i += 1) {
    const step = track.ptsMs[i]! - track.ptsMs[i - 1]!;
    if (step > 0) steps.push(step);
  }
  if (steps.length === 0) return USUAL_STEP_MS;
  return steps.toSorted((a, b) => a - b)[steps.length >> 1]!;
}

/** Bits from the last kept sample beyond which a sample is worth looking for (performance notes, 3d). */
const NOVEL_BITS = 20;

/** Samples that differ from the last one kept: a still picture is one sample, however long it stands. */
export function thinned(series: ViewSeries, novelBits = NOVEL_BITS): number[] {
  const kept: number[] = [];
  for (let i = 0; i < series.count; i += 1) {
    const last = kept.at(-1);
    if (last === undefined || hashDistance(series.words, i, series.words, last) > novelBits) kept.push(i);
  }
  return kept;
}

/** At most `most` of them, evenly spread, first and last among them. */
export function spread<T>(items: readonly T[], most: number): T[] {
  if (items.length <= most) return [...items];
  if (most === 1) return items.slice(0, 1);
  const step = (items.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, k) => items[Math.round(k * step)]!);
}

/** The first sample at `time` or later. */
export function firstFrom(times: Float64Array, time: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle]! < time) low = middle + 1;
    else high = middle;
  }
  return low;
}
