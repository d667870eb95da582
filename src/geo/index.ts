export { boxAround, boxOfPoints, type GeoBox, type Position } from './domain/geo-box.js';
export type { PointFormat, PointReading, ReadPoint, Unreadable } from './domain/point-reading.js';
export { readCoordinates } from './domain/read-coordinates.js';
export {
  readClaimedTime,
  type DerivedTime,
  type TimeProblem,
  type WrittenTime,
} from './domain/claimed-time.js';
export { TIME_PRECISIONS, type TimePrecision } from './domain/edtf-span.js';
export { isTimeZone } from './domain/zone-time.js';
export { GeoModule } from './geo.module.js';
export { Calculation } from './kit/calculation.contract.js';
export { Calculations, type CalculationRecord } from './kit/calculations.js';
export { lineBetween, type GeodesicLine } from './domain/geodesic-line.js';
export { positionOf, isInAlmanac, type EarthPoint, type SkyPosition } from './domain/sky.js';
export { localTime } from './domain/local-time.js';
