import type { Cut, TimedFrame } from './cut.js';
import { histogramDistance, plainDistance, structuralDistance } from './frame-distance.js';

/** Lengths in grey frames (0.1 s) at which a dissolve or fade is sought. */
const SPANS = [4, 6, 8, 11, 15, 20, 27, 36] as const;
export const LONGEST_SPAN = 36;
/** Frames beyond an end that tell whether its scene stays. */
export const SETTLED = 4;

/** Thresholds, fixed on the tuning reel (bench/cuts.bench.mjs). */
const MIN_DISTANCE = 0.5;
const MIN_CHANGE_LEVELS = 6;
const MAX_MEAN_RESIDUAL = 0.3;
const MAX_STEP = 0.45;
/** In a window of a second or so a larger step is an event of its own, a flash for example. */
const MAX_STEP_OF_LONG = 0.3;
const LONG_SPAN = 8;
const MAX_BACKWARD_STEP = 0.08;
const MAX_DRIFT = 0.6;
const MIN_TONES = 0.25;
const MAX_MOTION_SHARE = 0.25;

export interface GradualWindow extends Cut {
  /** Root mean square change of luma between the two sides: the window that holds the whole transition has most. */
  readonly changeLevels: number;
}

/**
 * Looks for dissolves or fades that end at `frames[end]`: the frames between are mixtures of the two ends (most
 * motion is not), the share of the new scene only grows and has no jump (a hard cut has one), no shift of the picture
 * explains the change (it does in a pan), and beyond one end at least the scene stays what it was (one that turns or
 * morphs all the time does not).
 */
export function gradualWindowsEndingAt(frames: readonly TimedFrame[], end: number): GradualWindow[] {
  return SPANS.filter((span) => windowFits(frames, end - span, end))
    .map((span) => settledWindow(frames, end - span, end))
    .filter((window) => window !== undefined);
}

function windowFits(frames: readonly TimedFrame[], start: number, end: number): boolean {
  const a = frames[start]?.small.coarse;
  const b = frames[end]?.small.coarse;
  const middle = frames[(start + end) >> 1]?.small.coarse;
  if (!a || !b || !middle) return false;
  // Most windows end here; one with a hard cut in it has all or nothing of the new scene at its middle.
  const half = mixture(middle, a, b);
  if (half.changeLevels < MIN_CHANGE_LEVELS) return false;
  if (half.residual > 0.45 || half.share < 0.15 || half.share > 0.85) return false;
  const mostStep = end - start >= LONG_SPAN ? MAX_STEP_OF_LONG : MAX_STEP;
  let share = 0;
  let residuals = 0;
  for (let i = start + 1; i <= end; i += 1) {
    const frame = frames[i]?.small.coarse;
    if (!frame) return false;
    const fit = mixture(frame, a, b);
    const step = fit.share - share;
    if (step > mostStep || step < -MAX_BACKWARD_STEP) return false;
    share = fit.share;
    residuals += fit.residual;
  }
  return residuals / (end - start) <= MAX_MEAN_RESIDUAL;
}

function settledWindow(frames: readonly TimedFrame[], start: number, end: number): GradualWindow | undefined {
  const from = frames[start];
  const to = frames[end];
  if (!from || !to) return undefined;
  // Never below the structural distance, and far cheaper.
  if (plainDistance(from.small, to.small) < MIN_DISTANCE) return undefined;
  const score = structuralDistance(from.small, to.small);
  if (score < MIN_DISTANCE) return undefined;
  const staysBefore = staysWith(frames, start, -1, MAX_DRIFT * score);
  const staysAfter = staysWith(frames, end, 1, MAX_DRIFT * score);
  if (!staysBefore && !staysAfter) return undefined;
  // A scene that turns or morphs becomes another picture, too, but keeps its tones.
  if (histogramDistance(from.small, to.small) < MIN_TONES) return undefined;
  if (motionShare(frames, start, end) > MAX_MOTION_SHARE) return undefined;
  return {
    kind: 'gradual',
    startMs: from.ptsMs,
    endMs: to.ptsMs,
    score,
    changeLevels: mixture(to.small.coarse, from.small.coarse, to.small.coarse).changeLevels,
  };
}

/** Whether the frames beyond one end still show that end's scene. The clip's own end is no evidence against it. */
function staysWith(frames: readonly TimedFrame[], at: number, direction: 1 | -1, mostDrift: number): boolean {
  const end = frames[at];
  return [SETTLED / 2, SETTLED].every((beyond) => {
    const other = frames[at + direction * beyond];
    return !end || !other || structuralDistance(end.small, other.small) <= mostDrift;
  });
}

/** How much of the change from frame to frame a shift of the picture explains: next to nothing in a dissolve, half of it in a pan. */
function motionShare(frames: readonly TimedFrame[], start: number, end: number): number {
  let moved = 0;
  let plain = 0;
  for (let i = start + 1; i <= end; i += 1) {
    const step = stepInto(frames, i);
    plain += step.plain;
    moved += step.moved;
  }
  return plain === 0 ? 0 : 1 - moved / plain;
}

/** Overlapping windows ask for the same steps again and again. A frame has one predecessor only. */
const steps = new WeakMap<TimedFrame, { readonly plain: number; readonly moved: number }>();

function stepInto(frames: readonly TimedFrame[], at: number): { plain: number; moved: number } {
  const [from, to] = [frames[at - 1], frames[at]];
  if (!from || !to) return { plain: 0, moved: 0 };
  const known = steps.get(to);
  if (known) return known;
  const step = {
    plain: plainDistance(from.small, to.small),
    moved: structuralDistance(from.small, to.small),
  };
  steps.set(to, step);
  return step;
}

/**
 * Best fit of `frame` as `a + share · (b - a)`, and what it leaves, relative to the whole change, whose root mean square
 * is `changeLevels`.
 */
function mixture(
  frame: Float32Array,
  a: Float32Array,
  b: Float32Array,
): { share: number; residual: number; changeLevels: number } {
  let product = 0;
  let square = 0;
  let energy = 0;
  for (let i = 0; i < a.length; i += 1) {
    const base = a[i]!;
    const part = frame[i]! - base;
    const change = b[i]! - base;
    product += part * change;
    square += part * part;
    energy += change * change;
  }
  const left = Math.max(0, square - (product * product) / energy);
  return {
    share: product / energy,
    residual: Math.sqrt(left / energy),
    changeLevels: Math.sqrt(energy / a.length),
  };
}
