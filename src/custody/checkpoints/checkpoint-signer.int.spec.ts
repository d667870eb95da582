import { createPublicKey, verify } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';

import { cloneDatabase, type TestDatabase } from '../../../test/support/database.js';
import { openDatabase, type DatabaseHandle } from '../../platform/db/database.js';
import { CustodyLog } from '../custody-log.js';
import { openCheckpoint } from '../domain/checkpoint.js';
import { leafHash } from '../domain/merkle-hash.js';
import { MerkleTree } from '../domain/merkle-tree.js';
import { PrivateVault } from '../keys/private-vault.js';
import { readVerifiers } from '../keys/signing-key.js';
import { CheckpointSigner } from './checkpoint-signer.js';

let database: TestDatabase;
let app: DatabaseHandle;
let dataDir: string;
let log: CustodyLog;

beforeEach(async () => {
  database = await cloneDatabase();
  app = openDatabase(database.appUrl, { maxConnections: 8 });
  dataDir = await mkdtemp(path.join(tmpdir(), 'sightline-checkpoint-'));
  log = new CustodyLog(await PrivateVault.open(dataDir));
});

afterEach(async () => {
  await app.close();
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

async function append(count: number): Promise<void> {
  const one = {
    chain: 'system',
    action: 'part.completed',
    actor: 'system',
    body: { part: 'probe' },
  } as const;
  await log.append(
    app.db,
    Array.from({ length: count }, () => one),
  );
}

async function open(origin?: string): Promise<CheckpointSigner> {
  return CheckpointSigner.open({ db: app.db, dataDir, origin });
}

async function rootOverFirst(size: number): Promise<string> {
  const { rows } = await sql<{ canonical: string }>`
    select canonical from custody_event order by seq limit ${size}`.execute(app.db);
  return Buffer.from(new MerkleTree(rows.map((row) => leafHash(row.canonical))).root()).toString('hex');
}

/** What only a superuser can do, and what checkpoints are for. */
async function tamper(statement: string): Promise<void> {
  const owner = openDatabase(database.ownerUrl, { maxConnections: 1 });
  await sql
    .raw(
      `alter table custody_event disable trigger all; alter table custody_checkpoint disable trigger all;
    ${statement}`,
    )
    .execute(owner.db);
  await owner.close();
}

const copies = async (): Promise<string[]> => (await readdir(path.join(dataDir, 'checkpoints'))).sort();

describe('signing', () => {
  it('covers the whole log with the root that RFC 6962 gives, and keeps a read-only copy outside the database', async () => {
    const signer = await open();
    await append(5);
    const signed = await signer.signCheckpoint();
    expect(signed).toMatchObject({ size: 5, rootHex: await rootOverFirst(5) });
    const copy = path.join(dataDir, 'checkpoints', '5.note');
    expect(await readFile(copy, 'utf8')).toBe(signed?.note);
    expect((await stat(copy)).mode & 0o777).toBe(0o444);
    expect(openCheckpoint(signed?.note ?? '', await readVerifiers(dataDir))).toMatchObject({ size: 5 });
  });

  it('goes on from the last checkpoint to the same root as from the beginning', async () => {
    const signer = await open();
    for (const count of [1, 6, 2, 13]) {
      await append(count);
      const signed = await signer.signCheckpoint();
      expect(signed?.rootHex).toBe(await rootOverFirst(signed?.size ?? 0));
    }
    expect(await copies()).toHaveLength(4);
  });

  it('signs nothing when only its own events are new, or too few', async () => {
    const signer = await open();
    expect(await signer.signCheckpoint()).toBeUndefined();
    await append(3);
    expect(await signer.signCheckpoint({ minNewEvents: 4 })).toBeUndefined();
    expect(await signer.signCheckpoint({ minNewEvents: 3 })).toMatchObject({ size: 3 });
    expect(await signer.signCheckpoint()).toBeUndefined();
  });

  it('is recorded in the log, with the key at its first use', async () => {
    const signer = await open();
    await append(1);
    await signer.signCheckpoint();
    await append(1);
    await (await open()).signCheckpoint();
    const { rows } = await sql<{ action: string }>`select action from custody_event order by seq`.execute(
      app.db,
    );
    expect(rows.map((row) => row.action)).toEqual([
      'part.completed',
      'key.created',
      'checkpoint.signed',
      'part.completed',
      'checkpoint.signed',
    ]);
  });

  it('happens once when several processes sign at the same time', async () => {
    await append(10);
    const signers = await Promise.all([open(), open(), open()]);
    const signed = await Promise.all(signers.map((signer) => signer.signCheckpoint()));
    expect(signed.filter((one) => one !== undefined)).toHaveLength(1);
    expect(await copies()).toEqual(['10.note']);
  });

  it('uses a key that only the owner reads and that standard tools understand', async () => {
    const signer = await open('example.org/desk');
    await append(1);
    const note = (await signer.signCheckpoint())?.note ?? '';
    const file = path.join(dataDir, 'keys', 'custody-log.key');
    expect((await stat(file)).mode & 0o777).toBe(0o400);
    const [text, line] = note.split('\n\n') as [string, string];
    const signature = Buffer.from(line.split(' ')[2] ?? '', 'base64').subarray(4);
    expect(line.startsWith('— example.org/desk ')).toBe(true);
    expect(verify(null, Buffer.from(`${text}\n`), createPublicKey(await readFile(file)), signature)).toBe(
      true,
    );
  });

  it('writes the copy that a crash left unwritten', async () => {
    const signer = await open();
    await append(2);
    await signer.signCheckpoint();
    await rm(path.join(dataDir, 'checkpoints', '2.note'));
    await signer.signCheckpoint();
    expect(await copies()).toEqual(['2.note']);
  });

  it('goes on under a new key when the old one was lost, and the old signatures still open', async () => {
    await append(2);
    const before = await (await open()).signCheckpoint();
    await rm(path.join(dataDir, 'keys', 'custody-log.key'));
    await append(2);
    const after = await (await open()).signCheckpoint();
    const verifiers = await readVerifiers(dataDir);
    expect(verifiers).toHaveLength(2);
    for (const signed of [before, after]) {
      expect(openCheckpoint(signed?.note ?? '', verifiers).size).toBe(signed?.size);
    }
  });
});

describe('a log that does not continue what was signed', () => {
  beforeEach(async () => {
    await append(10);
    await (await open()).signCheckpoint();
    await append(5);
  });

  it.each([
    ['was cut behind the checkpoint', `delete from custody_event where seq > 7`, 'shorter'],
    [
      'was cut, the checkpoint too',
      `delete from custody_checkpoint; delete from custody_event where seq > 7`,
      'shorter',
    ],
    [
      'was rewritten',
      `delete from custody_checkpoint; update custody_event set canonical = canonical || ' ', leaf = sha256('\\x00' || convert_to(canonical || ' ', 'UTF8')) where seq = 4`,
      'not the one',
    ],
    [
      'has a changed new event',
      `update custody_event set canonical = canonical || ' ' where seq = 14`,
      'changed event',
    ],
    ['has a gap', `delete from custody_event where seq = 14`, 'gap'],
    [
      'has a forged checkpoint',
      `update custody_checkpoint set root = sha256('x'), range = sha256('x') || sha256('y')`,
      'not the one that was signed',
    ],
    [
      'has an unsigned checkpoint',
      `update custody_checkpoint set note = replace(note, 'sightline', 'elsewhere')`,
      'not signed by this log',
    ],
  ])('is not signed: it %s', async (_, statement, reason) => {
    await tamper(statement);
    const signer = await open();
    await expect(signer.signCheckpoint()).rejects.toMatchObject({
      code: 'integrity_mismatch',
      message: expect.stringContaining(reason) as unknown,
    });
    expect(await copies()).toEqual(['10.note']);
  });

  it('is not signed under another name', async () => {
    await expect((await open('example.org/other')).signCheckpoint()).rejects.toMatchObject({
      code: 'integrity_mismatch',
    });
  });

  it('is not signed when a copy of the last checkpoint says something else', async () => {
    const file = path.join(dataDir, 'checkpoints', '10.note');
    await chmod(file, 0o600);
    await writeFile(file, (await readFile(file, 'utf8')).replace('\n10\n', '\n11\n'));
    await expect((await open()).signCheckpoint()).rejects.toMatchObject({ code: 'integrity_mismatch' });
  });
});
