import { sql } from 'kysely';
import type { Executor, Tx } from '../platform/db/database.js';
import type { ClipRow } from './clip.repository.js';
import type { StatusPosition } from './domain/status-position.js';
import type { ClipStatus } from './status.contract.js';

/** A state that a clip's status object has shown. */
export interface StatusEvent {
  readonly position: StatusPosition;
  readonly clipId: string;
  readonly caseId: string;
  readonly submitterIds: readonly string[];
  /** The status object as JSON text. */
  readonly status: string;
  readonly at: Date;
}

export interface StatusEventQuery {
  readonly after: StatusPosition;
  readonly upTo?: StatusPosition | undefined;
  readonly caseIds?: readonly string[] | undefined;
  readonly clipId?: string | undefined;
  readonly limit: number;
}

export interface StatusEventPage {
  readonly events: readonly StatusEvent[];
  /** True when there are later events behind a transaction that is still open: look again soon. */
  readonly held: boolean;
}

/** Keeps one state of a clip's status object for listeners that come later. The transaction's id and the row's order it. */
export async function insertStatusEvent(tx: Tx, clip: ClipRow, status: ClipStatus): Promise<void> {
  await tx
    .insertInto('clip_status_event')
    .values((eb) => ({
      clip_id: clip.id,
      case_id: clip.case_id,
      submitter_ids: sql<string[]>`${eb
        .selectFrom('submission')
        .select(sql`coalesce(array_agg(distinct submitted_by), '{}')`.as('ids'))
        .where('clip_id', '=', clip.id)}`,
      version: clip.version,
      status: JSON.stringify(status),
    }))
    .execute();
}

interface EventRow {
  readonly xid: string;
  readonly id: number;
  readonly clip_id: string;
  readonly case_id: string;
  readonly submitter_ids: string[];
  readonly status: string;
  readonly created_at: Date;
  readonly settled: boolean;
}

/**
 * Events after a position, in order, never past a transaction that is still open: what that one writes would come to lie
 * before what had been read already, and be missed. Ordered by `e.xid`: a bare `xid` is the output column, a text, in which
 * 1000 comes before 999 (PostgreSQL, SELECT, "ORDER BY Clause").
 */
export async function listStatusEvents(on: Executor, query: StatusEventQuery): Promise<StatusEventPage> {
  const { after, upTo, caseIds, clipId, limit } = query;
  const { rows } = await sql<EventRow>`
    select xid::text as xid, id, clip_id, case_id, submitter_ids, status::text as status, created_at,
      xid < pg_snapshot_xmin(pg_current_snapshot()) as settled
    from clip_status_event e
    where (xid, id) > (${String(after.xid)}::xid8, ${after.id}::bigint)
      ${upTo === undefined ? sql`` : sql`and (xid, id) <= (${String(upTo.xid)}::xid8, ${upTo.id}::bigint)`}
      ${caseIds === undefined ? sql`` : sql`and case_id = any(${[...caseIds]}::uuid[])`}
      ${clipId === undefined ? sql`` : sql`and clip_id = ${clipId}::uuid`}
    order by e.xid, e.id limit ${limit}`.execute(on);
  // Ordered by transaction: all that is settled comes before all that is not.
  const settled = rows.filter((row) => row.settled);
  return { events: settled.map(asEvent), held: settled.length < rows.length };
}

/** The position up to which everything can be read now. */
export async function latestStatusPosition(on: Executor): Promise<StatusPosition> {
  const { rows } = await sql<{ xid: string; id: number }>`
    select xid::text as xid, id from clip_status_event e
    where xid < pg_snapshot_xmin(pg_current_snapshot())
    order by e.xid desc, e.id desc limit 1`.execute(on);
  const [last] = rows;
  return last === undefined ? { xid: 0, id: 0 } : { xid: Number(last.xid), id: last.id };
}

/**
 * Whether everything after the position is still kept. A position that this database has not come to yet (it was restored
 * from a backup) is not: nobody knows what came after it.
 */
export async function isPositionKept(on: Executor, position: StatusPosition): Promise<boolean> {
  const { rows } = await sql<{ kept: boolean }>`
    select (${String(position.xid)}::xid8, ${position.id}::bigint) >= (xid, id)
      and ${String(position.xid)}::xid8 < pg_snapshot_xmax(pg_current_snapshot()) as kept
    from clip_status_sweep`.execute(on);
  return rows[0]?.kept ?? false;
}

/** Removes events older than this, and notes up to where. Returns how many went. */
export async function sweepStatusEvents(on: Tx, olderThanDays: number): Promise<number> {
  const { rows } = await sql<{ gone: number }>`
    with last as (
      select xid, id from clip_status_event
      where created_at < now() - ${olderThanDays} * interval '1 day' order by xid desc, id desc limit 1
    ), gone as (
      delete from clip_status_event e using last where (e.xid, e.id) <= (last.xid, last.id) returning 1
    ), noted as (
      update clip_status_sweep s set xid = last.xid, id = last.id from last where (last.xid, last.id) > (s.xid, s.id)
    )
    select count(*)::int as gone from gone`.execute(on);
  return rows[0]?.gone ?? 0;
}

function asEvent(row: EventRow): StatusEvent {
  return {
    position: { xid: Number(row.xid), id: row.id },
    clipId: row.clip_id,
    caseId: row.case_id,
    submitterIds: row.submitter_ids,
    status: row.status,
    at: row.created_at,
  };
}
