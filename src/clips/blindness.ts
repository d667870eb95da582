import { roleIn, type Principal } from '../identity/index.js';
import type { Executor } from '../platform/db/database.js';

/**
 * Claims of a clip whose assessments this reader may not see yet. In a blind case that is every claim that somebody else has
 * judged and the reader has not; a lead, who must rule, sees them once the reviews that were asked for are in. Every read of
 * assessments, rulings, and of what was said or logged about them asks here.
 */
export async function listBlindClaims(
  on: Executor,
  reader: Principal,
  clip: { readonly id: string; readonly case_id: string },
): Promise<ReadonlySet<string>> {
  const rows = await on
    .selectFrom('claim')
    .innerJoin('clip', 'clip.id', 'claim.clip_id')
    .innerJoin('evidence_case', 'evidence_case.id', 'clip.case_id')
    .select('claim.id')
    .where('claim.clip_id', '=', clip.id)
    .where('evidence_case.blind_review', '=', true)
    .$if(roleIn(reader, clip.case_id) === 'lead', (query) =>
      query.where('claim.verdict', 'in', ['unreviewed', 'in_review']),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('judgement')
            .select('judgement.id')
            .whereRef('judgement.claim_id', '=', 'claim.id')
            .where('made_by', '=', reader.userId),
        ),
      ),
    )
    .execute();
  return new Set(rows.map(({ id }) => id));
}
