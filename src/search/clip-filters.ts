import { sql, type RawBuilder } from 'kysely';
import { blindClaims } from '../clips/index.js';
import type { Principal } from '../identity/index.js';
import type { Executor } from '../platform/db/database.js';
import type { ListQuery } from './clip-list.contract.js';
import { areaAround, type Area, type Circle } from './domain/place-filter.js';
import type { CompiledQuery } from './search-text.js';

export type Condition = RawBuilder<boolean>;
/** Clips of which something is said. */
export interface ClipSet {
  /** A query for `clip_id`, the same one perhaps more than once. */
  readonly ids: RawBuilder<{ clip_id: string }>;
  /** Whether the clip at hand is one of them. */
  readonly holds: Condition;
}

/** What a clip's own row says. */
export function clipConditions(query: ListQuery, readerId: string): Condition[] {
  const { assignee, submittedAfter, submittedBefore } = query;
  const conditions: Condition[] = [];
  for (const column of ['processing', 'work', 'verification', 'sensitivity'] as const) {
    const wanted = query[column];
    if (wanted !== undefined) conditions.push(sql`clip.${sql.ref(column)} = ${wanted}`);
  }
  if (submittedAfter !== undefined) conditions.push(sql`clip.created_at >= ${submittedAfter}::timestamptz`);
  if (submittedBefore !== undefined) conditions.push(sql`clip.created_at < ${submittedBefore}::timestamptz`);
  if (assignee === 'none') conditions.push(sql`clip.assignee_id is null`);
  else if (assignee !== undefined)
    conditions.push(sql`clip.assignee_id = ${assignee === 'me' ? readerId : assignee}::uuid`);
  // The first half is what the index of failed clips is limited to.
  if (query.failure !== undefined)
    conditions.push(
      sql`clip.processing_error is not null and clip.processing_error ->> 'code' = ${query.failure}`,
    );
  if (query.tag !== undefined) conditions.push(sql`clip.tags @> array[${query.tag}]::text[]`);
  if (query.hasMatches === false) conditions.push(sql`not ${isMatched}`);
  if (query.cursor !== undefined)
    conditions.push(sql`clip.id ${query.order === 'oldest' ? sql`>` : sql`<`} ${query.cursor}::uuid`);
  return conditions;
}

export const isMatched: Condition = sql<boolean>`(
  exists (select from clip_match where clip_match.clip_id = clip.id and clip_match.state <> 'rejected')
  or exists (select from clip_match where clip_match.other_clip_id = clip.id and clip_match.state <> 'rejected')
)`;

/** Either clip of a match that nobody has rejected. */
const MATCHED: ClipSet = {
  ids: sql`select clip_id from clip_match where state <> 'rejected'
    union all select other_clip_id from clip_match where state <> 'rejected'`,
  holds: isMatched,
};

/** What claims, annotations and matches say of a clip. */
export function clipSets(query: ListQuery): ClipSet[] {
  const ofClaims = (...alternatives: Condition[]): ClipSet => setOf(sql`claim`, alternatives);
  const state = claimState(query);
  const sets: ClipSet[] = state === undefined ? [] : [ofClaims(state)];
  if (query.bbox !== undefined) sets.push(ofClaims(...meets(query.bbox)));
  if (query.near !== undefined && query.radiusM !== undefined)
    sets.push(ofClaims(...within({ ...query.near, radiusM: query.radiusM })));
  if (query.timeFrom !== undefined || query.timeTo !== undefined)
    sets.push(
      ofClaims(
        sql`time_range && tstzrange(${query.timeFrom ?? null}::timestamptz, ${query.timeTo ?? null}::timestamptz, '[]')`,
      ),
    );
  if (query.person !== undefined)
    sets.push(setOf(sql`annotation`, [sql`subject_id = ${query.person}::uuid and withdrawn_at is null`]));
  if (query.hasMatches === true) sets.push(MATCHED);
  return sets;
}

/** In any case: the clip's own case is asked for beside it. */
export function wordSet(on: Executor, words: CompiledQuery, reader: Principal): ClipSet {
  return setOf(sql`search_document`, [
    sql`tsv @@ ${words.variant ?? words.exact}::tsquery and (claim_id is null or ${isOpenTo(on, reader)})`,
  ]);
}

/** Of what people said about claims alone, which `search_clips` leaves out. */
export function wordSetOfClaims(
  on: Executor,
  words: CompiledQuery,
  reader: Principal,
  caseIds: readonly string[],
): ClipSet {
  return setOf(sql`search_document`, [
    sql`tsv @@ ${words.variant ?? words.exact}::tsquery and claim_id is not null
      and case_id = any(${[...caseIds]}::uuid[]) and ${isOpenTo(on, reader)}`,
  ]);
}

/** A filter answers questions as a text does: words that are kept from the reader find nothing. */
function isOpenTo(on: Executor, reader: Principal): Condition {
  const blind = blindClaims(on, reader).where('claim.id', '=', sql.ref<string>('search_document.claim_id'));
  return sql<boolean>`(made_by = ${reader.userId}::uuid or not exists ${blind})`;
}

/** Rows of a table that one of the conditions holds for. Apart, each is looked up in its index; of one clip, all are tried. */
function setOf(table: RawBuilder<unknown>, alternatives: readonly Condition[]): ClipSet {
  const any = sql.join(alternatives, sql` or `);
  return {
    ids: sql`${sql.join(
      alternatives.map((one) => sql`select clip_id from ${table} where ${one}`),
      sql` union all `,
    )}`,
    // The offset keeps the planner from reading the whole of a large set before the first clip.
    holds: sql`exists (select from ${table} where clip_id = clip.id and (${any}) offset 0)`,
  };
}

/** One claim has all of it. */
function claimState({ verdict, claimType, needsAttention }: ListQuery): Condition | undefined {
  const wanted: Condition[] = [];
  if (verdict !== undefined) wanted.push(sql`verdict = ${verdict}`);
  if (claimType !== undefined) wanted.push(sql`type = ${claimType}`);
  if (needsAttention !== undefined) wanted.push(sql`needs_attention = ${needsAttention}`);
  return wanted.length === 0 ? undefined : sql<boolean>`${sql.join(wanted, sql` and `)}`;
}

/** A claimed place that crosses the antimeridian may be kept beyond 180 degrees on either side. */
function meets(area: Area): Condition[] {
  return [0, -360, 360].map(
    (turn) =>
      sql`place_box && box(point(${area.westDeg + turn}, ${area.southDeg}), point(${area.eastDeg + turn}, ${area.northDeg}))`,
  );
}

/** On a sphere, to the nearest point of the claimed area. */
function within(circle: Circle): Condition[] {
  return meets(areaAround(circle)).map(
    (box) =>
      sql`(${box} and metres_to_box(${circle.latDeg}, ${circle.lonDeg}, place_box) <= ${circle.radiusM})`,
  );
}
