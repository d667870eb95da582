import type { JsonObject } from '../../../../custody/index.js';

const EARTH_RADIUS_M = 6_371_009;

interface Point {
  readonly latDeg: number;
  readonly lonDeg: number;
}

/**
 * How far from its point a claimed place reaches: the radius as claimed, the precision in which coordinates were written, or
 * the farthest corner of a polygon. 0 when nothing is said.
 */
export function radiusOf(value: JsonObject, centre: Point): number {
  const { radiusM, point, polygon } = value;
  if (typeof radiusM === 'number') return radiusM;
  if (isObject(point) && typeof point['precisionM'] === 'number') return point['precisionM'];
  return Math.max(0, ...cornersOf(polygon).map((corner) => sphereDistanceM(centre, corner)));
}

/** Corners are [longitude, latitude], in one ring or in an array of rings. */
function cornersOf(polygon: unknown): Point[] {
  if (!Array.isArray(polygon)) return [];
  const [first, second] = polygon as readonly unknown[];
  if (typeof first === 'number' && typeof second === 'number') return [{ lonDeg: first, latDeg: second }];
  return (polygon as readonly unknown[]).flatMap(cornersOf);
}

/** Great circle on a sphere, within 0.6 % of the ellipsoid: enough for the size of a claim. */
function sphereDistanceM(a: Point, b: Point): number {
  const [latA, latB] = [radians(a.latDeg), radians(b.latDeg)];
  const dLat = latB - latA;
  const dLon = radians(b.lonDeg - a.lonDeg);
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(latA) * Math.cos(latB) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
