import type { Schemas } from '@/api/problem';
import type { Point, Ring } from '../canvas/map-content';

type Claim = Schemas['Claim'];
type Finding = Schemas['Finding'];
type Annotation = Schemas['Annotation'];

export interface ClaimedPlace {
  readonly claim: Claim;
  /** The name of the place, if one was given. */
  readonly place: string | null;
  readonly point: Point | null;
  readonly radiusM: number | null;
  readonly rings: readonly Ring[];
}

export interface FoundPlace {
  readonly finding: Finding;
  readonly point: Point;
  readonly uncertaintyM: number | null;
  readonly viewDirectionDeg: number | null;
  readonly fieldOfViewDeg: number | null;
}

/** A region of a frame and the point of the map that it is, or is not. */
export interface LandmarkPair {
  readonly annotation: Annotation;
  readonly point: Point;
  readonly agree: boolean;
  readonly note: string | null;
}

export function claimedPlaces(claims: readonly Claim[]): ClaimedPlace[] {
  return claims
    .filter(({ type }) => type === 'location')
    .map((claim) => ({
      claim,
      place: typeof claim.value['place'] === 'string' ? claim.value['place'] : null,
      point: pointOf(claim.value),
      radiusM: numberOf(claim.value['radiusM']),
      rings: ringsOf(claim.value['polygon']),
    }));
}

/**
 * Where people found the clip to be, as far as nobody took it back, oldest first. A rule's value is no such place: it repeats what
 * the file says, and anybody can write that.
 */
export function foundPlaces(findings: readonly Finding[], claims: readonly Claim[]): FoundPlace[] {
  const places = new Set(claims.filter(({ type }) => type === 'location').map(({ id }) => id));
  return findings.flatMap((finding) => {
    const { foundValue: value, claimId, withdrawn, rule } = finding;
    if (rule !== null) return [];
    if (value === null || withdrawn !== null || claimId === null || !places.has(claimId)) return [];
    const point = pointOf(value);
    if (point === null) return [];
    return [
      {
        finding,
        point,
        uncertaintyM: numberOf(value['uncertaintyM']),
        viewDirectionDeg: numberOf(value['viewDirectionDeg']),
        fieldOfViewDeg: numberOf(value['fieldOfViewDeg']),
      },
    ];
  });
}

export function landmarkPairs(annotations: readonly Annotation[]): LandmarkPair[] {
  return annotations.flatMap((annotation) => {
    const { landmark, withdrawnAt } = annotation;
    if (landmark === null || withdrawnAt !== null) return [];
    const { lat, lon, agree, note = null } = landmark;
    return [{ annotation, point: { lat, lon }, agree, note }];
  });
}

/** Of a value as claims and findings carry it: written in numbers, or read by the desk from coordinates. */
function pointOf(value: Readonly<Record<string, unknown>>): Point | null {
  const read = value['point'];
  const from = typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : value;
  const [lat, lon] = [numberOf(from['lat']), numberOf(from['lon'])];
  if (lat !== null && lon !== null) return { lat, lon };
  return middleOf(ringsOf(value['polygon']));
}

function middleOf(rings: readonly Ring[]): Point | null {
  const all = rings.flat();
  if (all.length === 0) return null;
  const [lons, lats] = [all.map(([lon]) => lon), all.map(([, lat]) => lat)];
  return {
    lon: (Math.min(...lons) + Math.max(...lons)) / 2,
    lat: (Math.min(...lats) + Math.max(...lats)) / 2,
  };
}

/** A single ring may come without the array around it. */
function ringsOf(polygon: unknown): Ring[] {
  if (!Array.isArray(polygon) || polygon.length === 0) return [];
  const isSingle = typeof (polygon[0] as unknown[])[0] === 'number';
  return (isSingle ? [polygon] : polygon) as Ring[];
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
