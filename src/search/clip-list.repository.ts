import { sql, type Selectable } from 'kysely';
import type { Database } from '../platform/db/database.js';
import type { Clip } from '../platform/db/schema.gen.js';
import { clipConditions, clipSets, type Condition } from './clip-filters.js';
import type { ListQuery } from './clip-list.contract.js';
import type { CompiledQuery } from './search-text.js';

export interface ListScope {
  readonly readerId: string;
  /** Cases of which every clip is shown. */
  readonly caseIds: readonly string[];
  /** Cases of which only clips that the reader handed in are shown. */
  readonly ownCaseIds: readonly string[];
}

/** Newest submission first; ids are UUIDv7, so the order is that of creation and stable. */
export async function listClips(
  db: Database,
  scope: ListScope,
  query: ListQuery,
  words: CompiledQuery | undefined,
  limit: number,
): Promise<Selectable<Clip>[]> {
  const conditions = [
    ...clipConditions(query, scope.readerId),
    ...clipSets(query, words, scope.caseIds).map((set) => sql<boolean>`clip.id in (${set})`),
  ];
  const ids = sql.join(
    [
      ...scope.caseIds.map((caseId) => newestOfCase(caseId, conditions, limit)),
      ...(scope.ownCaseIds.length === 0 ? [] : [newestOwn(scope, conditions, limit)]),
    ],
    sql` union all `,
  );
  if (scope.caseIds.length + scope.ownCaseIds.length === 0) return [];
  const { rows } = await sql<Selectable<Clip>>`
    select clip.* from clip
    where clip.id in (select id from (${ids}) as found order by id desc limit ${limit})
    order by clip.id desc`.execute(db);
  return rows;
}

/** Case by case, because no index has the clips of several cases in one order. */
function newestOfCase(caseId: string, conditions: readonly Condition[], limit: number) {
  const all = sql.join([sql`clip.case_id = ${caseId}::uuid`, ...conditions], sql` and `);
  return sql`(select clip.id from clip where ${all} order by clip.id desc limit ${limit})`;
}

function newestOwn({ readerId, ownCaseIds }: ListScope, conditions: readonly Condition[], limit: number) {
  const all = sql.join([sql`clip.case_id = any(${[...ownCaseIds]}::uuid[])`, ...conditions], sql` and `);
  return sql`(select distinct submission.clip_id as id from submission join clip on clip.id = submission.clip_id
    where submission.submitted_by = ${readerId}::uuid and ${all} order by submission.clip_id desc limit ${limit})`;
}
