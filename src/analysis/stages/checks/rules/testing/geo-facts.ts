import type { CheckFacts, ClaimFacts, PlaceLookup } from '../../domain/facts.js';

export function placeClaim(latDeg: number, lonDeg: number, radiusM = 3_000): ClaimFacts {
  return {
    id: 'place',
    type: 'location',
    statement: 'there (invented)',
    value: {},
    point: { latDeg, lonDeg, radiusM },
    interval: null,
  };
}

export function timeClaim(earliest: string | null, latest: string | null, zoneAssumed = false): ClaimFacts {
  const read = (text: string | null) => (text === null ? null : new Date(text));
  return {
    id: 'time',
    type: 'time',
    statement: 'then (invented)',
    value: {},
    point: null,
    interval: { earliest: read(earliest), latest: read(latest), timezone: 'Asia/Damascus', zoneAssumed },
  };
}

export function filmedAt(lat: number, lon: number, accuracyM: number | null): CheckFacts['metadata'] {
  return {
    gps: { lat, lon, altitudeM: null, accuracyM, sourceTag: 'Keys:GPSCoordinates' },
    times: [],
    device: null,
    encoder: [],
    tags: {},
    tagSource: 'exiftool',
    contentCredentials: { state: 'absent' } as unknown as NonNullable<
      CheckFacts['metadata']
    >['contentCredentials'],
    notes: [],
  };
}

/** Ten samples a second, all of this brightness. */
export function framesOf(luma: number): CheckFacts['frames'] {
  return {
    keyframes: [{ id: 'frame', ptsMs: 0, kind: 'scene' }],
    cuts: [],
    luma: Array.from({ length: 100 }, (_, i) => ({ ptsMs: i * 100, luma })),
  };
}

export function lookup(
  name: string,
  ...candidates: [name: string, latDeg: number, lonDeg: number, similarity: number][]
): ReadonlyMap<string, PlaceLookup> {
  return new Map([
    [
      'place',
      {
        name,
        complete: true,
        candidates: candidates.map(([found, latDeg, lonDeg, similarity], i) => ({
          id: `geonames:${i + 1}`,
          name: found,
          countryCode: 'SY',
          latDeg,
          lonDeg,
          similarity,
        })),
      },
    ],
  ]);
}
