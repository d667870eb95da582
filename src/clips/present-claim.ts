import { readClaimedTime } from '../geo/index.js';
import type { ClaimRow } from './claim.repository.js';
import type { Claim } from './clip.contract.js';

/** A claim as it was made, beside what has become of it. */
export function presentClaim(row: ClaimRow): Claim {
  return {
    id: row.id,
    type: row.type,
    statement: row.statement,
    value: row.type === 'time' ? timeValue(row.value) : row.value,
    verdict: row.verdict,
    credibility: row.credibility,
    needsAttention: row.needs_attention,
    claimedBy: row.claimed_by,
    language: row.language,
    submissionId: row.submission_id,
    addedBy: row.added_by,
    sourceId: row.source_id,
    createdAt: row.created_at.toISOString(),
  };
}

/** Claims of before EDTF was kept get it on reading. */
function timeValue(value: ClaimRow['value']): Claim['value'] {
  if ('edtf' in value) return value;
  const reading = readClaimedTime(value);
  return 'problem' in reading ? value : { ...value, ...reading };
}
