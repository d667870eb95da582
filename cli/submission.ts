import { UsageError } from './failures.js';
import { type LocationClaim, locationClaim } from './location-claim.js';
import { type TimeClaim, timeClaim } from './time-claim.js';

export interface SourceClaim {
  readonly statement: string;
  readonly handle?: string;
}

/** A submission as the desk takes it (contract.md §2). */
export interface Submission {
  readonly url?: string;
  readonly caseId?: string;
  readonly note?: string;
  readonly postedAt?: string;
  readonly claims?: {
    readonly location?: LocationClaim;
    readonly time?: TimeClaim;
    readonly source?: SourceClaim;
  };
  readonly sensitivity?: string;
  readonly protectSubmitter?: boolean;
}

/** What a person says about a clip, by options or by a row of a CSV file; empty text counts as not said. */
export interface Assertions {
  readonly location?: string | undefined;
  readonly place?: string | undefined;
  readonly time?: string | undefined;
  readonly timezone?: string | undefined;
  readonly source?: string | undefined;
  readonly note?: string | undefined;
  readonly sensitivity?: string | undefined;
  readonly postedAt?: string | undefined;
  readonly protectSubmitter?: boolean | undefined;
}

const HANDLE = /^@[\w.-]+$/;

function said(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text;
}

function sourceClaim(text: string): SourceClaim {
  const handle = text.trim();
  return HANDLE.test(handle) ? { statement: text, handle } : { statement: text };
}

function named(place: string | undefined): { place?: string } {
  return said(place) === undefined ? {} : { place: place ?? '' };
}

function claims({ location, place, time, timezone, source }: Assertions): NonNullable<Submission['claims']> {
  return {
    ...(said(location) === undefined
      ? {}
      : { location: { ...locationClaim(location ?? ''), ...named(place) } }),
    ...(said(time) === undefined ? {} : { time: timeClaim(time ?? '', said(timezone)) }),
    ...(said(source) === undefined ? {} : { source: sourceClaim(source ?? '') }),
  };
}

/** @throws UsageError when `timezone` is given without a time, or is no time zone; when `place` is given without a location */
export function submissionOf(
  url: string | undefined,
  caseId: string | undefined,
  asserted: Assertions,
): Submission {
  const { note, sensitivity, postedAt, protectSubmitter } = asserted;
  if (said(asserted.timezone) !== undefined && said(asserted.time) === undefined)
    throw new UsageError('A time zone needs a time.');
  if (said(asserted.place) !== undefined && said(asserted.location) === undefined)
    throw new UsageError('The name of a place needs a location, the place as it is claimed.');
  const stated = claims(asserted);
  return {
    ...(url === undefined ? {} : { url }),
    ...(caseId === undefined ? {} : { caseId }),
    ...(said(note) === undefined ? {} : { note: note ?? '' }),
    ...(said(postedAt) === undefined ? {} : { postedAt: postedAt ?? '' }),
    ...(Object.keys(stated).length === 0 ? {} : { claims: stated }),
    ...(said(sensitivity) === undefined ? {} : { sensitivity: sensitivity ?? '' }),
    ...(protectSubmitter === true ? { protectSubmitter } : {}),
  };
}
