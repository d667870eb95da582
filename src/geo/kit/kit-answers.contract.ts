import { z } from 'zod';

const Degrees = z.number();
const Time = z.iso.datetime();
const Maybe = Time.nullable();
const Point = z.object({ lat: z.number(), lon: z.number() });

export const Method = z
  .object({ name: z.string(), version: z.string(), library: z.string() })
  .meta({ description: 'What computed this: a change of its answers raises the version.' });
export type Method = z.infer<typeof Method>;

const Sky = z.object({
  azimuthDeg: Degrees.meta({ description: 'From true north over east.' }),
  altitudeDeg: Degrees.meta({ description: 'Geometric, of the centre.' }),
  apparentAltitudeDeg: Degrees.meta({ description: 'As seen through a standard atmosphere.' }),
});
const Shadow = z.object({
  directionDeg: Degrees.meta({ description: 'Where it points, from true north over east.' }),
  lengthRatio: z.number().meta({ description: 'Length on level ground for each unit of height.' }),
});
const Caveats = z.array(z.string()).meta({ description: 'What to bear in mind here.' });

export const SunAnswer = z
  .object({
    ...Point.shape,
    at: Time,
    localTime: z.string(),
    timezone: z.string().nullable(),
    light: z.enum(['day', 'civil_twilight', 'nautical_twilight', 'astronomical_twilight', 'night']),
    sun: Sky,
    shadow: Shadow.nullable().meta({ description: 'null while the sun is down.' }),
    moon: Sky.extend({
      phase: z.string(),
      phaseDeg: Degrees.meta({ description: '0 new, 90 first quarter, 180 full, 270 last quarter.' }),
      illuminated: z.number(),
    }),
    day: z
      .object({
        from: Time,
        to: Time,
        daylight: z.enum(['usual', 'polar_day', 'polar_night']),
        sunrise: Maybe,
        sunset: Maybe,
        noon: Maybe,
        noonAltitudeDeg: Degrees.nullable(),
        civilDawn: Maybe,
        civilDusk: Maybe,
        nauticalDawn: Maybe,
        nauticalDusk: Maybe,
        astronomicalDawn: Maybe,
        astronomicalDusk: Maybe,
        moonrise: Maybe,
        moonset: Maybe,
      })
      .meta({ description: 'The day of the place in which `at` lies; null for what does not happen in it.' }),
    caveats: Caveats,
    method: Method,
  })
  .meta({ id: 'SunAnswer' });
export type SunAnswer = z.infer<typeof SunAnswer>;

export const ShadowAnswer = z
  .object({
    ...Point.shape,
    at: Time.optional(),
    sun: Sky.optional(),
    shadow: Shadow.extend({ lengthM: z.number(), heightM: z.number() }).nullable().optional(),
    timezone: z.string().nullable(),
    times: z
      .array(
        z.object({
          day: z.iso.date(),
          from: Time,
          to: Time,
          best: Time,
          bestLocalTime: z.string(),
          directionDeg: Degrees,
          lengthRatio: z.number(),
        }),
      )
      .optional()
      .meta({ description: 'When the measured shadow fits; empty when it never does on these days.' }),
    caveats: Caveats,
    method: Method,
  })
  .meta({ id: 'ShadowAnswer' });
export type ShadowAnswer = z.infer<typeof ShadowAnswer>;

export const TimezoneAnswer = z
  .object({
    ...Point.shape,
    at: Time,
    timezone: z.string().nullable().meta({ description: 'null at the north pole, where all meet.' }),
    others: z
      .array(z.string())
      .meta({ description: 'Further zones of this place, where borders are disputed.' }),
    atSea: z.boolean(),
    offset: z.string().nullable(),
    offsetSeconds: z.number().int().nullable(),
    localTime: z.string().nullable(),
    caveats: Caveats,
    method: Method,
  })
  .meta({ id: 'TimezoneAnswer' });
export type TimezoneAnswer = z.infer<typeof TimezoneAnswer>;

export const DistanceAnswer = z
  .object({
    from: Point,
    to: Point,
    distanceM: z.number(),
    bearingDeg: Degrees.nullable().meta({
      description: 'At `from`, from true north over east; null between equal points.',
    }),
    finalBearingDeg: Degrees.nullable(),
    caveats: Caveats,
    method: Method,
  })
  .meta({ id: 'DistanceAnswer' });
export type DistanceAnswer = z.infer<typeof DistanceAnswer>;
