import type { Cut, TimedFrame } from './cut.js';
import { PLAIN_CONTRAST, histogramDistance, plainDistance, structuralDistance } from './frame-distance.js';
import type { SceneScores } from './scene-scores.js';

/** Grey frames on each side that must all differ across the cut: a flash that lasts less is seen through. */
export const SIDE = 3;

/** Thresholds, fixed on the tuning reel (bench/cuts.bench.mjs). */
const MIN_DISTANCE = 0.5;
const MIN_TONES = 0.25;
/** Patterns can match by chance when moved; tones that differ this much make up for it. */
const MIN_DISTANCE_OF_OTHER_TONES = 0.3;
const OTHER_TONES = 0.5;
const ACTIVITY_RATIO = 1.6;
const ISOLATION = 1.8;
const MIN_PEAK = 0.015;
const CLEAR_PEAK = 0.1;
const NEIGHBOURHOOD_MS = 100;
const EVEN_CONTRAST = 8;

/**
 * Judges the boundary before `frames[at]`. A hard cut is a jump that stands alone: among all decoded frames one alone
 * carries it (no whip pan); no frame shortly before it can be moved onto one shortly after it (no pan, no flash, no
 * still); and the tones change, or the scenes on both sides are calm (no flicker, no noise).
 */
export function hardCutAt(
  frames: readonly TimedFrame[],
  at: number,
  scores: SceneScores,
): Cut | undefined {
  const last = frames[at - 1];
  const first = frames[at];
  if (!last || !first || !mayDiffer(last, first)) return undefined;
  const { peak, rival } = scores.peakWithin(last.ptsMs, first.ptsMs, NEIGHBOURHOOD_MS);
  if (peak.score < MIN_PEAK || peak.score < ISOLATION * rival) return undefined;
  const before = frames.slice(Math.max(0, at - SIDE), at).toReversed();
  const after = frames.slice(at, at + SIDE);
  const score = leastOverPairs(before, after, structuralDistance, MIN_DISTANCE_OF_OTHER_TONES);
  if (score < MIN_DISTANCE_OF_OTHER_TONES) return undefined;
  const tones = leastOverPairs(before, after, histogramDistance, 0);
  const areOtherTones = tones >= OTHER_TONES && peak.score >= CLEAR_PEAK;
  if (score < MIN_DISTANCE && !areOtherTones) return undefined;
  if ((tones < MIN_TONES || isFaint(last, first)) && score < ACTIVITY_RATIO * activityAround(frames, at)) return undefined;
  return { kind: 'hard', startMs: peak.ptsMs, endMs: peak.ptsMs, score };
}

/** The cheap look that nearly every boundary ends with. Two even tones have no structure for it to compare. */
function mayDiffer(a: TimedFrame, b: TimedFrame): boolean {
  return areEven(a, b, EVEN_CONTRAST) || plainDistance(a.small, b.small) >= MIN_DISTANCE_OF_OTHER_TONES;
}

function areEven(a: TimedFrame, b: TimedFrame, below: number): boolean {
  return a.small.contrast < below && b.small.contrast < below;
}

/** Steps of a fade between even tones look like jumps; only calm on both sides tells them from one. */
function isFaint(a: TimedFrame, b: TimedFrame): boolean {
  const changesLittle = Math.abs(a.small.mean - b.small.mean) < EVEN_CONTRAST;
  return areEven(a, b, changesLittle ? EVEN_CONTRAST : PLAIN_CONTRAST);
}

function leastOverPairs(
  before: readonly TimedFrame[],
  after: readonly TimedFrame[],
  distance: (a: TimedFrame['small'], b: TimedFrame['small']) => number,
  enough: number,
): number {
  let least = Infinity;
  for (const a of before) {
    for (const b of after) {
      least = Math.min(least, distance(a.small, b.small));
      if (least < enough) return least;
    }
  }
  return least;
}

/** The largest distance of neighbours within either side. */
function activityAround(frames: readonly TimedFrame[], at: number): number {
  let most = 0;
  for (const i of [at - 2, at - 1, at + 1, at + 2]) {
    const a = frames[i - 1];
    const b = frames[i];
    if (a && b) most = Math.max(most, structuralDistance(a.small, b.small));
  }
  return most;
}
