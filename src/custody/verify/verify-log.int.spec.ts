import { randomUUID } from 'node:crypto';
import { chmod, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';

import { CustodyFixture } from '../../../test/support/custody-fixture.js';
import type { VerificationReport } from './verification.js';

let desk: CustodyFixture;

beforeAll(async () => {
  desk = await CustodyFixture.create();
  const [caseA, caseB] = [randomUUID(), randomUUID()];
  await desk.addClip(caseA);
  await desk.addClip(caseB);
  await desk.sign();
  await desk.addClip(caseA);
  await desk.append({
    chain: 'system',
    action: 'fixity.ok',
    actor: 'system',
    body: { events: 9, objects: 9, bytes: 300 },
  });
  await desk.sign();
  await desk.remember();
});

afterAll(async () => desk.destroy());

const codes = (report: VerificationReport): string[] => Object.keys(report.codes);
const never = () => false;

async function places(): Promise<{ seq: number; id: string }[]> {
  const { rows } = await sql<{ seq: number; id: string }>`
    select seq::float8 as seq, id from custody_event order by seq`.execute(desk.app.db);
  return rows;
}

describe('a right desk', () => {
  it('is whole, and the report counts what was looked at', async () => {
    const report = await desk.verify();
    expect(report.differences).toEqual([]);
    expect(report).toMatchObject({
      ok: true,
      custodyRoleProtected: true,
      counts: { events: 13, chains: 3, objects: 9, checkpoints: 2 },
    });
    expect(report.counts.bytes).toBeGreaterThan(300);
  });

  it('is whole while events are appended beside the verification', async () => {
    const stop = new AbortController();
    const writer = (async () => {
      while (!stop.signal.aborted) {
        await desk.append({
          chain: 'system',
          action: 'fixity.ok',
          actor: 'system',
          body: { events: 9, objects: 9, bytes: 300 },
        });
      }
    })();
    for (let i = 0; i < 3; i += 1) expect(codes(await desk.verify())).toEqual([]);
    stop.abort();
    await writer;
    await desk.restore();
  });
});

describe('a changed cell', () => {
  afterEach(async () => desk.restore());

  const COLUMNS: Record<string, { change: string; codes: string[] }> = {
    seq: { change: 'seq + 1000', codes: ['V018'] },
    id: { change: 'gen_random_uuid()', codes: ['V018'] },
    at: { change: `at + interval '1 millisecond'`, codes: ['V018'] },
    chain: { change: `chain || '0'`, codes: ['V018'] },
    chain_seq: { change: 'chain_seq + 1000', codes: ['V018'] },
    clip_id: { change: 'gen_random_uuid()', codes: ['V018'] },
    action: { change: `action || '0'`, codes: ['V018'] },
    actor: { change: `actor || '0'`, codes: ['V018'] },
    canonical: { change: `replace(canonical, '"v":1', '"v":2')`, codes: ['V010', 'V013'] },
    private_commit: { change: `sha256('x')`, codes: ['V018'] },
    prev: { change: `sha256('x')`, codes: ['V018'] },
    leaf: { change: `sha256('x')`, codes: ['V010'] },
  };

  it.each(Object.entries(COLUMNS))(
    'of %s is found in every row and named',
    async (column, { change, codes: expected }) => {
      for (const { seq, id } of await places()) {
        await desk.restore(`update custody_event set ${column} = ${change} where seq = ${seq}`);
        const report = await desk.verify();
        // What comes after the last checkpoint (here: its own event) has no root over it yet.
        const found = expected.filter((code) => code !== 'V013' || seq < 13);
        expect({ seq, codes: codes(report) }).toEqual({
          seq,
          codes: expect.arrayContaining(found) as unknown,
        });
        expect(report.ok).toBe(false);
        const named = report.differences.filter((one) => expected.includes(one.code));
        expect(named.some((one) => one.subject.includes(column === 'id' ? `event ${seq} ` : id))).toBe(true);
      }
    },
  );

  it.each(['clip_id', 'private_commit', 'prev'])('of %s that was emptied is found', async (column) => {
    await desk.tamper(`update custody_event set ${column} = null where seq = 9`);
    expect(codes(await desk.verify())).toEqual(column === 'private_commit' ? ['V018', 'V019'] : ['V018']);
  });

  it.each([
    ['salt', `sha256('x')`],
    ['nonce', `substr(sha256('x'), 1, 12)`],
    ['ciphertext', `ciphertext || 'x'`],
    ['key_id', `key_id || '0'`],
    ['event_id', `(select id from custody_event where private_commit is null limit 1)`],
  ])('of a private payload’s %s is found', async (column, change) => {
    await desk.tamper(
      `update custody_private set ${column} = ${change} where event_id = (select id from custody_event where seq = 1)`,
    );
    const report = await desk.verify();
    expect(codes(report)).toEqual(['V019']);
    expect(report.ok).toBe(false);
  });

  it.each([
    ['size', 'size + 1', ['V017', 'V052']],
    ['root', `sha256('x')`, ['V017']],
    ['range', `sha256('x') || sha256('y')`, ['V017']],
    ['range', `''`, ['V017']],
    ['note', `note || ' '`, ['V015', 'V017']],
    ['note', `replace(note, 'sightline', 'elsewhere')`, ['V015', 'V017']],
    ['at', `at + interval '1 millisecond'`, ['V017']],
  ])('of a checkpoint’s %s (%s) is found', async (column, change, expected) => {
    await desk.tamper(`update custody_checkpoint set ${column} = ${change} where size = 6`);
    const report = await desk.verify();
    expect(codes(report)).toEqual(expected);
    expect(report.ok).toBe(false);
  });
});

describe('whole rows', () => {
  afterEach(async () => desk.restore());

  it.each([
    ['an event in the middle deleted', `delete from custody_event where seq = 4`, ['V011', 'V012', 'V013']],
    ['the first event deleted', `delete from custody_event where seq = 1`, ['V011', 'V012', 'V013']],
    [
      'an event inserted behind the end',
      `insert into custody_event select 99, gen_random_uuid(), at, chain, 99, clip_id, action, actor, canonical, null, prev, leaf from custody_event where seq = 3`,
      ['V011', 'V018'],
    ],
    [
      'two events swapped',
      `update custody_event set seq = case seq when 3 then -4 else -3 end where seq in (3, 4); update custody_event set seq = -seq where seq < 0`,
      ['V013', 'V018'],
    ],
    [
      'a private payload deleted',
      `delete from custody_private where event_id = (select id from custody_event where seq = 1)`,
      ['V019'],
    ],
    ['a checkpoint deleted', `delete from custody_checkpoint where size = 6`, ['V017']],
  ])('%s', async (_, statement, expected) => {
    await desk.tamper(
      'alter table custody_event drop constraint if exists custody_event_seq_check',
      statement,
    );
    const report = await desk.verify();
    expect(codes(report)).toEqual(expect.arrayContaining(expected));
    expect(report.ok).toBe(false);
  });

  it('the tail cut off, with everything in the database that spoke of it', async () => {
    await desk.tamper(
      `delete from custody_event where seq > 9`,
      `delete from custody_checkpoint where size > 9`,
    );
    const report = await desk.verify();
    expect(report.differences.filter((one) => one.code === 'V014')).toMatchObject([
      { severity: 'error', expected: 'at least 12 events', found: '9' },
    ]);
  });

  it('everything deleted', async () => {
    await desk.tamper('truncate custody_event, custody_private, custody_checkpoint');
    expect(codes(await desk.verify())).toEqual(expect.arrayContaining(['V014', 'V033']));
  });
});

describe('a log that was rewritten as a whole', () => {
  let elsewhere: string;
  const promote = (event: { actor: string; action: string }): void => {
    if (event.action === 'fixity.ok' || event.action === 'evidence.sealed') event.actor = 'system';
  };

  beforeAll(async () => {
    elsewhere = await mkdtemp(path.join(tmpdir(), 'sightline-auditor-'));
    await cp(path.join(desk.dataDir, 'checkpoints'), elsewhere, { recursive: true });
    await cp(desk.dataDir, `${desk.dataDir}.was`, { recursive: true });
  });

  afterEach(async () => {
    await desk.restore();
    for (const folder of ['keys', 'checkpoints']) {
      await rm(path.join(desk.dataDir, folder), { recursive: true });
      await cp(path.join(`${desk.dataDir}.was`, folder), path.join(desk.dataDir, folder), {
        recursive: true,
      });
    }
  });

  afterAll(async () => {
    await rm(elsewhere, { recursive: true });
    await rm(`${desk.dataDir}.was`, { recursive: true });
  });

  it('does not match its checkpoints', async () => {
    await desk.rewrite(promote, never);
    const report = await desk.verify();
    expect(codes(report)).toEqual(['V013']);
    expect(report.differences.map((one) => one.subject)).toEqual(
      expect.arrayContaining(['checkpoint 6', 'checkpoint 12']),
    );
  });

  it('does not match the copies in the data folder when the checkpoints were taken out of the database', async () => {
    await desk.rewrite(promote, (action) => action === 'checkpoint.signed');
    await desk.tamper('truncate custody_checkpoint');
    expect(codes(await desk.verify())).toEqual(['V013', 'V014']);
  });

  it('is signed by nobody that the desk knows when the insider signs it with a key of their own', async () => {
    await desk.rewrite(promote, (action) => action === 'checkpoint.signed');
    await desk.tamper('truncate custody_checkpoint');
    const keys = path.join(desk.dataDir, 'keys');
    const knownKeys = await readFile(path.join(keys, 'custody-log.pub'));
    for (const file of ['custody-log.key', 'custody-log.pub']) await rm(path.join(keys, file));
    await rm(path.join(desk.dataDir, 'checkpoints'), { recursive: true });
    await desk.sign();
    await writeFile(path.join(keys, 'custody-log.pub.known'), knownKeys);
    await rm(path.join(keys, 'custody-log.pub'));
    await writeFile(path.join(keys, 'custody-log.pub'), knownKeys);
    expect(codes(await desk.verify())).toEqual(['V015']);
  });

  it('is found by an auditor’s notes when the insider had the data folder as well', async () => {
    await desk.rewrite(promote, (action) => action === 'checkpoint.signed');
    await desk.tamper('truncate custody_checkpoint');
    await rm(path.join(desk.dataDir, 'checkpoints'), { recursive: true });
    await desk.sign();
    expect(codes(await desk.verify())).toEqual([]);
    expect(codes(await desk.verify({ notesDirs: [elsewhere] }))).toEqual(expect.arrayContaining(['V013']));
  });

  it('is two histories when both are signed with the desk’s key', async () => {
    await desk.rewrite(promote, (action) => ['checkpoint.signed', 'key.created'].includes(action));
    await desk.tamper(
      'truncate custody_checkpoint',
      `delete from custody_event where seq > 6`,
      `delete from custody_private where event_id not in (select id from custody_event)`,
    );
    await rm(path.join(desk.dataDir, 'checkpoints'), { recursive: true });
    await desk.sign();
    expect(codes(await desk.verify({ notesDirs: [elsewhere] }))).toEqual(
      expect.arrayContaining(['V013', 'V014', 'V016']),
    );
  });
});

describe('checkpoint copies', () => {
  afterEach(async () => desk.restore());

  it('are found changed, wherever (every byte is tried on the note format itself)', async () => {
    const [name] = await readdir(path.join(desk.dataDir, 'checkpoints'));
    const file = path.join(desk.dataDir, 'checkpoints', name ?? '');
    const right = await readFile(file);
    await chmod(file, 0o600);
    for (let at = 0; at < right.length; at += 9) {
      const changed = Buffer.from(right);
      changed[at] = (changed[at] ?? 0) ^ 1;
      await writeFile(file, changed);
      const report = await desk.verify();
      expect({ at, ok: report.ok, codes: codes(report) }).toEqual({ at, ok: false, codes: ['V015'] });
    }
    await writeFile(file, right);
  });

  it('are asked for when missing, as a warning', async () => {
    const folder = path.join(desk.dataDir, 'checkpoints');
    await cp(folder, `${folder}.kept`, { recursive: true });
    await rm(folder, { recursive: true });
    const report = await desk.verify();
    expect([report.ok, report.codes]).toEqual([true, { V052: 2 }]);
    await cp(`${folder}.kept`, folder, { recursive: true });
    await rm(`${folder}.kept`, { recursive: true });
  });
});

describe('what stands around the log', () => {
  it.each([
    [
      'a trigger switched off',
      'alter table custody_event disable trigger custody_event_append_only',
      'alter table custody_event enable always trigger custody_event_append_only',
    ],
    [
      'a trigger that a replica’s session skips',
      'alter table custody_event enable trigger custody_event_append_only',
      'alter table custody_event enable always trigger custody_event_append_only',
    ],
    [
      'a rule that swallows events',
      'create rule quiet as on insert to custody_event do instead nothing',
      'drop rule quiet on custody_event',
    ],
  ])('%s is reported', async (_, statement, undo) => {
    await sql.raw(statement).execute(desk.insider.db);
    expect(codes(await desk.verify())).toEqual(['V060']);
    await sql.raw(undo).execute(desk.insider.db);
  });

  it('a role with more rights than it needs is reported', async () => {
    await sql`grant insert on custody_event to sightline_app`.execute(desk.insider.db);
    expect(await desk.verify()).toMatchObject({ ok: true, custodyRoleProtected: false });
    await sql`select custody_protect('sightline_app')`.execute(desk.insider.db);
    expect(await desk.verify()).toMatchObject({ ok: true, custodyRoleProtected: true });
  });

  it('payloads that cannot be opened for want of the key are a warning', async () => {
    const file = path.join(desk.dataDir, 'keys', 'custody-private.key');
    const key = await readFile(file);
    await rm(file);
    const report = await desk.verify();
    expect([report.ok, report.codes]).toEqual([true, { V051: 1 }]);
    await writeFile(file, key);
  });
});
