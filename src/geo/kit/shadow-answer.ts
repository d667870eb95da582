import { setImmediate } from 'node:timers/promises';
import { localTime, spanOfDay } from '../domain/local-time.js';
import { shadowTimes, type MeasuredShadow } from '../domain/shadow-times.js';
import { shadowUnder } from '../domain/shadow.js';
import { positionOf, rounded } from '../domain/sky.js';
import type { ShadowInput } from './kit.contract.js';
import type { ShadowAnswer } from './kit-answers.contract.js';
import { instant, SKY_METHOD, skyCaveats } from './sky-answer.js';
import { timeZonesOf } from './time-zone-of.js';

const DAY_MS = 86_400_000;
const LEVEL =
  'Holds for something upright on level ground: a slope of 5 degrees shifts length and direction by more than most tolerances.';
const PICTURE =
  'Directions and lengths in a picture are foreshortened: measure them on a map or with a known camera.';

/** The shadow cast at a time, or the times that cast a measured one. Never holds the event loop for longer than some milliseconds. */
export async function answerShadow(input: ShadowInput): Promise<ShadowAnswer> {
  const { lat, lon, at, heightM = 1, measured } = input;
  const point = { latDeg: lat, lonDeg: lon };
  const zones = timeZonesOf(point);
  if (at === undefined || measured !== undefined) {
    const timezone = input.timezone ?? zones[0] ?? null;
    const times = await timesOf(input, timezone ?? 'UTC');
    return {
      lat,
      lon,
      timezone,
      times,
      caveats: [...skyCaveats(lat, 90), LEVEL, PICTURE],
      method: SKY_METHOD,
    };
  }
  const sun = positionOf('sun', Date.parse(at), point);
  const shadow = shadowUnder(sun);
  return {
    lat,
    lon,
    at: instant(Date.parse(at)),
    timezone: zones[0] ?? null,
    sun,
    shadow: shadow === null ? null : { ...shadow, heightM, lengthM: rounded(shadow.lengthRatio * heightM) },
    caveats: [...skyCaveats(lat, sun.altitudeDeg), LEVEL],
    method: SKY_METHOD,
  };
}

async function timesOf(input: ShadowInput, zone: string): Promise<NonNullable<ShadowAnswer['times']>> {
  const { lat, lon, from = '', to = from } = input;
  const shadow = measuredShadow(input);
  const times: NonNullable<ShadowAnswer['times']> = [];
  for (let midnight = Date.parse(from); midnight <= Date.parse(to); midnight += DAY_MS) {
    const day = instant(midnight).slice(0, 10);
    const { fromMs, toMs } = spanOfDay(zone, day);
    for (const fit of shadowTimes(fromMs, toMs, { latDeg: lat, lonDeg: lon }, shadow))
      times.push({
        day,
        from: instant(fit.fromMs),
        to: instant(fit.toMs),
        best: instant(fit.bestMs),
        bestLocalTime: localTime(zone, fit.bestMs),
        directionDeg: Math.round(fit.directionDeg * 100) / 100,
        lengthRatio: Math.round(fit.lengthRatio * 1000) / 1000,
      });
    // Others wait for answers, too.
    await setImmediate();
  }
  return times;
}

function measuredShadow({ measured }: ShadowInput): MeasuredShadow {
  const { directionDeg, lengthRatio, heightM, lengthM } = measured ?? {};
  return {
    directionDeg: directionDeg ?? null,
    directionToleranceDeg: measured?.directionToleranceDeg ?? 5,
    lengthRatio: lengthM !== undefined && heightM !== undefined ? lengthM / heightM : (lengthRatio ?? null),
    lengthTolerance: measured?.lengthTolerance ?? 0.1,
  };
}
