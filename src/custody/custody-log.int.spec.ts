import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';

import { openDatabase, type DatabaseHandle } from '../platform/db/database.js';
import { cloneDatabase, type TestDatabase } from '../../test/support/database.js';
import { CustodyLog, type CustodyEntry, type CustodyEvent } from './custody-log.js';
import { verifyChain } from './domain/verify-chain.js';
import { PrivateVault } from './keys/private-vault.js';
import { listLoggedEvents } from './verify/custody-rows.repository.js';

let database: TestDatabase;
let app: DatabaseHandle;
let dataDir: string;
let log: CustodyLog;

beforeAll(async () => {
  database = await cloneDatabase();
  app = openDatabase(database.appUrl, { maxConnections: 12 });
  dataDir = await mkdtemp(path.join(tmpdir(), 'sightline-custody-'));
  log = new CustodyLog(await PrivateVault.open(dataDir));
});

afterAll(async () => {
  await app.close();
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

function entry(chain: string, clipId?: string): CustodyEntry {
  return { chain, clipId, action: 'part.completed', actor: 'system', body: { part: 'probe', run: 1 } };
}

async function append(...entries: CustodyEntry[]): Promise<CustodyEvent[]> {
  return app.db.transaction().execute((tx) => log.append(tx, entries));
}

async function wholeLog(): Promise<Parameters<typeof verifyChain>[0]> {
  const events = [];
  for await (const page of listLoggedEvents(app.db)) events.push(...page);
  return events;
}

async function refusal(statement: string): Promise<string> {
  return sql
    .raw(statement)
    .execute(app.db)
    .then(
      () => 'was done',
      (error: Error) => error.message,
    );
}

describe('appending', () => {
  it('gives each event its place in the log and in the chain of its case', async () => {
    const [caseA, caseB] = [randomUUID(), randomUUID()];
    const first = await append(entry(caseA), entry(caseB), entry(caseA));
    const [a1, b1, a2] = first as [CustodyEvent, CustodyEvent, CustodyEvent];
    expect([b1.seq - a1.seq, a2.seq - b1.seq]).toEqual([1, 1]);
    expect(first.map((event) => event.chainSeq)).toEqual([1, 1, 2]);
    expect(first.map((event) => event.prev)).toEqual([null, null, a1.leaf]);
    const [b2] = await append(entry(caseB));
    expect(b2).toMatchObject({ seq: a2.seq + 1, chainSeq: 2, prev: b1.leaf });
    expect(verifyChain(await wholeLog())).toEqual([]);
  });

  it('dates events by the database’s clock', async () => {
    const before = await sql<{ at: Date }>`select clock_timestamp() as at`.execute(app.db);
    const [event] = await append(entry('system'));
    const at = Date.parse(event?.at ?? '');
    expect(at).toBeGreaterThanOrEqual((before.rows[0]?.at.getTime() ?? Infinity) - 1);
    expect(at).toBeLessThan(Date.now() + 1000);
  });

  it('leaves no event and no gap when the caller’s transaction fails', async () => {
    const chain = randomUUID();
    const failing = app.db.transaction().execute(async (tx) => {
      await log.append(tx, [entry(chain)]);
      throw new Error('the caller changed its mind');
    });
    await expect(failing).rejects.toThrow('changed its mind');
    const [event] = await append(entry(chain));
    expect(event?.chainSeq).toBe(1);
    expect(verifyChain(await wholeLog())).toEqual([]);
  });

  it('makes a transaction of its own when the caller has none', async () => {
    const events = await log.append(app.db, [entry('system'), entry('system')]);
    expect(events).toHaveLength(2);
    expect(await log.append(app.db, [])).toEqual([]);
  });

  it('is gapless and unbroken when eight writers append at once', async () => {
    const chains = [randomUUID(), randomUUID(), 'system'];
    const before = [...(await wholeLog())].length;
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let i = 0; i < 200; i += 1) await append(entry(chains[(writer + i) % 3] ?? 'system'));
    });
    await Promise.all(writers);
    const events = [...(await wholeLog())];
    expect(events).toHaveLength(before + 1600);
    expect(verifyChain(events)).toEqual([]);
  });

  it.each([
    ['a body of another action', { ...entry('system'), body: { tokenId: randomUUID() } }],
    ['an unknown field', { ...entry('system'), body: { part: 'probe', email: 'example@example.org' } }],
    ['an actor without a kind', { ...entry('system'), actor: 'somebody' }],
    ['a chain that is no case', { ...entry('system'), chain: 'everything' }],
    [
      'a character that the log cannot hold',
      { ...entry('system'), action: 'case.updated', body: { caseId: randomUUID(), fields: ['\0'] } },
    ],
  ])('refuses %s before anything is written', async (_, wrong) => {
    await expect(log.append(app.db, [wrong as CustodyEntry])).rejects.toMatchObject({
      code: 'invalid_custody_entry',
    });
  });

  it('refuses a transaction that cannot see what was appended meanwhile', async () => {
    const stale = app.db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute((tx) => log.append(tx, [entry('system')]));
    await expect(stale).rejects.toThrow('READ COMMITTED');
  });
});

describe('private payloads', () => {
  it('are committed to in the event, stored encrypted, and open again only as that event’s', async () => {
    const secret = { submittedUrl: 'https://social.example/@invented-person/1', note: 'sent by “Nour”' };
    const [event] = await append({ ...entry('system'), private: secret }, entry('system'));
    const { rows } = await sql<{
      salt: Buffer;
      nonce: Buffer;
      ciphertext: Buffer;
      key_id: string;
      all: string;
    }>`
      select p.*, p::text || e::text as all from custody_private p join custody_event e on e.id = p.event_id
      where p.event_id = ${event?.id}`.execute(app.db);
    const [row] = rows;
    expect(row?.all).not.toContain('invented-person');
    const vault = await PrivateVault.open(dataDir);
    const sealed = { salt: row!.salt, nonce: row!.nonce, ciphertext: row!.ciphertext, keyId: row!.key_id };
    expect(vault.unseal(event!.id, sealed, event!.privateCommit ?? '')).toEqual(secret);
    expect(() => vault.unseal(randomUUID(), sealed, event!.privateCommit ?? '')).toThrow('another event');
    expect(() =>
      vault.unseal(event!.id, { ...sealed, salt: Buffer.alloc(32) }, event!.privateCommit ?? ''),
    ).toThrow('committed to');
  });

  it('are kept with one key, readable only by its owner, however many processes start at once', async () => {
    const fresh = await mkdtemp(path.join(tmpdir(), 'sightline-vault-'));
    const vaults = await Promise.all(Array.from({ length: 8 }, () => PrivateVault.open(fresh)));
    expect(new Set(vaults.map((vault) => vault.keyId)).size).toBe(1);
    expect((await stat(path.join(fresh, 'keys', 'custody-private.key'))).mode & 0o777).toBe(0o400);
    expect((await stat(path.join(fresh, 'keys'))).mode & 0o777).toBe(0o700);
    await rm(fresh, { recursive: true });
  });
});

describe('the clip’s events', () => {
  it('come oldest first, page by page, without those of other clips', async () => {
    const [clip, other] = [randomUUID(), randomUUID()];
    const made = await append(
      ...Array.from({ length: 5 }, (_, i) => entry('system', i === 2 ? other : clip)),
    );
    const first = await log.listForClip(app.db, clip, { limit: 3 });
    const second = await log.listForClip(app.db, clip, { limit: 3, cursor: first.nextCursor ?? '' });
    expect([...first.items, ...second.items]).toEqual(made.filter((event) => event.clipId === clip));
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([3, 1, null]);
  });

  it('refuse a cursor that is not theirs', async () => {
    const page = { limit: 3, cursor: 'c2VxOmFiYw' };
    await expect(log.listForClip(app.db, randomUUID(), page)).rejects.toMatchObject({
      code: 'invalid_cursor',
    });
  });
});

describe('what the service’s own role may not do', () => {
  it.each([
    `update custody_event set actor = 'system'`,
    `delete from custody_event`,
    `truncate custody_event cascade`,
    `insert into custody_event select * from custody_event limit 1`,
    `merge into custody_event e using (select 1) s on true when matched then delete`,
    `drop table custody_event cascade`,
    `alter table custody_event disable trigger all`,
    `set session_replication_role = replica`,
    `create rule quiet as on insert to custody_event do instead nothing`,
    `create trigger quiet before insert on custody_event for each row execute function custody_refuse()`,
    `create or replace function custody_refuse() returns trigger language plpgsql as 'begin return null; end'`,
    `drop function custody_refuse() cascade`,
    `select custody_append_one('{}', null, null, null, null)`,
    `select custody_protect('sightline_app')`,
    `select * from custody_event for update`,
    `update custody_checkpoint set at = now()`,
    `insert into custody_checkpoint select * from custody_checkpoint`,
    `delete from custody_private`,
  ])('%s', async (statement) => {
    expect(await refusal(statement)).toMatch(/permission denied|must be owner/);
  });

  it('take on the owner’s role, lock the others out, or grant itself more', async () => {
    const owner = decodeURIComponent(new URL(database.ownerUrl).username);
    expect(await refusal(`set role "${owner}"`)).toContain('permission denied');
    expect(await refusal('do $$ begin lock table custody_event in access exclusive mode; end $$')).toContain(
      'permission denied',
    );
    // PostgreSQL answers with a mere warning here.
    await sql`grant all on custody_event to sightline_app`.execute(app.db);
    expect(await refusal(`delete from custody_event`)).toContain('permission denied');
  });

  it.each([
    [
      'an event of its own numbering',
      `select custody_append(array[replace(canonical, '"seq":1', '"seq":999')], array[null::bytea], array[null::bytea], array[null::bytea], array[null]) from custody_event where seq = 1`,
      'moved on',
    ],
    [
      'an event with fewer fields',
      `select custody_append(array['{"v":1}'], array[null::bytea], array[null::bytea], array[null::bytea], array[null])`,
      'not a custody event',
    ],
    [
      'a checkpoint that no event names',
      `select custody_append_checkpoint(1, sha256('x'), sha256('x'), 'note', gen_random_uuid())`,
      'not the one',
    ],
  ])('append %s', async (_, statement, message) => {
    await append(entry('system'));
    expect(await refusal(statement)).toContain(message);
  });

  it('date an event back', async () => {
    const backdated = app.db.transaction().execute(async (tx) => {
      const [head] = (
        await sql<{ seq: number; chain_seq: number; prev: string }>`
        select seq, chain_seq, encode(prev, 'hex') as prev from custody_head('system')`.execute(tx)
      ).rows;
      const event = {
        v: 1,
        seq: Number(head?.seq),
        id: randomUUID(),
        at: '2020-02-09T14:03:00.000Z',
        chain: 'system',
      };
      const rest = {
        chainSeq: Number(head?.chain_seq),
        clipId: null,
        action: 'case.created',
        actor: 'system',
        body: {},
      };
      const text = JSON.stringify({ ...event, ...rest, privateCommit: null, prev: head?.prev });
      await sql`select custody_append(${[text]}, ${[null]}::bytea[], ${[null]}::bytea[], ${[null]}::bytea[], ${[null]}::text[])`.execute(
        tx,
      );
    });
    await expect(backdated).rejects.toThrow('moved on');
  });
});

describe('what the owner and a superuser cannot do by mistake', () => {
  let owner: DatabaseHandle;
  beforeAll(() => {
    owner = openDatabase(database.ownerUrl, { maxConnections: 1 });
  });
  afterAll(async () => owner.close());

  it.each([
    `update custody_event set actor = actor`,
    `delete from custody_event where false`,
    `truncate custody_private`,
    `delete from custody_checkpoint`,
    `insert into custody_event select * from custody_event limit 1 on conflict (seq) do update set actor = 'x'`,
  ])('%s, also as a replica', async (statement) => {
    for (const mode of ['origin', 'replica']) {
      await sql.raw(`set session_replication_role = ${mode}`).execute(owner.db);
      await expect(sql.raw(statement).execute(owner.db)).rejects.toThrow('never changed or removed');
    }
    await sql.raw(`set session_replication_role = origin`).execute(owner.db);
  });
});
