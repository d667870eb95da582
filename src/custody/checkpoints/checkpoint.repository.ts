import { sql } from 'kysely';

import type { Executor, Tx } from '../../platform/db/database.js';
import { AT_TEXT } from '../custody.repository.js';
import { LOCKS } from '../../platform/db/locks.js';

export interface CheckpointRow {
  readonly size: number;
  readonly root: Buffer;
  /** Compact range of the tree at `size`. */
  readonly range: Buffer;
  readonly note: string;
  readonly at: string;
}

export interface LeafRow {
  readonly seq: number;
  readonly canonical: string;
  readonly leaf: Buffer;
}

const PAGE_ROWS = 500;

export class CheckpointRepository {
  /** Until the transaction ends nobody else signs. */
  async lockSigners(tx: Tx): Promise<void> {
    await sql`select pg_advisory_xact_lock(${LOCKS.checkpoints})`.execute(tx);
  }

  async findLast(db: Executor): Promise<CheckpointRow | undefined> {
    const { rows } = await sql<CheckpointRow>`
      select size::float8 as size, root, range, note, ${AT_TEXT} as at
      from custody_checkpoint order by custody_checkpoint.size desc limit 1`.execute(db);
    return rows[0];
  }

  async findLastSeq(db: Executor): Promise<number> {
    const { rows } = await sql<{ seq: number | null }>`
      select max(seq)::float8 as seq from custody_event`.execute(db);
    return rows[0]?.seq ?? 0;
  }

  /** Events after the given place that are not the log's own word about a checkpoint; counts no further than `enough`. */
  async countNewEvents(db: Executor, afterSeq: number, enough: number): Promise<number> {
    const { rows } = await sql<{ events: number }>`
      select count(*)::float8 as events from (
        select from custody_event where seq > ${afterSeq} and action not in ('checkpoint.signed', 'key.created')
        limit ${enough}) as new_event`.execute(db);
    return rows[0]?.events ?? 0;
  }

  /**
   * In pages; an event may have hundreds of kilobytes, so pages are small.
   * Ordered by the table's column: plain `seq` is the cast one, which no index knows (a hundred times slower).
   */
  async *listLeaves(db: Executor, afterSeq: number, upToSeq: number): AsyncIterable<LeafRow[]> {
    for (let last = afterSeq; last < upToSeq;) {
      const { rows } = await sql<LeafRow>`
        select seq::float8 as seq, canonical, leaf from custody_event
        where seq > ${last} and seq <= ${upToSeq} order by custody_event.seq limit ${PAGE_ROWS}`.execute(db);
      if (rows.length === 0) return;
      yield rows;
      last = rows.at(-1)?.seq ?? upToSeq;
    }
  }

  async append(tx: Tx, row: Omit<CheckpointRow, 'at'>, eventId: string): Promise<void> {
    await sql`select custody_append_checkpoint(
      ${row.size}, ${row.root}, ${row.range}, ${row.note}, ${eventId})`.execute(tx);
  }
}
