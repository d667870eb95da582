import { positionOf, type EarthPoint } from '../../../../../geo/index.js';

const STEP_MS = 300_000;

/** Lowest and highest altitude of the sun's centre in an interval of at most two days, to a tenth of a degree. */
export function sunOver(
  fromMs: number,
  toMs: number,
  point: EarthPoint,
): { readonly lowestDeg: number; readonly highestDeg: number } {
  let [lowestDeg, highestDeg] = [90, -90];
  for (let at = fromMs; ; at = Math.min(at + STEP_MS, toMs)) {
    const { altitudeDeg } = positionOf('sun', at, point);
    lowestDeg = Math.min(lowestDeg, altitudeDeg);
    highestDeg = Math.max(highestDeg, altitudeDeg);
    if (at >= toMs) break;
  }
  return { lowestDeg: Math.round(lowestDeg * 10) / 10, highestDeg: Math.round(highestDeg * 10) / 10 };
}
