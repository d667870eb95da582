import { isConcluded, type ClipChange, type ClipRow } from '../../clips/index.js';
import type { CustodyEntry } from '../../custody/index.js';
import { actorOf, type Principal } from '../../identity/index.js';
import type { Tx } from '../../platform/db/database.js';
import type { AnnotationRow } from './annotation.repository.js';

/**
 * A mark that newly contradicts a concluded claim asks for attention to it; the verdict stays. Answers what the log is to
 * record of that: nothing when the claim is still open, or somebody's attention is asked for already.
 */
export async function askAttention(
  tx: Tx,
  change: ClipChange,
  principal: Principal,
  clip: ClipRow,
  { before, after }: { readonly before: AnnotationRow | null; readonly after: AnnotationRow },
): Promise<CustodyEntry[]> {
  const claimId = contradictedBy(after);
  if (claimId === null || (before !== null && contradictedBy(before) === claimId)) return [];
  const claim = await change.claims.get(tx, claimId);
  if (!isConcluded(claim.verdict) || claim.needs_attention) return [];
  await change.claims.raiseAttention(tx, claimId);
  return [
    {
      chain: clip.case_id,
      clipId: clip.id,
      action: 'claim.attention_raised',
      actor: actorOf(principal),
      body: { claimId, by: { kind: 'annotation', id: after.id } },
    },
  ];
}

function contradictedBy(row: AnnotationRow): string | null {
  return row.stance === 'contradicts' ? row.claim_id : null;
}
