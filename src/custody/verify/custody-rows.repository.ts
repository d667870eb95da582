import { sql } from 'kysely';

import type { Executor } from '../../platform/db/database.js';
import { AT_TEXT } from '../custody.repository.js';
import type { CheckpointRow } from '../checkpoints/checkpoint.repository.js';
import type { LoggedEvent } from '../domain/custody-event.js';
import type { SealedPayload } from '../keys/private-vault.js';

const PAGE_ROWS = 4_000;
/** An event that lists a clip's derivatives may have hundreds of kilobytes: a page is bounded by bytes as well. */
const PAGE_BYTES = 8 * 1024 * 1024;

/** Everything in the log in order, in pages that fit into memory. The next page is fetched while one is looked at. */
export async function* listLoggedEvents(db: Executor): AsyncIterable<LoggedEvent[]> {
  let coming = findPage(db, 0);
  try {
    for (;;) {
      const page = await coming;
      const last = page.at(-1);
      if (last === undefined) return;
      coming = findPage(db, last.seq);
      yield page;
    }
  } finally {
    // A reader that stops early leaves a query under way, and its failure would be nobody's.
    await Promise.allSettled([coming]);
  }
}

async function findPage(db: Executor, afterSeq: number): Promise<LoggedEvent[]> {
  const { rows } = await sql<LoggedEvent>`
    select seq::float8 as seq, id::text as id, ${AT_TEXT} as at, chain, chain_seq::float8 as "chainSeq",
      clip_id::text as "clipId", action, actor, canonical,
      encode(private_commit, 'hex') as "privateCommit", encode(prev, 'hex') as prev, encode(leaf, 'hex') as leaf
    from (
      select *, sum(octet_length(canonical)) over (order by seq) - octet_length(canonical) as bytes_before
      from (select * from custody_event where seq > ${afterSeq} order by seq limit ${PAGE_ROWS}) as page
    ) as page
    where bytes_before < ${PAGE_BYTES} order by page.seq`.execute(db);
  return rows;
}

export interface PayloadRow extends SealedPayload {
  readonly eventId: string;
}

/** By event id. */
/** What a changed event says is its id may be anything. */
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export async function listPayloads(
  db: Executor,
  eventIds: readonly string[],
): Promise<Map<string, PayloadRow>> {
  const { rows } = await sql<PayloadRow>`
    select event_id::text as "eventId", salt, nonce, ciphertext, key_id as "keyId"
    from custody_private where event_id = any (${eventIds.filter((id) => UUID.test(id))}::uuid[])`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.eventId, row]));
}

export async function listOrphanedPayloads(db: Executor): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.event_id::text as id from custody_private p left join custody_event e on e.id = p.event_id
    where e.private_commit is null order by 1`.execute(db);
  return rows.map((row) => row.id);
}

export async function listCheckpoints(db: Executor): Promise<CheckpointRow[]> {
  const { rows } = await sql<CheckpointRow>`
    select size::float8 as size, root, range, note, ${AT_TEXT} as at
    from custody_checkpoint order by custody_checkpoint.size`.execute(db);
  return rows;
}
