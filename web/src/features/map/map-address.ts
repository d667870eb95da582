import { verificationShapes, type Verification } from './clip-marks';
import type { Span } from './timeline/time-axis';

/** What a link to the map page says: ids and times, no words of anybody. */
export interface MapAddress {
  readonly caseId: string | undefined;
  readonly verification: Verification | undefined;
  readonly span: Span | undefined;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What cannot be read is as if it were not there. */
export function readMapAddress(search: Readonly<Record<string, unknown>>): MapAddress {
  const { case: caseId, verification, from, to } = search;
  const [fromMs, toMs] = [from, to].map((text) => (typeof text === 'string' ? Date.parse(text) : Number.NaN));
  return {
    caseId: typeof caseId === 'string' && UUID.test(caseId) ? caseId : undefined,
    verification: isVerification(verification) ? verification : undefined,
    span: fromMs !== undefined && toMs !== undefined && fromMs < toMs ? { fromMs, toMs } : undefined,
  };
}

export function addressOf({ caseId, verification, span }: MapAddress): Record<string, string> {
  return {
    ...(caseId === undefined ? {} : { case: caseId }),
    ...(verification === undefined ? {} : { verification }),
    ...(span === undefined ? {} : { from: minuteOf(span.fromMs), to: minuteOf(span.toMs) }),
  };
}

const minuteOf = (ms: number) => `${new Date(ms).toISOString().slice(0, 16)}Z`;

function isVerification(given: unknown): given is Verification {
  return typeof given === 'string' && Object.hasOwn(verificationShapes, given);
}
