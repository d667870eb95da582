import { roleIn, type Principal } from '../identity/index.js';
import type { Executor } from '../platform/db/database.js';

/**
 * Claims whose assessments this reader may not see yet. In a blind case that is every claim that the reader has not judged; a
 * lead, who must rule, sees them once the reviews that were asked for are in. A query, for reads that span many clips.
 */
export function blindClaims(on: Executor, reader: Principal) {
  const led = [...reader.roles.keys()].filter((caseId) => roleIn(reader, caseId) === 'lead');
  return on
    .selectFrom('claim')
    .innerJoin('clip', 'clip.id', 'claim.clip_id')
    .innerJoin('evidence_case', 'evidence_case.id', 'clip.case_id')
    .select('claim.id')
    .where('evidence_case.blind_review', '=', true)
    .$if(led.length > 0, (query) =>
      query.where((eb) =>
        eb.or([eb('clip.case_id', 'not in', led), eb('claim.verdict', 'in', ['unreviewed', 'in_review'])]),
      ),
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
    );
}

/** The same for one clip. Every read of assessments, rulings, and of what was said or logged about them asks here. */
export async function listBlindClaims(
  on: Executor,
  reader: Principal,
  clip: { readonly id: string; readonly case_id: string },
): Promise<ReadonlySet<string>> {
  const rows = await blindClaims(on, reader).where('claim.clip_id', '=', clip.id).execute();
  return new Set(rows.map(({ id }) => id));
}
