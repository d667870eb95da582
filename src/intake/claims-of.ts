import type { ClaimType, NewClaim } from '../clips/index.js';
import { newId } from '../shared/ids.js';
import type { Submission } from './submission.contract.js';

const TYPES = ['location', 'time', 'source'] as const satisfies readonly ClaimType[];

/** One claim for each thing that the submission asserts; the statement stays word for word, the rest is its value. */
export function claimsOf(claims: Submission['claims'], clipId: string, submissionId: string): NewClaim[] {
  return TYPES.flatMap((type) => {
    const claim = claims[type];
    if (claim === undefined) return [];
    const { statement, ...value } = claim;
    return [{ id: newId(), clipId, submissionId, type, statement, value }];
  });
}
