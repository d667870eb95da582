import type { Schemas } from '@/api/problem';
import type { Point } from '../canvas/map-content';

export interface Measured {
  readonly directionDeg: number | null;
  readonly toleranceDeg: number | null;
  readonly lengthRatio: number | null;
  /** Empty: the first day alone. */
  readonly lastDay: string;
}

const DATE = /^\d{4}-\d\d-\d\d$/;
/** What the desk takes when nothing else is said; written out, because the finding keeps it. */
const DIRECTION_TOLERANCE_DEG = 5;
const LENGTH_TOLERANCE = 0.1;

/** Null while neither direction nor length was measured. */
export function shadowRequest(
  point: Point,
  firstDay: string,
  { directionDeg, toleranceDeg, lengthRatio, lastDay }: Measured,
): Schemas['ShadowRequest'] | null {
  if ((directionDeg === null && lengthRatio === null) || !DATE.test(firstDay)) return null;
  return {
    lat: point.lat,
    lon: point.lon,
    from: firstDay,
    ...(DATE.test(lastDay) ? { to: lastDay } : {}),
    measured: {
      directionToleranceDeg: toleranceDeg ?? DIRECTION_TOLERANCE_DEG,
      lengthTolerance: LENGTH_TOLERANCE,
      ...(directionDeg === null ? {} : { directionDeg }),
      ...(lengthRatio === null ? {} : { lengthRatio }),
    },
  };
}
