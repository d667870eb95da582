import { sql, type RawBuilder } from 'kysely';
import { blindClaims } from '../clips/index.js';
import type { Principal } from '../identity/index.js';
import type { Executor } from '../platform/db/database.js';
import type { ListQuery } from './clip-list.contract.js';
import { areaAround, type Area, type Circle } from './domain/place-filter.js';
import type { CompiledQuery } from './search-text.js';

export type Condition = RawBuilder<boolean>;
export type ClipSet = RawBuilder<{ clip_id: string }>;

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
  if (query.tag !== undefined) conditions.push(sql`clip.tags @> array[${query.tag}]::text[]`);
  if (query.cursor !== undefined) conditions.push(sql`clip.id < ${query.cursor}::uuid`);
  return conditions;
}

/** What claims and annotations say of a clip: each a query for `clip_id`. */
export function clipSets(query: ListQuery): ClipSet[] {
  const ofClaims = (condition: Condition): ClipSet => sql`select clip_id from claim where ${condition}`;
  const state = claimState(query);
  const sets: ClipSet[] = state === undefined ? [] : [ofClaims(state)];
  if (query.bbox !== undefined) sets.push(ofClaims(meets(query.bbox)));
  if (query.near !== undefined && query.radiusM !== undefined)
    sets.push(ofClaims(within({ ...query.near, radiusM: query.radiusM })));
  if (query.timeFrom !== undefined || query.timeTo !== undefined)
    sets.push(
      ofClaims(
        sql`time_range && tstzrange(${query.timeFrom ?? null}::timestamptz, ${query.timeTo ?? null}::timestamptz, '[]')`,
      ),
    );
  if (query.person !== undefined)
    sets.push(
      sql`select clip_id from annotation where subject_id = ${query.person}::uuid and withdrawn_at is null`,
    );
  return sets;
}

/** In any case: the clip's own case is asked for beside it. */
export function wordSet(on: Executor, words: CompiledQuery, reader: Principal): ClipSet {
  return sql`select clip_id from search_document
    where tsv @@ ${words.variant ?? words.exact}::tsquery and (claim_id is null or ${isOpenTo(on, reader)})`;
}

/** Of what people said about claims alone, which `search_clips` leaves out. */
export function wordSetOfClaims(
  on: Executor,
  words: CompiledQuery,
  reader: Principal,
  caseIds: readonly string[],
): ClipSet {
  return sql`select clip_id from search_document
    where tsv @@ ${words.variant ?? words.exact}::tsquery and claim_id is not null
      and case_id = any(${[...caseIds]}::uuid[]) and ${isOpenTo(on, reader)}`;
}

/** A filter answers questions as a text does: words that are kept from the reader find nothing. */
function isOpenTo(on: Executor, reader: Principal): Condition {
  const blind = blindClaims(on, reader).where('claim.id', '=', sql.ref<string>('search_document.claim_id'));
  return sql<boolean>`(made_by = ${reader.userId}::uuid or not exists ${blind})`;
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
function meets(area: Area): Condition {
  const boxes = [-360, 0, 360].map(
    (turn) =>
      sql`place_box && box(point(${area.westDeg + turn}, ${area.southDeg}), point(${area.eastDeg + turn}, ${area.northDeg}))`,
  );
  return sql<boolean>`(${sql.join(boxes, sql` or `)})`;
}

/** On a sphere, to the nearest point of the claimed area. */
function within(circle: Circle): Condition {
  return sql<boolean>`(${meets(areaAround(circle))} and metres_to_box(${circle.latDeg}, ${circle.lonDeg}, place_box) <= ${circle.radiusM})`;
}
