import { localDay, localTime, spanOfDay } from '../domain/local-time.js';
import { shadowUnder } from '../domain/shadow.js';
import { lightAt, skyDay, type SkyDay } from '../domain/sky-day.js';
import { moonLightAt, positionOf } from '../domain/sky.js';
import type { SunInput } from './kit.contract.js';
import type { Method, SunAnswer } from './kit-answers.contract.js';
import { timeZonesOf } from './time-zone-of.js';

export const SKY_METHOD: Method = { name: 'sky', version: '1', library: 'astronomy-engine 2.1.19' };

const POLE =
  'At a pole every direction is north or south: azimuths are counted from the meridian of the longitude given.';
const NO_ZONE = 'All time zones meet at the north pole: the day is that of UTC.';
const FLAT =
  'Rising and setting are over a flat horizon at sea level; hills, height and unusual weather shift them by minutes.';
const LOW = 'So near to the horizon refraction varies: the altitude is good to half a degree only.';

/** Where sun and moon stand, the shadow of something upright, and what the day of that place brings. */
export function answerSun({ lat, lon, at }: SunInput): SunAnswer {
  const point = { latDeg: lat, lonDeg: lon };
  const atMs = Date.parse(at);
  const timezone = timeZonesOf(point)[0] ?? null;
  const zone = timezone ?? 'UTC';
  const sun = positionOf('sun', atMs, point);
  const { fromMs, toMs } = spanOfDay(zone, localDay(zone, atMs));
  return {
    lat,
    lon,
    at: instant(atMs),
    localTime: localTime(zone, atMs),
    timezone,
    light: lightAt(sun.altitudeDeg),
    sun,
    shadow: shadowUnder(sun),
    moon: { ...positionOf('moon', atMs, point), ...moonLightAt(atMs) },
    day: { from: instant(fromMs), to: instant(toMs), ...presentDay(skyDay(fromMs, toMs, point)) },
    caveats: [...skyCaveats(lat, sun.altitudeDeg), FLAT],
    method: SKY_METHOD,
  };
}

export function skyCaveats(latDeg: number, sunAltitudeDeg: number): string[] {
  return [
    ...(Math.abs(latDeg) > 89.999 ? [POLE] : []),
    ...(latDeg === 90 ? [NO_ZONE] : []),
    ...(Math.abs(sunAltitudeDeg) < 2 ? [LOW] : []),
  ];
}

function presentDay(day: SkyDay): Omit<SunAnswer['day'], 'from' | 'to'> {
  return {
    daylight: day.daylight,
    sunrise: maybe(day.sunriseMs),
    sunset: maybe(day.sunsetMs),
    noon: maybe(day.noonMs),
    noonAltitudeDeg: day.noonAltitudeDeg,
    civilDawn: maybe(day.civilDawnMs),
    civilDusk: maybe(day.civilDuskMs),
    nauticalDawn: maybe(day.nauticalDawnMs),
    nauticalDusk: maybe(day.nauticalDuskMs),
    astronomicalDawn: maybe(day.astronomicalDawnMs),
    astronomicalDusk: maybe(day.astronomicalDuskMs),
    moonrise: maybe(day.moonriseMs),
    moonset: maybe(day.moonsetMs),
  };
}

export function instant(atMs: number): string {
  return new Date(atMs).toISOString();
}

function maybe(atMs: number | null): string | null {
  return atMs === null ? null : instant(atMs);
}
