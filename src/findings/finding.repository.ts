import { sql, type Selectable } from 'kysely';
import { wordDigest, type JsonObject, type JsonValue } from '../custody/index.js';
import type { Executor, Tx } from '../platform/db/database.js';
import type { Finding as FindingTable } from '../platform/db/schema.gen.js';
import { NotFoundError } from '../shared/errors.js';
import type { Stance } from './domain/attention.js';
import type { FindingEvidenceEntry } from './evidence.contract.js';

export type FindingRow = Omit<Selectable<FindingTable>, 'stance' | 'evidence'> & {
  readonly stance: Stance;
  readonly evidence: readonly FindingEvidenceEntry[];
};

export interface NewFinding {
  readonly id: string;
  readonly clipId: string;
  readonly claimId: string | null;
  readonly check: string;
  readonly stance: Stance;
  readonly summary: string;
  readonly detail: JsonValue;
  readonly foundValue: JsonObject | null;
  readonly evidence: readonly FindingEvidenceEntry[];
  /** A person, or else a rule in its version. */
  readonly madeBy: string | null;
  readonly rule?: { readonly id: string; readonly version: string };
}

/** Owns `finding`. Findings are never edited; they are withdrawn with a reason. */
export class FindingRepository {
  async insert(tx: Tx, finding: NewFinding): Promise<FindingRow> {
    const row = await tx
      .insertInto('finding')
      .values({
        id: finding.id,
        clip_id: finding.clipId,
        claim_id: finding.claimId,
        check_code: finding.check,
        stance: finding.stance,
        summary: finding.summary,
        detail: finding.detail === null ? null : JSON.stringify(finding.detail),
        found_value: finding.foundValue === null ? null : JSON.stringify(finding.foundValue),
        evidence: JSON.stringify(finding.evidence),
        made_by: finding.madeBy,
        rule: finding.rule?.id ?? null,
        rule_version: finding.rule?.version ?? null,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    return asFinding(row);
  }

  async get(on: Executor, id: string): Promise<FindingRow> {
    const row = await on.selectFrom('finding').selectAll().where('id', '=', id).executeTakeFirst();
    if (row === undefined) throw noSuchFinding();
    return asFinding(row);
  }

  /** Oldest first. */
  async list(
    on: Executor,
    filter: {
      readonly clipId: string;
      readonly claimId?: string | undefined;
      readonly cursor?: string | undefined;
      readonly limit: number;
    },
  ): Promise<FindingRow[]> {
    const { claimId, cursor } = filter;
    let query = on.selectFrom('finding').selectAll().where('clip_id', '=', filter.clipId);
    if (claimId !== undefined) query = query.where('claim_id', '=', claimId);
    if (cursor !== undefined) query = query.where('id', '>', cursor);
    return (await query.orderBy('id').limit(filter.limit).execute()).map(asFinding);
  }

  /** What rules said of a clip and nobody took back, and what a person took back of it. */
  async listByRules(on: Executor, clipId: string): Promise<FindingRow[]> {
    const rows = await on
      .selectFrom('finding')
      .selectAll()
      .where('clip_id', '=', clipId)
      .where('rule', 'is not', null)
      .where((eb) => eb.or([eb('withdrawn_at', 'is', null), eb('withdrawn_by', 'is not', null)]))
      .orderBy('id')
      .execute();
    return rows.map(asFinding);
  }

  /** Undefined when it was withdrawn before. `by` is null when a rule looked again. */
  async withdraw(tx: Tx, id: string, by: string | null, reason: string): Promise<FindingRow | undefined> {
    const row = await tx
      .updateTable('finding')
      .set({ withdrawn_at: sql<Date>`now()`, withdrawn_by: by, withdrawal_reason: reason })
      .where('id', '=', id)
      .where('withdrawn_at', 'is', null)
      .returningAll()
      .executeTakeFirst();
    return row === undefined ? undefined : asFinding(row);
  }
}

function noSuchFinding(): NotFoundError {
  return new NotFoundError('not_found', 'There is no such finding.');
}

/** What the log keeps apart, encrypted, of a finding that was made. */
export function madePrivately(row: FindingRow): JsonObject {
  return {
    before: null,
    after: {
      summary: row.summary,
      detail: row.detail as JsonValue,
      foundValue: row.found_value as JsonValue,
      evidence: row.evidence as unknown as JsonValue,
    },
    rows: Object.fromEntries([findingWords(row)]),
  };
}

/** What is held against the log of what a finding says; a withdrawal is a later wording of it. */
export function findingWords(row: Selectable<FindingTable> | FindingRow): readonly [string, string] {
  const withdrawal =
    row.withdrawn_at === null
      ? {}
      : { withdrawnBy: row.withdrawn_by, withdrawalReason: row.withdrawal_reason };
  return [
    `finding/${row.id}`,
    wordDigest({
      clipId: row.clip_id,
      claimId: row.claim_id,
      check: row.check_code,
      stance: row.stance,
      summary: row.summary,
      detail: row.detail,
      foundValue: row.found_value,
      evidence: row.evidence,
      rule: row.rule,
      ruleVersion: row.rule_version,
      madeBy: row.made_by,
      ...withdrawal,
    }),
  ];
}

function asFinding(row: Selectable<FindingTable>): FindingRow {
  return {
    ...row,
    stance: row.stance as Stance,
    evidence: row.evidence as unknown as readonly FindingEvidenceEntry[],
  };
}
