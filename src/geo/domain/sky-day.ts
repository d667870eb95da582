import { Body, SearchAltitude, SearchHourAngle, SearchRiseSet, type AstroTime } from 'astronomy-engine';
import { observerAt, positionOf, type EarthPoint } from './sky.js';

/** What happens in the sky between two instants, as instants in milliseconds; null where it does not happen. */
export interface SkyDay {
  readonly sunriseMs: number | null;
  readonly sunsetMs: number | null;
  /** The sun in the south or north, at its highest. */
  readonly noonMs: number | null;
  readonly noonAltitudeDeg: number | null;
  readonly civilDawnMs: number | null;
  readonly civilDuskMs: number | null;
  readonly nauticalDawnMs: number | null;
  readonly nauticalDuskMs: number | null;
  readonly astronomicalDawnMs: number | null;
  readonly astronomicalDuskMs: number | null;
  readonly moonriseMs: number | null;
  readonly moonsetMs: number | null;
  readonly daylight: 'usual' | 'polar_day' | 'polar_night';
}

const RISE = 1;
const SET = -1;
const DAY_MS = 86_400_000;
/** The upper limb on the horizon, with refraction: the altitude of the centre that sunrise is defined by. */
const RISING_ALTITUDE_DEG = -0.8333;

/** Rising and setting are of the upper limb over a flat horizon at sea level, with refraction; twilights of the centre. */
export function skyDay(fromMs: number, toMs: number, point: EarthPoint): SkyDay {
  const observer = observerAt(point);
  const from = new Date(fromMs);
  const days = (toMs - fromMs) / DAY_MS;
  const within = (found: AstroTime | null): number | null => {
    const atMs = found?.date.getTime();
    return atMs === undefined || atMs < fromMs || atMs >= toMs ? null : atMs;
  };
  const rises = (body: Body, direction: number) =>
    within(SearchRiseSet(body, observer, direction, from, days));
  const passes = (direction: number, altitudeDeg: number) =>
    within(SearchAltitude(Body.Sun, observer, direction, from, days, altitudeDeg));
  const noonMs = within(SearchHourAngle(Body.Sun, observer, 0, from).time);
  const sunriseMs = rises(Body.Sun, RISE);
  const sunsetMs = rises(Body.Sun, SET);
  const middle = positionOf('sun', noonMs ?? (fromMs + toMs) / 2, point).altitudeDeg;
  return {
    sunriseMs,
    sunsetMs,
    noonMs,
    noonAltitudeDeg: noonMs === null ? null : middle,
    civilDawnMs: passes(RISE, -6),
    civilDuskMs: passes(SET, -6),
    nauticalDawnMs: passes(RISE, -12),
    nauticalDuskMs: passes(SET, -12),
    astronomicalDawnMs: passes(RISE, -18),
    astronomicalDuskMs: passes(SET, -18),
    moonriseMs: rises(Body.Moon, RISE),
    moonsetMs: rises(Body.Moon, SET),
    daylight:
      sunriseMs !== null || sunsetMs !== null
        ? 'usual'
        : middle > RISING_ALTITUDE_DEG
          ? 'polar_day'
          : 'polar_night',
  };
}

export type LightOfDay = 'day' | 'civil_twilight' | 'nautical_twilight' | 'astronomical_twilight' | 'night';

/** By the altitude of the sun's centre, geometric. */
export function lightAt(sunAltitudeDeg: number): LightOfDay {
  if (sunAltitudeDeg >= RISING_ALTITUDE_DEG) return 'day';
  if (sunAltitudeDeg >= -6) return 'civil_twilight';
  if (sunAltitudeDeg >= -12) return 'nautical_twilight';
  return sunAltitudeDeg >= -18 ? 'astronomical_twilight' : 'night';
}
