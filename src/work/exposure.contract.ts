import { z } from 'zod';
import { CalendarDay } from '../platform/http/validation.js';

const MOST_DAYS = 366;
const DAY_MS = 86_400_000;
const FIRST_MS = Date.parse('0001-01-01');
const LAST_MS = Date.parse('9999-12-31');

export const ExposureQuery = z
  .strictObject({
    from: CalendarDay.optional(),
    to: CalendarDay.optional(),
    // An offset such as +03:00 would be read with the opposite sign by PostgreSQL (POSIX).
    timezone: z
      .string()
      .max(64)
      .refine((zone) => /^[A-Za-z]/.test(zone) && isTimeZone(zone), { error: 'not an IANA time zone' })
      .default('UTC'),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    error: 'lies before from',
    path: ['to'],
  })
  .refine(({ from, to }) => from === undefined || to === undefined || spanMs(from, to) < MOST_DAYS * DAY_MS, {
    error: `spans more than ${MOST_DAYS} days`,
    path: ['to'],
  });
export type ExposureQuery = z.infer<typeof ExposureQuery>;

const day = {
  day: z.iso.date().meta({ description: "In the query's time zone." }),
  minutes: z.int().meta({ description: 'Minutes in which graphic material was opened.' }),
};

export const OwnExposure = z
  .object({ items: z.array(z.object(day)), nextCursor: z.null() })
  .meta({ id: 'OwnExposure', description: 'By day, oldest first; days without exposure are absent.' });
export type OwnExposure = z.infer<typeof OwnExposure>;

export const CaseExposure = z
  .object({ items: z.array(z.object({ userId: z.uuid(), ...day })), nextCursor: z.null() })
  .meta({ id: 'CaseExposure', description: 'By day and person, oldest first.' });
export type CaseExposure = z.infer<typeof CaseExposure>;

/**
 * The first and the last day that are meant, both included: by default the 30 days up to `today`, and never more than 366.
 */
export function spanOf(query: ExposureQuery, today: string): { readonly from: string; readonly to: string } {
  if (query.from !== undefined) return { from: query.from, to: query.to ?? shift(query.from, MOST_DAYS - 1) };
  const to = query.to ?? today;
  return { from: shift(to, -29), to };
}

/** Within the years that a date of four digits can name. */
function shift(date: string, days: number): string {
  const shiftedMs = Date.parse(date) + days * DAY_MS;
  return new Date(Math.min(Math.max(shiftedMs, FIRST_MS), LAST_MS)).toISOString().slice(0, 10);
}

function spanMs(from: string, to: string): number {
  return Date.parse(to) - Date.parse(from);
}

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
