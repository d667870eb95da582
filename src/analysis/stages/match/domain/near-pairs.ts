import { hashDistance } from './hash-distance.js';
import { FIRST_CROP_VIEW, spread, thinned, type ClipSeries, type ViewSeries } from './series.js';

/** A moment of one clip and one of the other that look alike. */
export interface NearPair {
  /** Which of this clip's samples, the same for all pairs of one. */
  readonly key: number;
  readonly timeMs: number;
  readonly otherMs: number;
  readonly distance: number;
  readonly mirrored: boolean;
  /** Views compared, of this clip and of the other. */
  readonly view: number;
  readonly otherView: number;
}

/** Wide: a large logo moves a picture by about 60 bits. What counts is agreement over time (align-tracks). */
export const WIDEST_RADIUS = 60;

/** Hash comparisons spent on one pair of views and one way round: bounds the work for clips of hours. */
const MOST_COMPARISONS = 2_000_000;

/** A picture that stands still is near to all of its own copies; the nearest say enough. */
const MOST_PAIRS_PER_KEY = 16;

/** Crops are compared with pictures, not with crops: two cuts of one picture are no closer than the picture with one. */
export function areComparable(view: number, otherView: number): boolean {
  return view < FIRST_CROP_VIEW || otherView < FIRST_CROP_VIEW;
}

/** The hashes to compare, of this and of the other. Of crops the mirrored hash is known only about: then the other side turns round. */
export function facing(
  series: ViewSeries,
  other: ViewSeries,
  mirrored: boolean,
): [words: Uint32Array, otherWords: Uint32Array] {
  if (!mirrored) return [series.words, other.words];
  return other.view < FIRST_CROP_VIEW ? [series.words, other.mirrored] : [series.mirrored, other.words];
}

/** Pairs within the widest radius among the samples that are worth looking at, by key. */
export function nearPairs(clip: ClipSeries, other: ClipSeries): NearPair[] {
  const keys = clip.views.map(keysOf);
  const otherKeys = other.views.map(keysOf);
  const pairs: NearPair[] = [];
  let firstKey = 0;
  for (const [view, chosen] of keys.entries()) {
    for (const [otherView, otherChosen] of otherKeys.entries()) {
      if (!areComparable(view, otherView) || chosen.length === 0 || otherChosen.length === 0) continue;
      const [few, fewOther] = withinBudget(chosen, otherChosen);
      const from = { series: clip.views[view]!, chosen: few, firstKey };
      const to = { series: other.views[otherView]!, chosen: fewOther };
      for (const pair of pairsOf(from, to, false)) pairs.push(pair);
      for (const pair of pairsOf(from, to, true)) pairs.push(pair);
    }
    firstKey += clip.views[view]!.count;
  }
  return pairs.toSorted((a, b) => a.key - b.key);
}

const FEW_KEYS = 24;
const FINER_BITS = [20, 10, 4];

/** Samples worth comparing: the finer thinned, the less the picture moves; at last some that stand evenly apart. */
function keysOf(series: ViewSeries): number[] {
  for (const bits of FINER_BITS) {
    const kept = thinned(series, bits);
    if (kept.length >= FEW_KEYS) return kept;
  }
  return spread(
    Array.from({ length: series.count }, (_, i) => i),
    2 * FEW_KEYS,
  );
}

function withinBudget(keys: readonly number[], otherKeys: readonly number[]): [number[], number[]] {
  const excess = (keys.length * otherKeys.length) / MOST_COMPARISONS;
  if (excess <= 1) return [[...keys], [...otherKeys]];
  const root = Math.floor(Math.sqrt(MOST_COMPARISONS));
  const most = Math.max(root, Math.floor(MOST_COMPARISONS / Math.max(otherKeys.length, 1)));
  const few = spread(keys, Math.min(keys.length, most));
  return [few, spread(otherKeys, Math.floor(MOST_COMPARISONS / few.length))];
}

interface Chosen {
  readonly series: ViewSeries;
  readonly chosen: readonly number[];
}

function pairsOf(from: Chosen & { readonly firstKey: number }, to: Chosen, mirrored: boolean): NearPair[] {
  const [words, otherWords] = facing(from.series, to.series, mirrored);
  const pairs: NearPair[] = [];
  for (const i of from.chosen) {
    let near: { j: number; distance: number }[] = [];
    for (const j of to.chosen) {
      const distance = hashDistance(words, i, otherWords, j, WIDEST_RADIUS);
      if (distance <= WIDEST_RADIUS) near.push({ j, distance });
    }
    if (near.length > MOST_PAIRS_PER_KEY) {
      near = near.toSorted((a, b) => a.distance - b.distance || a.j - b.j).slice(0, MOST_PAIRS_PER_KEY);
    }
    for (const { j, distance } of near) {
      pairs.push({
        ...{ key: from.firstKey + i, timeMs: from.series.times[i]!, otherMs: to.series.times[j]! },
        ...{ distance, mirrored, view: from.series.view, otherView: to.series.view },
      });
    }
  }
  return pairs;
}
