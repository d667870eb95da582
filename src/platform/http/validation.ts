import { StandardSchemaValidationPipe } from '@nestjs/common';
import type { StandardSchemaV1 } from '@standard-schema/spec';
import { z } from 'zod';
import { InvalidInputError } from '../../shared/errors.js';

/** Answers `invalid_request` with the path of every field that is wrong; unknown fields are among them (strict schemas). */
export function validationPipe(): StandardSchemaValidationPipe {
  return new StandardSchemaValidationPipe({
    exceptionFactory: (issues: readonly StandardSchemaV1.Issue[]) =>
      new InvalidInputError(
        'invalid_request',
        'Some fields are not acceptable.',
        issues.flatMap(fieldErrors),
      ),
  });
}

export function fieldErrors(issue: StandardSchemaV1.Issue): { path: string; message: string }[] {
  const path = (issue.path ?? [])
    .map((segment) => (typeof segment === 'object' ? segment.key : segment))
    .map(String);
  const unknown =
    'code' in issue && issue.code === 'unrecognized_keys' && 'keys' in issue ? issue.keys : undefined;
  if (!Array.isArray(unknown)) return [{ path: path.join('.'), message: issue.message }];
  return unknown.map((key) => ({ path: [...path, String(key)].join('.'), message: 'unknown field' }));
}

/** In any case (RFC 9562 §4), and given on in lower case: two spellings of one id would pass for two people. */
export const Uuid = z.uuid().toLowerCase();

/** The times that both PostgreSQL and `Date` write with four digits of a year. */
const FIRST_MS = Date.parse('0001-01-01T00:00:00.000Z');
const LAST_MS = Date.parse('9999-12-31T23:59:59.999Z');
/** RFC 3339 with nanoseconds and an offset; PostgreSQL reads no longer texts. */
const LONGEST_INSTANT = 35;

/** PostgreSQL knows offsets up to ±15:59; no zone has had more than that. */
const STRANGE_OFFSET = /[+-](?:1[6-9]|2\d):\d\d$/;

/** A time of RFC 3339 in the years 1 to 9999 of UTC. */
export const Instant = z.iso
  .datetime({ offset: true })
  .max(LONGEST_INSTANT)
  .refine((text) => !STRANGE_OFFSET.test(text), { error: 'no zone has this offset' })
  .refine(isKeepableInstant, { error: 'beyond the years 1 to 9999' });

function isKeepableInstant(text: string): boolean {
  const readMs = Date.parse(text);
  // No time at all: that was said by the format.
  if (Number.isNaN(readMs)) return true;
  // PostgreSQL rounds to microseconds, `Date` cuts off.
  const roundedUpMs = readMs + (/\.\d{3}\d*[1-9]/.test(text) ? 1 : 0);
  return readMs >= FIRST_MS && roundedUpMs <= LAST_MS;
}

export const CalendarDay = z.iso
  .date()
  .refine((day) => !day.startsWith('0000'), { error: 'beyond the years 1 to 9999' });

export const PageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: Uuid.optional(),
});
export type PageQuery = z.infer<typeof PageQuery>;

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/** `rows` must have been read with one more than `limit`; the cursor is the id of the last item given. */
export function pageOf<Row extends { id: string }, Item>(
  rows: readonly Row[],
  limit: number,
  present: (row: Row) => Item,
): Page<Item> {
  const given = rows.slice(0, limit);
  const last = given.at(-1);
  return {
    items: given.map(present),
    nextCursor: rows.length > limit && last !== undefined ? last.id : null,
  };
}
