import { circleAround, wedge } from '../canvas/geometry';
import type { MapArea, MapArrow, MapContent, MapMark, Point } from '../canvas/map-content';
import type { ClaimedPlace, FoundPlace, LandmarkPair } from './place-facts';

/** A point that somebody is working out, with where the camera looked. */
export interface DraftPlace {
  readonly point: Point | null;
  readonly uncertaintyM: number | null;
  readonly viewDirectionDeg: number | null;
  readonly fieldOfViewDeg: number | null;
}
export const NO_DRAFT: DraftPlace = {
  point: null,
  uncertaintyM: null,
  viewDirectionDeg: null,
  fieldOfViewDeg: null,
};

export interface Candidate extends Point {
  readonly id: string;
  readonly name: string;
}

export interface PlaceScene {
  readonly claimed: readonly ClaimedPlace[];
  readonly found: readonly FoundPlace[];
  readonly landmarks: readonly LandmarkPair[];
  readonly embedded: (Point & { readonly accuracyM: number | null }) | null;
  readonly candidates: readonly Candidate[];
  readonly draft: DraftPlace;
  readonly sky: {
    readonly sunDeg: number | null;
    readonly shadowDeg: number | null;
    readonly at: Point;
  } | null;
}

/** How far a field of view is drawn when nothing says how far one sees. */
const SIGHT_M = 250;
/** Drawn for a direction without an angle. */
const NARROW_DEG = 6;

/** Everything that the panel knows of places, for the map. */
export function placeContent(scene: PlaceScene): MapContent {
  const { claimed, found, landmarks, embedded, candidates, draft } = scene;
  const marks: MapMark[] = [
    ...claimed.flatMap(({ claim, point, place }) =>
      point === null
        ? []
        : [
            {
              ...point,
              id: `claim/${claim.id}`,
              shape: 'square',
              tone: 'claimed',
              isHollow: true,
              label: place ?? '',
            } as const,
          ],
    ),
    ...candidates.map((one) => ({ ...one, shape: 'circle', tone: 'candidate', label: one.name }) as const),
    ...(embedded === null
      ? []
      : [
          {
            lat: embedded.lat,
            lon: embedded.lon,
            id: 'embedded',
            shape: 'diamond',
            tone: 'embedded',
          } as const,
        ]),
    ...found.map(
      ({ finding, point }) =>
        ({ ...point, id: `finding/${finding.id}`, shape: 'star', tone: 'found' }) as const,
    ),
    ...landmarks.map(
      ({ annotation, point, agree }) =>
        ({
          ...point,
          id: `annotation/${annotation.id}`,
          shape: agree ? 'triangle' : 'cross',
          tone: agree ? 'agree' : 'disagree',
        }) as const,
    ),
    ...(draft.point === null
      ? []
      : [{ ...draft.point, id: 'draft', shape: 'star', tone: 'found', isHollow: true } as const]),
  ];
  return {
    marks,
    areas: [
      ...claimed.flatMap(claimedAreas),
      ...(embedded?.accuracyM == null ? [] : [area(circleAround(embedded, embedded.accuracyM), 'embedded')]),
      ...[...found, draft].flatMap(viewAreas),
    ],
    lines: landmarkLines(draft.point ?? found.at(-1)?.point ?? null, landmarks),
    arrows: skyArrows(scene.sky),
  };
}

function claimedAreas({ point, radiusM, rings }: ClaimedPlace): MapArea[] {
  if (rings.length > 0) return [{ rings, tone: 'claimed' }];
  return point === null || radiusM === null ? [] : [area(circleAround(point, radiusM), 'claimed')];
}

function viewAreas({ point, uncertaintyM, viewDirectionDeg, fieldOfViewDeg }: DraftPlace): MapArea[] {
  if (point === null) return [];
  const sightM = Math.max(SIGHT_M, (uncertaintyM ?? 0) * 3);
  return [
    ...(uncertaintyM === null ? [] : [area(circleAround(point, uncertaintyM), 'found')]),
    ...(viewDirectionDeg === null
      ? []
      : [area(wedge(point, viewDirectionDeg, fieldOfViewDeg ?? NARROW_DEG, sightM), 'sun')]),
  ];
}

/** From where the camera is thought to have been to what it is thought to have seen. */
function landmarkLines(eye: Point | null, landmarks: readonly LandmarkPair[]) {
  if (eye === null) return [];
  return landmarks.map(({ point, agree }) => ({
    path: [
      [eye.lon, eye.lat],
      [point.lon, point.lat],
    ] as const,
    tone: agree ? ('agree' as const) : ('disagree' as const),
    isDashed: !agree,
  }));
}

function skyArrows(sky: PlaceScene['sky']): MapArrow[] {
  if (sky === null) return [];
  const { at, sunDeg, shadowDeg } = sky;
  return [
    ...(sunDeg === null ? [] : [{ ...at, directionDeg: sunDeg, tone: 'sun' } as const]),
    ...(shadowDeg === null ? [] : [{ ...at, directionDeg: shadowDeg, tone: 'shadow' } as const]),
  ];
}

const area = (ring: MapArea['rings'][number], tone: MapArea['tone']): MapArea => ({ rings: [ring], tone });
