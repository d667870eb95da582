import type { Cut, TimedFrame } from './cut.js';
import { PLAIN_CONTRAST, histogramDistance, plainDistance, structuralDistance } from './frame-distance.js';
import type { SceneScores } from './scene-scores.js';
import type { SmallFrame } from './small-frame.js';

/** Grey frames on each side that must all differ across the cut: a flash that lasts less is seen through. */
export const SIDE = 3;

/** Thresholds, fixed on the tuning reels (bench/cuts.bench.mjs). */
const MIN_DISTANCE = 0.5;
/** Patterns can match by chance when moved; tones that differ this much make up for it. */
const MIN_DISTANCE_OF_OTHER_TONES = 0.3;
const OTHER_TONES = 0.5;
const MIN_PEAK = 0.015;
const CLEAR_PEAK = 0.1;
const ISOLATION = 1.8;
const NEIGHBOURHOOD_MS = 100;
/** Out of a flickering scene the jump shows one frame late: when the flicker ends. */
const LATE_MS = 45;
const EVEN_CONTRAST = 8;

type Distance = (a: SmallFrame, b: SmallFrame) => number;

/**
 * Judges the boundary before `frames[at]`. A hard cut is a jump that stands alone: among all decoded frames one alone
 * carries it (no whip pan); no frame shortly before it can be moved onto one shortly after it (no pan, no flash, no
 * still); and it is larger than what else goes on in the scenes on both sides (no flicker, no waving).
 */
export function hardCutAt(frames: readonly TimedFrame[], at: number, scores: SceneScores): Cut | undefined {
  const last = frames[at - 1];
  const first = frames[at];
  if (!last || !first || !mayDiffer(last, first)) return undefined;
  const { peak, rival } = scores.peakWithin(last.ptsMs, first.ptsMs + LATE_MS, NEIGHBOURHOOD_MS);
  if (peak.score < MIN_PEAK || peak.score < ISOLATION * rival) return undefined;
  const score = leastAcross(frames, at, structuralDistance, MIN_DISTANCE_OF_OTHER_TONES);
  if (score < MIN_DISTANCE_OF_OTHER_TONES) return undefined;
  const tones = leastAcross(frames, at, histogramDistance, 0);
  const areOtherTones = tones >= OTHER_TONES && peak.score >= CLEAR_PEAK;
  if (score < MIN_DISTANCE && !areOtherTones) return undefined;
  if (!standsOut(frames, at, { score, tones, peak: peak.score, rival })) return undefined;
  return { kind: 'hard', startMs: peak.ptsMs, endMs: peak.ptsMs, score };
}

interface Jump {
  readonly score: number;
  readonly tones: number;
  readonly peak: number;
  readonly rival: number;
}

/** Larger in structure or in tones than any step nearby; or so sudden that nothing nearby compares. */
function standsOut(frames: readonly TimedFrame[], at: number, jump: Jump): boolean {
  const { score, tones, peak, rival } = jump;
  if (score >= 1.6 * mostNearby(frames, at, structuralDistance)) return true;
  const [last, first] = [frames[at - 1], frames[at]];
  if (!last || !first || isFaint(last, first)) return false;
  if (tones >= 0.25 && tones >= 2.2 * mostNearby(frames, at, histogramDistance)) return true;
  return score >= 0.7 && tones >= 0.15 && peak >= 0.3 && peak >= 2 * rival;
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

/** The least distance of any frame shortly before from any shortly after; stops at the first below `enough`. */
function leastAcross(frames: readonly TimedFrame[], at: number, distance: Distance, enough: number): number {
  let least = Infinity;
  for (const before of frames.slice(Math.max(0, at - SIDE), at).toReversed()) {
    for (const after of frames.slice(at, at + SIDE)) {
      least = Math.min(least, distance(before.small, after.small));
      if (least < enough) return least;
    }
  }
  return least;
}

/** The largest distance of neighbours within either side. */
function mostNearby(frames: readonly TimedFrame[], at: number, distance: Distance): number {
  let most = 0;
  for (const i of [at - 2, at - 1, at + 1, at + 2]) {
    const a = frames[i - 1];
    const b = frames[i];
    if (a && b) most = Math.max(most, distance(a.small, b.small));
  }
  return most;
}
