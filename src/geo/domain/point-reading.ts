export type PointFormat =
  | 'decimal'
  | 'dm'
  | 'dms'
  | 'mgrs'
  | 'plus_code'
  | 'geo_uri'
  | 'google_maps'
  | 'openstreetmap'
  | 'apple_maps'
  | 'bing_maps'
  | 'yandex_maps';

/** WGS 84 degrees. `precisionM` is one unit of the last digit written, or the size of the cell or view that was named. */
export interface ReadPoint {
  readonly lat: number;
  readonly lon: number;
  readonly format: PointFormat;
  readonly precisionM: number;
}

/** Why text was not taken as one point: fit to be shown to whoever wrote it. */
export interface Unreadable {
  readonly problem: string;
}

export type PointReading = ReadPoint | Unreadable;

/** Metres in one degree of latitude, to the accuracy that a precision needs. */
export const METRES_PER_DEGREE = 111_320;

export function unreadable(problem: string): Unreadable {
  return { problem };
}

/** A point, unless a number lies beyond the globe. `uncertainM` is rounded to centimetres. */
export function pointOf(lat: number, lon: number, format: PointFormat, uncertainM: number): PointReading {
  if (!(Math.abs(lat) <= 90)) return unreadable(`read ${lat} as the latitude, which lies beyond 90 degrees`);
  if (!(Math.abs(lon) <= 180))
    return unreadable(`read ${lon} as the longitude, which lies beyond 180 degrees`);
  return {
    lat: rounded(lat, 1e9),
    lon: rounded(lon, 1e9),
    format,
    precisionM: Math.max(0.01, rounded(uncertainM, 100)),
  };
}

/** Precision of degrees written with so many decimals, at that latitude. */
export function decimalPrecisionM(latText: string, lonText: string, lat: number): number {
  const unit = (text: string) => METRES_PER_DEGREE / 10 ** (text.split('.')[1]?.length ?? 0);
  return Math.max(unit(latText), unit(lonText) * Math.cos((lat * Math.PI) / 180));
}

/** Adding zero turns -0 into 0. */
function rounded(value: number, per: number): number {
  return Math.round(value * per) / per + 0;
}
