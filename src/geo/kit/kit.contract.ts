import { z } from 'zod';
import { CalendarDay, Instant } from '../../platform/http/validation.js';
import { isTimeZone } from '../domain/zone-time.js';
import { FIRST_YEAR, isInAlmanac, LAST_YEAR } from '../domain/sky.js';
import { PointText, QueryNumber } from './point.contract.js';

const BEYOND = `positions are known for the years ${FIRST_YEAR} to ${LAST_YEAR}`;
const SkyInstant = Instant.refine(isKnownSky, { error: BEYOND });
const SkyDayOf = CalendarDay.refine(isKnownSky, { error: BEYOND });
const MOST_DAYS = 366;
const DAY_MS = 86_400_000;

/** What is no time at all was said by the format. */
function isKnownSky(text: string): boolean {
  const readMs = Date.parse(text);
  return Number.isNaN(readMs) || isInAlmanac(readMs);
}

/** In a link a `+` is read as a space: `…T12:00:00+02:00` typed by hand still means its offset. */
const inQuery = (schema: typeof Instant) =>
  z.preprocess(
    (text) => (typeof text === 'string' ? text.replace(/ (?=\d\d:\d\d$)/, '+') : text),
    schema.optional().meta({ description: 'Time with an offset (RFC 3339); by default now.' }),
  );

const POINT = { lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) };
const QUERY_POINT = { lat: QueryNumber(-90, 90), lon: QueryNumber(-180, 180) };

export const SunQuery = z.strictObject({
  ...QUERY_POINT,
  at: inQuery(SkyInstant),
});
export const TimezoneQuery = z.strictObject({
  ...QUERY_POINT,
  at: inQuery(Instant),
});
export const DistanceQuery = z.strictObject({
  from: PointText.meta({ description: 'Coordinates in any notation.' }),
  to: PointText.meta({ description: 'Coordinates in any notation.' }),
});

export const SunInput = z.strictObject({ ...POINT, at: SkyInstant });
export type SunInput = z.infer<typeof SunInput>;
export const TimezoneInput = z.strictObject({ ...POINT, at: Instant });
export type TimezoneInput = z.infer<typeof TimezoneInput>;
export const DistanceInput = z.strictObject({ from: z.strictObject(POINT), to: z.strictObject(POINT) });
export type DistanceInput = z.infer<typeof DistanceInput>;

const Metres = z.number().min(0.001).max(10_000);
export const MeasuredShadowInput = z
  .strictObject({
    directionDeg: z.number().min(0).max(360).optional().meta({
      description: 'Where the shadow points, from true north over east.',
    }),
    directionToleranceDeg: z.number().min(0.1).max(90).default(5),
    lengthRatio: z.number().min(0.001).max(1_000).optional().meta({
      description: 'Length of the shadow for each unit of height; or give heightM and lengthM.',
    }),
    heightM: Metres.optional(),
    lengthM: Metres.optional(),
    lengthTolerance: z.number().min(0.005).max(1).default(0.1).meta({
      description: 'Share by which the length may be off.',
    }),
  })
  .superRefine((measured, context) => {
    for (const [path, message] of measureFaults(measured))
      context.addIssue({ code: 'custom', path: [path], message });
  });
type Measured = z.infer<typeof MeasuredShadowInput>;

function measureFaults({ directionDeg, lengthRatio, heightM, lengthM }: Measured): [string, string][] {
  const faults: [string, string][] = [];
  if ((heightM === undefined) !== (lengthM === undefined))
    faults.push(['lengthM', 'heightM and lengthM go together']);
  if (lengthRatio !== undefined && lengthM !== undefined)
    faults.push(['lengthRatio', 'give lengthRatio, or heightM and lengthM']);
  if (directionDeg === undefined && lengthRatio === undefined && lengthM === undefined)
    faults.push(['directionDeg', 'give a direction, a length, or both']);
  return faults;
}

/** With `at` the shadow of that time, with `measured` the times of that shadow. */
export const ShadowInput = z
  .strictObject({
    ...POINT,
    at: SkyInstant.optional(),
    heightM: Metres.optional().meta({
      description: 'With `at`: height of what casts the shadow; by default 1.',
    }),
    measured: MeasuredShadowInput.optional(),
    from: SkyDayOf.optional().meta({
      description: 'With `measured`: the first day, as the place counts them.',
    }),
    to: SkyDayOf.optional().meta({
      description: `The last day; by default the first. At most ${MOST_DAYS} days.`,
    }),
    timezone: z
      .string()
      .max(64)
      .refine((zone) => isTimeZone(zone), { error: 'not an IANA time zone' })
      .optional()
      .meta({ description: 'Whose days these are; by default that of the place.' }),
  })
  .superRefine((input, context) => {
    for (const [path, message] of shadowFaults(input))
      context.addIssue({ code: 'custom', path: [path], message });
  })
  .meta({ id: 'ShadowRequest' });
export type ShadowInput = z.infer<typeof ShadowInput>;

function shadowFaults({ at, heightM, measured, from, to, timezone }: ShadowInput): [string, string][] {
  if ((at === undefined) === (measured === undefined))
    return [['at', 'give at (what shadow is cast then) or measured (when such a shadow is cast)']];
  if (at !== undefined)
    return Object.entries({ from, to, timezone }).flatMap(([path, value]) =>
      value === undefined ? [] : [[path, 'goes with measured']],
    );
  if (heightM !== undefined) return [['heightM', 'give it within measured']];
  if (from === undefined) return [['from', 'give the day, or the first and the last']];
  const days = (Date.parse(to ?? from) - Date.parse(from)) / DAY_MS + 1;
  if (days < 1) return [['to', 'lies before from']];
  return days > MOST_DAYS ? [['to', `more than ${MOST_DAYS} days`]] : [];
}
