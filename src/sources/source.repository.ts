import { sql, type Selectable } from 'kysely';
import type { ClaimVerdict } from '../clips/index.js';
import type { Executor, Tx } from '../platform/db/database.js';
import type { Source, SourceGrade } from '../platform/db/schema.gen.js';
import { NotFoundError } from '../shared/errors.js';
import { containing } from './containing.js';
import type { GradeRequest, SourcePatch } from './source.contract.js';

export type SourceRow = Selectable<Source>;
export type GradeRow = Selectable<SourceGrade>;
export type VerdictCounts = Partial<Record<ClaimVerdict, number>>;

/** Owns `source` and `source_grade`. */
export class SourceRepository {
  insert(
    tx: Tx,
    source: Pick<SourceRow, 'id' | 'case_id' | 'kind' | 'name' | 'notes' | 'created_by'>,
  ): Promise<SourceRow> {
    return tx.insertInto('source').values(source).returningAll().executeTakeFirstOrThrow();
  }

  async get(on: Executor, id: string): Promise<SourceRow> {
    const row = await on.selectFrom('source').selectAll().where('id', '=', id).executeTakeFirst();
    if (row === undefined) throw new NotFoundError('not_found', 'There is no such source.');
    return row;
  }

  lock(tx: Tx, id: string): Promise<SourceRow> {
    return tx.selectFrom('source').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
  }

  async isOfCase(on: Executor, id: string, caseId: string): Promise<boolean> {
    const row = await on
      .selectFrom('source')
      .select('id')
      .where('id', '=', id)
      .where('case_id', '=', caseId)
      .executeTakeFirst();
    return row !== undefined;
  }

  /** Newest first. `q` is looked for in names and in the handles of their accounts. */
  list(
    on: Executor,
    filter: {
      readonly caseIds: readonly string[];
      readonly q?: string | undefined;
      readonly cursor?: string | undefined;
      readonly limit: number;
    },
  ): Promise<SourceRow[]> {
    if (filter.caseIds.length === 0) return Promise.resolve([]);
    const { q, cursor } = filter;
    return on
      .selectFrom('source')
      .selectAll()
      .where('case_id', 'in', [...filter.caseIds])
      .$if(q !== undefined, (query) =>
        query.where((eb) =>
          eb.or([
            eb('name', 'ilike', containing(q ?? '')),
            eb.exists(
              eb
                .selectFrom('account')
                .select('account.id')
                .whereRef('account.source_id', '=', 'source.id')
                .where('account.handle', 'ilike', containing((q ?? '').replace(/^@/, ''))),
            ),
          ]),
        ),
      )
      .$if(cursor !== undefined, (query) => query.where('id', '<', cursor ?? ''))
      .orderBy('id', 'desc')
      .limit(filter.limit)
      .execute();
  }

  update(tx: Tx, id: string, patch: SourcePatch): Promise<SourceRow> {
    return this.#change(tx, id, {
      ...(patch.kind === undefined ? {} : { kind: patch.kind }),
      ...(patch.name === undefined ? {} : { name: patch.name }),
      ...(patch.notes === undefined ? {} : { notes: patch.notes }),
    });
  }

  /** Adds to the history; the newest grade is what the source counts as. */
  async grade(
    tx: Tx,
    sourceId: string,
    grade: GradeRequest & { readonly id: string; readonly madeBy: string },
  ): Promise<GradeRow> {
    const row = await tx
      .insertInto('source_grade')
      .values({
        id: grade.id,
        source_id: sourceId,
        grade: grade.grade,
        reason: grade.reason,
        made_by: grade.madeBy,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await this.#change(tx, sourceId, { reliability: grade.grade });
    return row;
  }

  /** Newest first. */
  listGrades(on: Executor, sourceId: string): Promise<GradeRow[]> {
    return on
      .selectFrom('source_grade')
      .selectAll()
      .where('source_id', '=', sourceId)
      .orderBy('id', 'desc')
      .execute();
  }

  /** Verdicts on claims that point at the source. */
  async countSourceClaims(on: Executor, sourceId: string): Promise<VerdictCounts> {
    const rows = await on
      .selectFrom('claim')
      .select(['verdict', sql<number>`count(*)`.as('count')])
      .where('source_id', '=', sourceId)
      .groupBy('verdict')
      .execute();
    return countsOf(rows);
  }

  /** Verdicts on every claim of the clips that come from the source's accounts or have a claim pointing at it. */
  async countClipClaims(on: Executor, sourceId: string): Promise<VerdictCounts> {
    const rows = await on
      .selectFrom('claim')
      .select(['verdict', sql<number>`count(*)`.as('count')])
      .where('clip_id', 'in', (eb) =>
        eb
          .selectFrom('account')
          .innerJoin('account_sighting', 'account_sighting.account_id', 'account.id')
          .select('account_sighting.clip_id')
          .where('account.source_id', '=', sourceId)
          .union(
            eb
              .selectFrom('claim as pointing')
              .select('pointing.clip_id')
              .where('pointing.source_id', '=', sourceId),
          ),
      )
      .groupBy('verdict')
      .execute();
    return countsOf(rows);
  }

  #change(
    tx: Tx,
    id: string,
    columns: Partial<Pick<SourceRow, 'kind' | 'name' | 'notes' | 'reliability'>>,
  ): Promise<SourceRow> {
    return tx
      .updateTable('source')
      .set((eb) => ({ ...columns, version: eb('version', '+', 1), updated_at: sql<Date>`now()` }))
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
  }
}

function countsOf(rows: readonly { readonly verdict: string; readonly count: number }[]): VerdictCounts {
  return Object.fromEntries(rows.map(({ verdict, count }) => [verdict, count]));
}
