import type { Selectable } from 'kysely';
import type { Executor, Tx } from '../../platform/db/database.js';
import type { Judgement as JudgementTable } from '../../platform/db/schema.gen.js';
import type { ConclusiveVerdict } from '../../clips/index.js';
import type { EvidenceEntry } from '../../findings/index.js';
import type { Judgement } from './domain/verdict.js';
import type { CheckedStep } from './judgement.contract.js';

export interface JudgementRow extends Judgement {
  readonly id: string;
  readonly claimId: string;
  readonly clipId: string;
  readonly credibility: number;
  readonly rationale: string;
  readonly evidence: readonly EvidenceEntry[];
  readonly checklist: readonly CheckedStep[];
  readonly supersedes: string | null;
  readonly createdAt: Date;
}

export type NewJudgement = Omit<JudgementRow, 'ordinal' | 'createdAt'>;

/** Owns `judgement`: assessments and rulings, which are added and never changed. */
export class JudgementRepository {
  /** The clip must be locked: then ordinals are in the order of the commits. */
  async insert(tx: Tx, judgement: NewJudgement): Promise<JudgementRow> {
    const row = await tx
      .insertInto('judgement')
      .values({
        id: judgement.id,
        kind: judgement.kind,
        claim_id: judgement.claimId,
        clip_id: judgement.clipId,
        made_by: judgement.madeBy,
        verdict: judgement.verdict,
        credibility: judgement.credibility,
        rationale: judgement.rationale,
        evidence: JSON.stringify(judgement.evidence),
        checklist: JSON.stringify(judgement.checklist),
        supersedes: judgement.supersedes,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    return asJudgement(row);
  }

  /** In the order in which they were made. */
  async listOfClaim(on: Executor, claimId: string): Promise<JudgementRow[]> {
    const rows = await on
      .selectFrom('judgement')
      .selectAll()
      .where('claim_id', '=', claimId)
      .orderBy('ordinal')
      .execute();
    return rows.map(asJudgement);
  }

  async listOfClip(on: Executor, clipId: string): Promise<JudgementRow[]> {
    const rows = await on
      .selectFrom('judgement')
      .selectAll()
      .where('clip_id', '=', clipId)
      .orderBy('ordinal')
      .execute();
    return rows.map(asJudgement);
  }
}

function asJudgement(row: Selectable<JudgementTable>): JudgementRow {
  return {
    id: row.id,
    ordinal: row.ordinal,
    kind: row.kind as JudgementRow['kind'],
    claimId: row.claim_id,
    clipId: row.clip_id,
    madeBy: row.made_by,
    verdict: row.verdict as ConclusiveVerdict,
    credibility: row.credibility,
    rationale: row.rationale,
    evidence: row.evidence as unknown as EvidenceEntry[],
    checklist: row.checklist as unknown as CheckedStep[],
    supersedes: row.supersedes,
    createdAt: row.created_at,
  };
}
