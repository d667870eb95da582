import { sql, type RawBuilder } from 'kysely';
import type { Executor } from '../platform/db/database.js';

/** In alphabetical order, in lower case. */
export async function listTopics(on: Executor, userId: string): Promise<string[]> {
  const rows = await on
    .selectFrom('topic_opt_out')
    .select('topic')
    .where('user_id', '=', userId)
    .orderBy('topic')
    .execute();
  return rows.map(({ topic }) => topic);
}

/** These and no others from now on. The database lowers the case, as it does when it compares. */
export async function replaceTopics(on: Executor, userId: string, topics: readonly string[]): Promise<void> {
  await sql`
    with wanted as (select distinct lower(topic) as topic from unnest(${[...topics]}::text[]) as topic),
    gone as (
      delete from topic_opt_out where user_id = ${userId}::uuid and topic not in (select topic from wanted)
    )
    insert into topic_opt_out (user_id, topic) select ${userId}::uuid, topic from wanted
    on conflict do nothing`.execute(on);
}

/** Whether the person asks not to be given what has these tags. */
export async function optsOut(on: Executor, userId: string, tags: readonly string[]): Promise<boolean> {
  if (tags.length === 0) return false;
  const { rows } = await sql`
    select from topic_opt_out
    where user_id = ${userId}::uuid
      and topic in (select lower(tag) from unnest(${[...tags]}::text[]) as tag)
    limit 1`.execute(on);
  return rows.length > 0;
}

/** Of a query on `clip`: none of its tags is one of these topics. */
export function withoutTopics(topics: readonly string[]): RawBuilder<boolean> {
  return sql<boolean>`not exists (
    select from unnest(clip.tags) as tag where lower(tag) = any(${[...topics]}::text[])
  )`;
}
