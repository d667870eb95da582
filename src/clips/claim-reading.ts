import { boxAround, boxOfPoints, readClaimedTime, readCoordinates, type GeoBox } from '../geo/index.js';
import type { JsonObject } from '../platform/db/schema.gen.js';
import { InvalidInputError } from '../shared/errors.js';
import type { ClaimType } from './claim.repository.js';
import { ringsOf, type PolygonValue } from './claim-values.contract.js';

/** More is a map layer, not a claim; clients and reviewers would have to draw it. */
const MOST_POINTS = 1_000;

/** What a claim's value means to those who search. */
export interface ClaimSearch {
  readonly point: { readonly lat: number; readonly lon: number } | null;
  readonly box: GeoBox | null;
  readonly time: { readonly earliest: string | null; readonly latest: string | null } | null;
}

interface LocationWords {
  readonly lat?: number;
  readonly lon?: number;
  readonly radiusM?: number;
  readonly coordinates?: string;
  readonly polygon?: PolygonValue;
}

/**
 * The value as it was written, and beside it what was read from it: `point` for coordinates, and for a time whatever is
 * missing of `earliest`, `latest`, `precision` and `edtf`. A value that went through here comes out the same.
 * @param value valid by the schema of its type
 * @param path where the value stands in the request
 * @throws InvalidInputError `polygon_too_large`
 */
export function readClaimValue(type: ClaimType, value: JsonObject, path = 'value'): JsonObject {
  if (type === 'time') return { ...value, ...(readTime(value) as JsonObject) };
  if (type !== 'location') return value;
  const { coordinates, polygon } = value as LocationWords;
  const points = polygon === undefined ? 0 : ringsOf(polygon).reduce((sum, ring) => sum + ring.length, 0);
  if (points > MOST_POINTS) {
    const message = `has ${points} points; at most ${MOST_POINTS} are taken`;
    throw new InvalidInputError('polygon_too_large', `The polygon ${message}.`, [
      { path: `${path}.polygon`, message },
    ]);
  }
  return coordinates === undefined ? value : { ...value, point: { ...readPoint(coordinates) } };
}

/** Place and time of a claim's value for the columns that are searched. */
export function searchOf(type: ClaimType, value: JsonObject): ClaimSearch {
  const nothing = { point: null, box: null, time: null };
  if (type === 'location') return { ...nothing, ...placeOf(value) };
  if (type !== 'time') return nothing;
  const { earliest = null, latest = null } = readTime(value);
  return { ...nothing, time: earliest === null && latest === null ? null : { earliest, latest } };
}

function placeOf(value: LocationWords): Pick<ClaimSearch, 'point' | 'box'> {
  const { lat, lon, coordinates, polygon, radiusM } = value;
  if (polygon !== undefined) {
    const box = boxOfPoints(ringsOf(polygon).flat());
    const east = (box.west + box.east) / 2;
    return { point: { lat: (box.south + box.north) / 2, lon: east > 180 ? east - 360 : east }, box };
  }
  const point =
    coordinates !== undefined
      ? readPoint(coordinates)
      : lat === undefined || lon === undefined
        ? null
        : { lat, lon, precisionM: 0 };
  if (point === null) return { point: null, box: null };
  return {
    point: { lat: point.lat, lon: point.lon },
    box: boxAround(point, radiusM ?? point.precisionM),
  };
}

function readPoint(coordinates: string) {
  const reading = readCoordinates(coordinates);
  if ('problem' in reading) throw new Error(`a claim's coordinates cannot be read: ${reading.problem}`);
  return reading;
}

function readTime(value: JsonObject) {
  const reading = readClaimedTime(value);
  if ('problem' in reading) throw new Error(`a claim's time cannot be read: ${reading.problem}`);
  return reading;
}
