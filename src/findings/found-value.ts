import type { ClaimType } from '../clips/index.js';
import { FoundLocation, OtherValue, readClaimValue, SourceValue, TimeValue } from '../clips/index.js';
import type { JsonObject } from '../platform/db/schema.gen.js';
import { fieldErrors } from '../platform/http/validation.js';
import { InvalidInputError } from '../shared/errors.js';

const SCHEMAS = { location: FoundLocation, time: TimeValue, source: SourceValue, other: OtherValue } as const;

/**
 * What was found, in the terms of the claim that it answers.
 * @throws InvalidInputError with paths under `foundValue`.
 */
export function readFoundValue(type: ClaimType, value: unknown): JsonObject {
  const parsed = SCHEMAS[type].safeParse(value);
  if (parsed.success) return readClaimValue(type, parsed.data, 'foundValue');
  const errors = parsed.error.issues
    .flatMap(fieldErrors)
    .map(({ path, message }) => ({ path: path === '' ? 'foundValue' : `foundValue.${path}`, message }));
  throw new InvalidInputError('invalid_request', `The found value does not fit a claim of ${type}.`, errors);
}
