import type { PartError } from '../../shared/errors.js';
import { failure, passingFailure } from './fetch-failure.js';

/** The contract's code for an answer other than 2xx and redirects; undefined for 2xx. */
export function statusFailure(status: number, retryAfter: string | null, now: Date): PartError | undefined {
  if (status >= 200 && status < 300) return undefined;
  const details = { status, ...retryAfterDetails(retryAfter, now) };
  switch (status) {
    case 404:
      return failure('not_found', 'The site has nothing at this link.', 'answer', details);
    case 410:
      return failure('deleted_at_source', 'The site says that this was removed.', 'answer', details);
    case 401:
    case 403:
    case 407:
      return failure('login_required', 'The site shows this only to some visitors.', 'answer', details);
    case 451:
      return failure(
        'geo_blocked',
        'The site withholds this for legal reasons or by country.',
        'answer',
        details,
      );
    case 429:
      return passingFailure('rate_limited', 'The site asks for a pause between requests.', 'answer', details);
    default:
      return status >= 500 || status === 408 || status === 425
        ? passingFailure('network_error', `The site answered with an error (${status}).`, 'answer', details)
        : failure('network_error', `The site did not serve this (${status}).`, 'answer', details);
  }
}

/** RFC 9110 §10.2.3: seconds or a date. */
export function retryAfterDetails(value: string | null, now: Date): { retryAfterMs?: number } {
  if (value === null) return {};
  const retryAfterMs = /^\d{1,9}$/.test(value.trim())
    ? Number(value) * 1000
    : Date.parse(value) - now.getTime();
  return Number.isNaN(retryAfterMs) ? {} : { retryAfterMs: Math.max(0, retryAfterMs) };
}
