/** Degrees; `eastDeg` lies at or east of `westDeg` and may pass 180 where the area crosses the antimeridian. */
export interface Area {
  readonly westDeg: number;
  readonly southDeg: number;
  readonly eastDeg: number;
  readonly northDeg: number;
}

export interface Circle {
  readonly latDeg: number;
  readonly lonDeg: number;
  readonly radiusM: number;
}

const EARTH_RADIUS_M = 6_371_008.8;
const METRES_PER_DEGREE = (Math.PI / 180) * EARTH_RADIUS_M;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;

/** `west,south,east,north` as RFC 7946 §5 orders them: west of greater value than east crosses the antimeridian. A string says what is wrong. */
export function readArea(text: string): Area | string {
  const numbers = readNumbers(text, 4);
  if (typeof numbers === 'string') return numbers;
  const [westDeg = 0, southDeg = 0, eastDeg = 0, northDeg = 0] = numbers;
  if (Math.abs(westDeg) > 180 || Math.abs(eastDeg) > 180) return 'a longitude lies beyond 180 degrees';
  if (Math.abs(southDeg) > 90 || Math.abs(northDeg) > 90) return 'a latitude lies beyond 90 degrees';
  if (southDeg > northDeg) return 'south lies north of north';
  return { westDeg, southDeg, eastDeg: eastDeg < westDeg ? eastDeg + 360 : eastDeg, northDeg };
}

/** `lat,lon`. A string says what is wrong. */
export function readPoint(text: string): Omit<Circle, 'radiusM'> | string {
  const numbers = readNumbers(text, 2);
  if (typeof numbers === 'string') return numbers;
  const [latDeg = 0, lonDeg = 0] = numbers;
  if (Math.abs(latDeg) > 90) return 'the latitude lies beyond 90 degrees';
  if (Math.abs(lonDeg) > 180) return 'the longitude lies beyond 180 degrees';
  return { latDeg, lonDeg };
}

/** The smallest area that holds the circle, on a sphere; with a pole in it, every longitude. */
export function areaAround({ latDeg, lonDeg, radiusM }: Circle): Area {
  const reachDeg = radiusM / METRES_PER_DEGREE;
  const [southDeg, northDeg] = [Math.max(-90, latDeg - reachDeg), Math.min(90, latDeg + reachDeg)];
  if (Math.abs(latDeg) + reachDeg >= 90) return { westDeg: -180, southDeg, eastDeg: 180, northDeg };
  const widthDeg = toDegrees(Math.asin(Math.sin(toRadians(reachDeg)) / Math.cos(toRadians(latDeg))));
  return { westDeg: lonDeg - widthDeg, southDeg, eastDeg: lonDeg + widthDeg, northDeg };
}

function readNumbers(text: string, count: number): number[] | string {
  const parts = text.split(',').map((part) => part.trim());
  return parts.length === count && parts.every((part) => NUMBER.test(part))
    ? parts.map(Number)
    : `is not ${count} numbers in degrees with commas between them`;
}

function toRadians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

function toDegrees(radians: number): number {
  return (radians * 180) / Math.PI;
}
