import { sql, type RawBuilder, type Selectable } from 'kysely';
import type { Principal } from '../identity/index.js';
import type { Database, Executor } from '../platform/db/database.js';
import { withoutTopics } from '../work/index.js';
import type { Clip } from '../platform/db/schema.gen.js';
import {
  clipConditions,
  clipSets,
  wordSet,
  wordSetOfClaims,
  type ClipSet,
  type Condition,
} from './clip-filters.js';
import type { ListQuery } from './clip-list.contract.js';
import { findClipsWith } from './search.repository.js';
import type { CompiledQuery } from './search-text.js';

export interface ListScope {
  readonly reader: Principal;
  /** Cases of which every clip is shown. */
  readonly caseIds: readonly string[];
  /** Cases of which only clips that the reader handed in are shown. */
  readonly ownCaseIds: readonly string[];
  /** Topics that the reader asks not to be given. */
  readonly leftOut: readonly string[];
}

interface Cut {
  readonly limit: number;
  readonly order: RawBuilder<unknown>;
}

/** Sets of so many clips and fewer are read first; the rest is asked of those clips alone. */
const FEW = 3_000;
/** Beyond it, planning a query for each case takes longer than the answer. */
const MOST_CASES = 12;

/** By submission, newest or oldest first; ids are UUIDv7, so the order is that of creation and stable. */
export async function listClips(
  db: Database,
  scope: ListScope,
  query: ListQuery,
  words: CompiledQuery | undefined,
  limit: number,
): Promise<Selectable<Clip>[]> {
  if (scope.caseIds.length + scope.ownCaseIds.length === 0) return [];
  const { ids, conditions } = await narrow(db, scope, query, words);
  if (ids?.size === 0) return [];
  const all = [...clipConditions(query, scope.reader.userId), ...wished(scope), ...conditions];
  const cut: Cut = { limit, order: query.order === 'oldest' ? sql`asc` : sql`desc` };
  const found = ids === undefined ? foremost(scope, all, cut) : foremostAmong(scope, [...ids], all, cut);
  const { rows } = await sql<Selectable<Clip>>`
    select clip.* from clip where clip.id in (${found}) order by clip.id ${cut.order}`.execute(db);
  return rows;
}

/** What the reader handed in, and what was assigned to them all the same, stays. */
function wished({ reader, leftOut, ownCaseIds }: ListScope): Condition[] {
  if (leftOut.length === 0) return [];
  return [
    sql<boolean>`(clip.assignee_id = ${reader.userId}::uuid or clip.case_id = any(${[...ownCaseIds]}::uuid[])
      or ${withoutTopics(leftOut)})`,
  ];
}

/**
 * The planner can only guess how many clips have a claim in some place, so each set is tried first: small ones become ids, and
 * only large ones stay conditions, of which a walk from the newest clip soon finds enough.
 */
async function narrow(
  db: Database,
  scope: ListScope,
  query: ListQuery,
  words: CompiledQuery | undefined,
): Promise<{ ids: ReadonlySet<string> | undefined; conditions: Condition[] }> {
  const [sets, spoken] = await Promise.all([
    trySets(db, clipSets(query)),
    words === undefined ? undefined : fewWith(db, scope, words),
  ]);
  const tried = [
    ...sets,
    ...(words === undefined ? [] : [{ set: wordSet(db, words, scope.reader), ids: spoken }]),
  ];
  const small = tried.flatMap(({ ids }) => (ids === undefined ? [] : [ids]));
  const large = tried.filter(({ ids }) => ids === undefined).map(({ set }) => set);
  const [first, ...rest] = small;
  return {
    ids: first === undefined ? undefined : rest.reduce((among, ids) => among.intersection(ids), first),
    conditions: large.map(({ holds }) => holds),
  };
}

/** Two questions: of what is blind to nobody, and of what people said of claims, where the reader's blindness decides. */
async function fewWith(
  db: Database,
  { reader, caseIds }: ListScope,
  words: CompiledQuery,
): Promise<ReadonlySet<string> | undefined> {
  const open = await findClipsWith(db, words, caseIds, FEW);
  // Asking for blindness costs most where words are frequent, and there the answer would not be used.
  if (open === undefined) return undefined;
  const ofClaims = await fewOf(db, wordSetOfClaims(db, words, reader, caseIds));
  return ofClaims?.union(new Set(open));
}

interface Tried {
  readonly set: ClipSet;
  /** Undefined when there are more than a few. */
  readonly ids: ReadonlySet<string> | undefined;
}

async function trySets(db: Database, sets: readonly ClipSet[]): Promise<readonly Tried[]> {
  if (sets.length === 0) return [];
  return db.transaction().execute(async (tx) => {
    // A bitmap of the whole of a large set would be made before its first rows are read; and a small one is never worth the
    // whole table, however the planner guesses at boxes.
    await sql`select set_config('enable_bitmapscan', 'off', true), set_config('enable_seqscan', 'off', true),
      set_config('max_parallel_workers_per_gather', '0', true)`.execute(tx);
    const tried: Tried[] = [];
    for (const set of sets) tried.push({ set, ids: await fewOf(tx, set) });
    return tried;
  });
}

async function fewOf(on: Executor, set: ClipSet): Promise<ReadonlySet<string> | undefined> {
  const { rows } = await sql<{ clip_id: string }>`${set.ids} limit ${FEW + 1}`.execute(on);
  return rows.length > FEW ? undefined : new Set(rows.map(({ clip_id }) => clip_id));
}

function foremostAmong(
  { caseIds }: ListScope,
  ids: readonly string[],
  conditions: readonly Condition[],
  { limit, order }: Cut,
) {
  const wanted = [
    sql`clip.id = any(${[...ids]}::uuid[])`,
    sql`clip.case_id = any(${[...caseIds]}::uuid[])`,
    ...conditions,
  ];
  return sql`select clip.id from clip where ${sql.join(wanted, sql` and `)} order by clip.id ${order} limit ${limit}`;
}

/** Case by case, because no index has the clips of several cases in one order. */
function foremost(scope: ListScope, conditions: readonly Condition[], cut: Cut) {
  const { caseIds, ownCaseIds } = scope;
  const parts =
    caseIds.length > MOST_CASES
      ? [
          sql`(select found.id from unnest(${[...caseIds]}::uuid[]) as mine (id), lateral ${foremostOfCase(sql`mine.id`, conditions, cut)} as found)`,
        ]
      : caseIds.map((id) => foremostOfCase(sql`${id}::uuid`, conditions, cut));
  if (ownCaseIds.length > 0) parts.push(foremostOwn(scope, conditions, cut));
  return sql`select id from (${sql.join(parts, sql` union all `)}) as found order by id ${cut.order} limit ${cut.limit}`;
}

function foremostOfCase(
  caseId: RawBuilder<unknown>,
  conditions: readonly Condition[],
  { limit, order }: Cut,
) {
  const all = sql.join([sql`clip.case_id = ${caseId}`, ...conditions], sql` and `);
  return sql`(select clip.id from clip where ${all} order by clip.id ${order} limit ${limit})`;
}

function foremostOwn(
  { reader, ownCaseIds }: ListScope,
  conditions: readonly Condition[],
  { limit, order }: Cut,
) {
  const all = sql.join([sql`clip.case_id = any(${[...ownCaseIds]}::uuid[])`, ...conditions], sql` and `);
  return sql`(select distinct submission.clip_id as id from submission join clip on clip.id = submission.clip_id
    where submission.submitted_by = ${reader.userId}::uuid and ${all} order by submission.clip_id ${order} limit ${limit})`;
}
