import { USUAL_SPEEDS, otherTime, type Line } from './line.js';
import type { Overlay } from './overlay.js';
import { spread } from './series.js';

interface Observation {
  readonly timeMs: number;
  readonly otherMs: number;
  readonly weight: number;
}

const MOST_OBSERVATIONS = 240;
const FEWEST_OBSERVATIONS = 5;
/** Residuals beyond this count ever less: single moments may be nearest to the wrong picture. */
const USUAL_RESIDUAL_MS = 120;
const ROUNDS = 4;
/** A stretch shorter than this says when, but not how fast. */
const SHORTEST_FOR_SPEED_MS = 1_500;
const MOST_SPEED_CHANGE = 0.15;

/** The line that the moments of a stretch ask for, by reweighted least squares; the same line when they say too little. */
export function fitLine(overlay: Overlay, line: Line, moments: readonly number[], windowMs: number): Line {
  const seen: Observation[] = [];
  for (const moment of spread(moments, MOST_OBSERVATIONS)) {
    const nearest = overlay.nearestAround(moment, line, windowMs);
    if (nearest !== undefined) seen.push({ timeMs: overlay.moments[moment]!, ...nearest });
  }
  if (seen.length < FEWEST_OBSERVATIONS) return line;
  const lengthMs = seen.at(-1)!.timeMs - seen[0]!.timeMs;
  let fitted = line;
  for (let round = 0; round < ROUNDS; round += 1) {
    fitted = weightedFit(seen, fitted, lengthMs >= SHORTEST_FOR_SPEED_MS);
  }
  if (Math.abs(fitted.speed / line.speed - 1) > MOST_SPEED_CHANGE) return line;
  return atUsualSpeed(seen, fitted, lengthMs);
}

function weightedFit(seen: readonly Observation[], line: Line, withSpeed: boolean): Line {
  let weights = 0;
  let meanTime = 0;
  let meanOther = 0;
  const weighted = seen.map((one) => {
    const residual = (one.otherMs - otherTime(line, one.timeMs)) / USUAL_RESIDUAL_MS;
    return { ...one, weight: one.weight / (1 + residual ** 2) };
  });
  for (const { timeMs, otherMs, weight } of weighted) {
    weights += weight;
    meanTime += weight * timeMs;
    meanOther += weight * otherMs;
  }
  meanTime /= weights;
  meanOther /= weights;
  let { speed } = line;
  if (withSpeed) {
    let across = 0;
    let along = 0;
    for (const { timeMs, otherMs, weight } of weighted) {
      across += weight * (timeMs - meanTime) * (otherMs - meanOther);
      along += weight * (timeMs - meanTime) ** 2;
    }
    if (along > 0 && across > 0) speed = across / along;
  }
  return { ...line, speed, offsetMs: meanOther - speed * meanTime };
}

/** What the other speed may be off at the ends of the stretch and still pass for a usual one. */
const SNAP_MS = 110;

/** A usual speed is likelier than one that the raster of samples cannot tell from it. */
function atUsualSpeed(seen: readonly Observation[], line: Line, lengthMs: number): Line {
  const usual = USUAL_SPEEDS.toSorted((a, b) => Math.abs(a - line.speed) - Math.abs(b - line.speed))[0]!;
  if ((Math.abs(usual - line.speed) * lengthMs) / 2 > SNAP_MS) return line;
  const middle = seen.reduce((sum, one) => sum + one.timeMs, 0) / seen.length;
  const snapped = { ...line, speed: usual, offsetMs: otherTime(line, middle) - usual * middle };
  return weightedFit(seen, weightedFit(seen, snapped, false), false);
}
