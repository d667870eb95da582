import geodesic from 'geographiclib-geodesic';

/** Degrees. `west` is -180 to 180; `east` is beyond 180 where the box crosses the antimeridian. */
export interface GeoBox {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

export type Position = readonly [lon: number, lat: number];

/** The smallest radius of curvature of WGS 84, so that a width computed by it is never too narrow. */
const SMALLEST_RADIUS_M = 6_335_439;
const { WGS84 } = geodesic.Geodesic;

/** A box that holds every point within `radiusM` metres. */
export function boxAround(point: { readonly lat: number; readonly lon: number }, radiusM: number): GeoBox {
  const { lat, lon } = point;
  const toPole = (pole: 90 | -90) => WGS84.Inverse(lat, lon, pole, lon).s12 ?? 0;
  const north = toPole(90) <= radiusM ? 90 : (WGS84.Direct(lat, lon, 0, radiusM).lat2 ?? 90);
  const south = toPole(-90) <= radiusM ? -90 : (WGS84.Direct(lat, lon, 180, radiusM).lat2 ?? -90);
  // Widest where the meridian touches the circle, not due east: sin(width) = sin(angle) / cos(latitude).
  const angle = radiusM / SMALLEST_RADIUS_M;
  const sine = Math.sin(Math.min(angle, Math.PI / 2)) / Math.cos((lat * Math.PI) / 180);
  if (north === 90 || south === -90 || !(sine < 1)) return { west: -180, south, east: 180, north };
  const width = (Math.asin(sine) * 180) / Math.PI;
  return wrapped(lon - width, south, lon + width, north);
}

/** Box of a polygon's points; an edge of more than 180 degrees goes the short way, across the antimeridian. */
export function boxOfPoints(points: readonly Position[]): GeoBox {
  let last = points[0]?.[0] ?? 0;
  let [west, east] = [last, last];
  let [south, north] = [90, -90];
  for (const [lon, lat] of points) {
    last = lon + 360 * Math.round((last - lon) / 360);
    [west, east] = [Math.min(west, last), Math.max(east, last)];
    [south, north] = [Math.min(south, lat), Math.max(north, lat)];
  }
  return wrapped(west, south, east, north);
}

function wrapped(west: number, south: number, east: number, north: number): GeoBox {
  if (east - west >= 360) return { west: -180, south, east: 180, north };
  const turns = west < -180 ? 360 : west >= 180 ? -360 : 0;
  return { west: west + turns, south, east: east + turns, north };
}
