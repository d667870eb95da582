import { find, setCache } from 'geo-tz/all';
import type { EarthPoint } from '../domain/sky.js';

/** Each holds the borders of one corner of the map, up to 0.1 MB. A lookup reads its corner from disk once: 15 ms at worst. */
const MOST_CORNERS = 256;
const corners = new Map<string, unknown>();
setCache({
  store: {
    get: (corner) => corners.get(corner),
    set: (corner, borders: unknown) => {
      if (corners.size >= MOST_CORNERS) corners.clear();
      corners.set(corner, borders);
    },
  },
});

/**
 * IANA zones of a place, from the borders of timezone-boundary-builder with all zones of history: several where borders are
 * disputed, `Etc/GMT…` at sea, none at the north pole, where all meet.
 */
export function timeZonesOf({ latDeg, lonDeg }: EarthPoint): readonly string[] {
  return latDeg === 90 ? [] : [...new Set(find(latDeg, lonDeg))];
}
