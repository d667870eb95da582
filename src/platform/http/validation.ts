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

export const Uuid = z.uuid();

export const PageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.uuid().optional(),
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
