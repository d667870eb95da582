import { sql } from 'kysely';

import type { Executor } from '../platform/db/database.js';
import type { SealedPayload } from './keys/private-vault.js';

export interface ChainHeadRow {
  readonly chain: string;
  readonly seq: number;
  readonly chainSeq: number;
  readonly prev: string | null;
  readonly at: string;
}

export interface NewEventRow {
  readonly canonical: string;
  readonly sealed: SealedPayload | undefined;
}

/** RFC 3339 UTC with milliseconds, made by the database: the driver's own Date loses nothing but takes longer. */
export const AT_TEXT = sql.raw<string>(`to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

/** The only way to the custody tables; what it may do there the database itself decides. */
export class CustodyRepository {
  /** Takes the log's lock until the transaction ends. */
  async lockHeads(tx: Executor, chains: readonly string[]): Promise<ChainHeadRow[]> {
    const { rows } = await sql<ChainHeadRow>`
      select c.chain, h.seq::float8 as seq, h.chain_seq::float8 as "chainSeq", encode(h.prev, 'hex') as prev, ${AT_TEXT} as at
      from unnest(${chains}::text[]) as c (chain), lateral custody_head(c.chain) as h`.execute(tx);
    return rows;
  }

  async append(tx: Executor, events: readonly NewEventRow[]): Promise<void> {
    const column = <T>(of: (sealed: SealedPayload) => T): (T | null)[] =>
      events.map(({ sealed }) => (sealed === undefined ? null : of(sealed)));
    await sql`select custody_append(
      ${events.map((event) => event.canonical)}::text[],
      ${column((sealed) => sealed.salt)}::bytea[],
      ${column((sealed) => sealed.nonce)}::bytea[],
      ${column((sealed) => sealed.ciphertext)}::bytea[],
      ${column((sealed) => sealed.keyId)}::text[])`.execute(tx);
  }

  /** Wakes whoever has a clip's page open. Lost notifications are harmless: pages ask again when they come back. */
  async notifyActivity(tx: Executor, payloads: readonly string[]): Promise<void> {
    if (payloads.length === 0) return;
    await sql`select pg_notify('clip_activity', payload) from unnest(${payloads}::text[]) as payload`.execute(
      tx,
    );
  }

  async listForClip(
    db: Executor,
    clipId: string,
    afterSeq: number,
    limit: number,
  ): Promise<{ canonical: string; leaf: string }[]> {
    const { rows } = await sql<{ canonical: string; leaf: string }>`
      select canonical, encode(leaf, 'hex') as leaf from custody_event
      where clip_id = ${clipId} and seq > ${afterSeq} order by seq limit ${limit}`.execute(db);
    return rows;
  }
}
