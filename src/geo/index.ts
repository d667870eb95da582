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
