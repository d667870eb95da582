import type { MapContent, Point, Ring } from './map-content';

const EARTH_M = 6_371_008.8;
const CIRCLE_STEPS = 72;

/** Where one comes to from a point in a direction (from true north over east), on a sphere: good for drawing. */
export function pointAt({ lat, lon }: Point, directionDeg: number, distanceM: number): [number, number] {
  const [phi, bearing, along] = [radians(lat), radians(directionDeg), distanceM / EARTH_M];
  const sine = Math.sin(phi) * Math.cos(along) + Math.cos(phi) * Math.sin(along) * Math.cos(bearing);
  const turned = Math.atan2(
    Math.sin(bearing) * Math.sin(along) * Math.cos(phi),
    Math.cos(along) - Math.sin(phi) * sine,
  );
  return [lon + degrees(turned), degrees(Math.asin(Math.min(1, Math.max(-1, sine))))];
}

export function circleAround(centre: Point, radiusM: number): Ring {
  return Array.from({ length: CIRCLE_STEPS + 1 }, (_, step) =>
    pointAt(centre, (step * 360) / CIRCLE_STEPS, radiusM),
  );
}

/** What a camera at `eye` sees: a slice of the circle around it. */
export function wedge(eye: Point, directionDeg: number, fieldDeg: number, lengthM: number): Ring {
  const steps = Math.max(2, Math.ceil(fieldDeg / 5));
  const arc = Array.from({ length: steps + 1 }, (_, step) =>
    pointAt(eye, directionDeg - fieldDeg / 2 + (step * fieldDeg) / steps, lengthM),
  );
  const apex: [number, number] = [eye.lon, eye.lat];
  return [apex, ...arc, apex];
}

export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** The least box around everything drawn; null for nothing. Points on both sides of the antimeridian stay together. */
export function boundsOf({ marks, areas = [] }: MapContent): Bounds | null {
  const positions = [
    ...marks.map(({ lon, lat }) => [lon, lat] as const),
    ...areas.flatMap(({ rings }) => rings.flat()),
  ];
  const plain = boxOf(positions);
  if (plain === null || plain[2] - plain[0] <= 180) return plain;
  const turned = boxOf(positions.map(([lon, lat]) => [lon < 0 ? lon + 360 : lon, lat] as const));
  return turned !== null && turned[2] - turned[0] < plain[2] - plain[0] ? turned : plain;
}

function boxOf(positions: readonly (readonly [number, number])[]): Bounds | null {
  if (positions.length === 0) return null;
  const [first] = positions;
  return positions.reduce<Bounds>(
    ([west, south, east, north], [lon, lat]) => [
      Math.min(west, lon),
      Math.min(south, lat),
      Math.max(east, lon),
      Math.max(north, lat),
    ],
    [first?.[0] ?? 0, first?.[1] ?? 0, first?.[0] ?? 0, first?.[1] ?? 0],
  );
}

/** `0°` to below `360°`. */
export function turnOf(deg: number): number {
  return ((deg % 360) + 360) % 360;
}

const radians = (deg: number) => (deg * Math.PI) / 180;
const degrees = (rad: number) => (rad * 180) / Math.PI;
