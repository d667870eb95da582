import { sql } from 'kysely';
import type { Executor } from '../platform/db/database.js';
import type { Link } from './domain/joined-groups.js';

/** Beyond so many originals a connection is not looked for. */
const MOST_ORIGINALS = 500;
const MOST_STEPS = 8;

/** Originals that show the same pictures, by matches of the whole archive that nobody has rejected, from these originals on. */
export async function listFootageLinks(on: Executor, originals: readonly string[]): Promise<Link[]> {
  const links: Link[] = [];
  const seen = new Set(originals);
  let edge = [...originals];
  for (let step = 0; step < MOST_STEPS && edge.length > 0 && seen.size < MOST_ORIGINALS; step += 1) {
    const found = await listNeighbours(on, edge);
    links.push(...found);
    edge = [...new Set(found.map(([, other]) => other))].filter((other) => !seen.has(other));
    for (const original of edge) seen.add(original);
  }
  return links;
}

async function listNeighbours(on: Executor, originals: readonly string[]): Promise<Link[]> {
  const { rows } = await sql<{ one: string; other: string }>`
    select distinct one.original_sha256 as one, other.original_sha256 as other
    from clip as one
    cross join lateral (
      select other_clip_id as id, kind, state from clip_match where clip_id = one.id
      union all
      select clip_id, kind, state from clip_match where other_clip_id = one.id
    ) as matched
    join clip as other on other.id = matched.id
    where one.original_sha256 = any(${[...originals]}::text[])
      and kind = 'same_footage' and state <> 'rejected' and other.original_sha256 is not null
    order by one, other limit ${MOST_ORIGINALS}`.execute(on);
  return rows.map(({ one, other }) => [one, other] as const);
}

/** The two originals of each of these matches that nobody has rejected. */
export async function listMatchedOriginals(on: Executor, matchIds: readonly string[]): Promise<Link[]> {
  if (matchIds.length === 0) return [];
  const rows = await on
    .selectFrom('clip_match')
    .innerJoin('clip as one', 'one.id', 'clip_match.clip_id')
    .innerJoin('clip as other', 'other.id', 'clip_match.other_clip_id')
    .select(['one.original_sha256 as one', 'other.original_sha256 as other'])
    .where('clip_match.id', 'in', [...matchIds])
    .where('state', '!=', 'rejected')
    .execute();
  return rows.flatMap(({ one, other }) => (one === null || other === null ? [] : [[one, other] as const]));
}
