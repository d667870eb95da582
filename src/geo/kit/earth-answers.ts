import { lineBetween } from '../domain/geodesic-line.js';
import { localTime, offsetText } from '../domain/local-time.js';
import { offsetMsAt } from '../domain/zone-time.js';
import type { DistanceInput, TimezoneInput } from './kit.contract.js';
import type { DistanceAnswer, Method, TimezoneAnswer } from './kit-answers.contract.js';
import { timeZonesOf } from './time-zone-of.js';

const ZONE_METHOD: Method = {
  name: 'timezone',
  version: '1',
  library: `geo-tz 8.1.9, tz database ${process.versions['tz'] ?? 'of the system'}`,
};
const LINE_METHOD: Method = { name: 'geodesic', version: '1', library: 'geographiclib-geodesic 2.2.0' };
/** Half of the earth's girth over the poles, less what the ellipsoid is flattened by: beyond, the shortest way is not one. */
const ANTIPODAL_M = 19_936_000;

/** Which zone's clocks a place has, and what they show. */
export function answerTimezone({ lat, lon, at }: TimezoneInput): TimezoneAnswer {
  const [timezone = null, ...others] = timeZonesOf({ latDeg: lat, lonDeg: lon });
  const atMs = Date.parse(at);
  const offsetMs = timezone === null ? null : offsetMsAt(timezone, atMs);
  return {
    lat,
    lon,
    at: new Date(atMs).toISOString(),
    timezone,
    others,
    atSea: timezone !== null && timezone.startsWith('Etc/'),
    offset: offsetMs === null ? null : offsetText(offsetMs),
    offsetSeconds: offsetMs === null ? null : Math.round(offsetMs / 1000),
    localTime: timezone === null ? null : localTime(timezone, atMs),
    caveats: zoneCaveats(timezone, others, atMs),
    method: ZONE_METHOD,
  };
}

function zoneCaveats(timezone: string | null, others: readonly string[], atMs: number): string[] {
  return [
    ...(timezone === null ? ['All time zones meet at the north pole: none is its own.'] : []),
    ...(timezone?.startsWith('Etc/') === true
      ? ['At sea: the zone of the longitude; a ship keeps the time of its choice.']
      : []),
    ...(others.length > 0 ? ['The border is disputed: people there keep different times.'] : []),
    ...(atMs < 0
      ? ['Before 1970 the tz database knows the clocks of a zone, not of each of its places.']
      : []),
  ];
}

/** The shortest way between two points over the ellipsoid. */
export function answerDistance({ from, to }: DistanceInput): DistanceAnswer {
  const line = lineBetween({ latDeg: from.lat, lonDeg: from.lon }, { latDeg: to.lat, lonDeg: to.lon });
  const caveats =
    line.distanceM > ANTIPODAL_M
      ? [
          'The points lie opposite each other: ways of nearly the same length set out in other directions, too.',
        ]
      : [];
  return { from, to, ...line, caveats, method: LINE_METHOD };
}
