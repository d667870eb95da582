import { Refraction } from 'astronomy-engine';
import type { EarthPoint } from './sky.js';
import { sunPath, type SunDirection } from './sun-path.js';

/** A shadow as it was measured in a picture; at least one of direction and length. */
export interface MeasuredShadow {
  /** Where it points, from true north over east. */
  readonly directionDeg: number | null;
  readonly directionToleranceDeg: number;
  /** Length for each unit of height. */
  readonly lengthRatio: number | null;
  /** Share by which the length may be off: 0.1 is ten per cent. */
  readonly lengthTolerance: number;
}

export interface FittingTimes {
  readonly fromMs: number;
  readonly toMs: number;
  /** Where it fits best, and the shadow there. */
  readonly bestMs: number;
  readonly directionDeg: number;
  readonly lengthRatio: number;
}

const STEP_MS = 120_000;
const EDGE_MS = 1_000;
const DAY_MS = 86_400_000;
const NEVER = Number.MAX_VALUE;

/**
 * When, within a day (or what is left of one) the shadow of something upright on level ground fits a measured one: intervals
 * to the second, earliest first.
 */
export function shadowTimes(
  fromMs: number,
  toMs: number,
  point: EarthPoint,
  measured: MeasuredShadow,
): FittingTimes[] {
  const found: FittingTimes[] = [];
  // A day of 25 hours ends beyond what one path is good for.
  for (let start = fromMs; start < toMs; start += DAY_MS)
    found.push(...timesOnPath(start, Math.min(start + DAY_MS, toMs), point, measured));
  return found;
}

function timesOnPath(
  fromMs: number,
  toMs: number,
  point: EarthPoint,
  measured: MeasuredShadow,
): FittingTimes[] {
  const path = sunPath(fromMs, point);
  const misfit = (atMs: number) => misfitOf(path(atMs), measured);
  const found: FittingTimes[] = [];
  let before = NEVER;
  for (let at = fromMs; at < toMs; at += STEP_MS) {
    const here = misfit(at);
    const next = at + STEP_MS < toMs ? misfit(at + STEP_MS) : NEVER;
    if (here < NEVER && here <= before && here < next) {
      const bestMs = lowest(misfit, Math.max(fromMs, at - STEP_MS), Math.min(toMs, at + STEP_MS));
      const last = found.at(-1);
      if (misfit(bestMs) <= 1 && (last === undefined || bestMs > last.toMs))
        found.push({ ...edges(misfit, bestMs, fromMs, toMs), bestMs, ...shadowOf(path(bestMs)) });
    }
    before = here;
  }
  return found;
}

/** 0 is a perfect fit, 1 the edge of what is tolerated. */
function misfitOf(sun: SunDirection, measured: MeasuredShadow): number {
  const { directionDeg, lengthRatio } = shadowOf(sun);
  if (lengthRatio <= 0) return NEVER;
  const turn =
    measured.directionDeg === null
      ? 0
      : Math.abs(((directionDeg - measured.directionDeg + 540) % 360) - 180) / measured.directionToleranceDeg;
  const stretch =
    measured.lengthRatio === null
      ? 0
      : Math.abs(Math.log(lengthRatio / measured.lengthRatio)) / Math.log(1 + measured.lengthTolerance);
  return Math.max(turn, stretch);
}

function shadowOf({ azimuthDeg, altitudeDeg }: SunDirection) {
  const apparentDeg = altitudeDeg + Refraction('normal', altitudeDeg);
  return {
    directionDeg: (azimuthDeg + 180) % 360,
    lengthRatio: apparentDeg <= 0 ? 0 : 1 / Math.tan((apparentDeg * Math.PI) / 180),
  };
}

/** Ternary search: the misfit has one valley between neighbours of its lowest sample. */
function lowest(misfit: (atMs: number) => number, fromMs: number, toMs: number): number {
  let [low, high] = [fromMs, toMs];
  while (high - low > EDGE_MS) {
    const third = (high - low) / 3;
    if (misfit(low + third) <= misfit(high - third)) high -= third;
    else low += third;
  }
  return Math.round((low + high) / 2);
}

/** How far the fit reaches to both sides of its best instant. */
function edges(misfit: (atMs: number) => number, bestMs: number, fromMs: number, toMs: number) {
  const reach = (end: number): number => {
    const step = Math.sign(end - bestMs) * STEP_MS;
    let inside = bestMs;
    while (Math.abs(end - inside) > STEP_MS && misfit(inside + step) <= 1) inside += step;
    let outside = Math.abs(end - inside) > STEP_MS ? inside + step : end;
    if (misfit(outside) <= 1) return outside;
    while (Math.abs(outside - inside) > EDGE_MS) {
      const middle = (inside + outside) / 2;
      if (misfit(middle) <= 1) inside = middle;
      else outside = middle;
    }
    return Math.round(inside);
  };
  return { fromMs: reach(fromMs), toMs: reach(toMs) };
}
