import { sql } from 'kysely';
import type { Database, Executor } from '../../platform/db/database.js';
import { LOCKS } from '../../platform/db/locks.js';

export interface Tally {
  readonly measure: string;
  readonly state: string;
  /** `YYYY-MM-DD`; null for what stands now. */
  readonly day: string | null;
  readonly amount: number;
}

export interface WaitingClip {
  readonly id: string;
  readonly work: string;
  readonly created_at: Date;
}

/**
 * What stands now in these cases together, what happened on the last `days` days (UTC), today included, and how many of any
 * day's clips still wait.
 */
export async function readTally(
  on: Executor,
  caseIds: readonly string[],
  days: number,
): Promise<{ now: Date; rows: readonly Tally[] }> {
  const { rows } = await sql<Tally & { now: Date }>`
    with clock as (select now() as now, (now() at time zone 'UTC')::date as today)
    select clock.now, t.measure, t.state, t.day::text as day, t.amount
    from clock left join lateral (
      select measure, state, day, sum(amount)::int as amount from clip_tally
      where case_id = any(${[...caseIds]}::uuid[]) and (
        day is null or day > clock.today - ${days}::int or measure = 'waiting'
      )
      group by measure, state, day
    ) t on true`.execute(on);
  return { now: rows[0]?.now ?? new Date(0), rows: rows.filter(({ measure }) => measure !== null) };
}

/** Those that were submitted first. The order is by id: UUIDv7, so that of creation. */
export async function listOldestWaiting(
  on: Executor,
  caseIds: readonly string[],
  limit: number,
): Promise<readonly WaitingClip[]> {
  const { rows } = await sql<WaitingClip>`
    select c.id, c.work, c.created_at
    from unnest(${[...caseIds]}::uuid[]) as wanted (case_id)
    cross join lateral (
      select id, work, created_at from clip
      where clip.case_id = wanted.case_id and work <> 'closed' and processing <> 'cancelled'
      order by id limit ${limit}
    ) c
    order by c.id limit ${limit}`.execute(on);
  return rows;
}

/** Melts fresh differences into one row for each sum. Several workers may try; one does it. */
export async function meltTally(db: Database): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ locked: boolean }>`
      select pg_try_advisory_xact_lock(${LOCKS.tallyMelt}) and exists (select from clip_tally where fresh) as locked`.execute(
      tx,
    );
    if (rows[0]?.locked !== true) return;
    await sql`
      with touched as (
        select distinct case_id, measure, state, day from clip_tally where fresh
      ), gone as (
        delete from clip_tally t using touched
        where t.case_id = touched.case_id and t.measure = touched.measure and t.state = touched.state
          and t.day is not distinct from touched.day
        returning t.case_id, t.measure, t.state, t.day, t.amount
      )
      insert into clip_tally (case_id, measure, state, day, amount, fresh)
      select case_id, measure, state, day, sum(amount), false from gone group by 1, 2, 3, 4 having sum(amount) <> 0`.execute(
      tx,
    );
  });
}
