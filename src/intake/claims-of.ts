import { readClaimValue, type ClaimType, type NewClaim } from '../clips/index.js';
import { newId } from '../shared/ids.js';
import type { Submission } from './submission.contract.js';

const TYPES = ['location', 'time', 'source'] as const satisfies readonly ClaimType[];

/**
 * One claim for each thing that the submission asserts; the statement stays word for word, the rest is its value.
 * @throws InvalidInputError `polygon_too_large`
 */
export function claimsOf(claims: Submission['claims'], clipId: string, submissionId: string): NewClaim[] {
  const made = TYPES.flatMap((type) => {
    const claim = claims[type];
    if (claim === undefined) return [];
    const { statement, claimedBy, language, ...value } = claim;
    return [{ type, statement, claimedBy, language, value: readClaimValue(type, value, `claims.${type}`) }];
  });
  const { other } = claims;
  const all =
    other === undefined ? made : [...made, { ...other, type: 'other' as const, value: other.value ?? {} }];
  return all.map(({ claimedBy, language, ...claim }) => ({
    ...claim,
    id: newId(),
    clipId,
    submissionId,
    addedBy: null,
    claimedBy: claimedBy ?? null,
    language: language ?? null,
  }));
}
