import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { createConnection } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { cloneDatabase, type TestDatabase } from '../../../test/support/database.js';
import { TransientError } from '../../shared/errors.js';
import { MatchIndexClient } from './match-index-client.js';
import { findSocketAddress } from './socket-place.js';
import { frameOf, insertFingerprint, turned } from './testing/fingerprint-rows.js';

const entry = path.resolve(import.meta.dirname, '../../../dist/workers/match-index.js');
const never = new AbortController().signal;

let database: TestDatabase;
let rows: Client;
let dataDir: string;
const processes: ChildProcess[] = [];
/** On `dataDir`, for tests that leave it as it is. */
let shared: ChildProcess | undefined;
const clients: MatchIndexClient[] = [];

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'sl-index-'));
  database = await cloneDatabase();
  rows = new Client({ connectionString: database.ownerUrl });
  await rows.connect();
});
afterEach(async () => {
  for (const client of clients.splice(0)) await client.close();
  for (const running of processes.splice(0)) await end(running, 'SIGTERM');
});
afterAll(async () => {
  if (shared !== undefined) await end(shared, 'SIGTERM');
  await rows.end();
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

async function ensureIndex(): Promise<void> {
  shared ??= await startIndex();
  // Not to be ended after the test.
  processes.splice(0);
}

async function startIndex(folder = dataDir, databaseUrl = database.appUrl): Promise<ChildProcess> {
  const running = spawn(process.execPath, [entry], {
    env: { PATH: process.env['PATH'], DATA_DIR: folder, DATABASE_URL: databaseUrl, LOG_LEVEL: 'fatal' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  processes.push(running);
  const [message] = (await Promise.race([once(running, 'message'), once(running, 'exit')])) as [unknown];
  expect(message).toEqual({ type: 'ready' });
  return running;
}

async function end(running: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (running.exitCode !== null || running.signalCode !== null) return;
  running.kill(signal);
  await once(running, 'exit');
}

function clientOf(folder = dataDir, patienceMs?: number): MatchIndexClient {
  const client = new MatchIndexClient(folder, patienceMs);
  clients.push(client);
  return client;
}

const near = (client: MatchIndexClient, hashes: Uint8Array, radius = 31) =>
  client.searchFrames({ hashes, radius, mostHitsPerHash: 10 }, never);

describe('the index and its client', () => {
  it('know every fingerprint that was committed before the question', async () => {
    await ensureIndex();
    const client = clientOf();
    for (let round = 0; round < 20; round += 1) {
      const hash = randomBytes(32);
      expect(await near(client, hash)).toEqual([]);
      const id = await insertFingerprint(rows, {
        records: [frameOf(randomBytes(32)), frameOf(hash, 1_234, 2)],
      });
      expect(await near(client, Buffer.concat([randomBytes(32), turned(hash, 31, 7)]))).toEqual([
        { query: 1, fingerprintId: id, ptsMs: 1_234, view: 2, distance: 31 },
      ]);
      expect(await near(client, turned(hash, 32, 7))).toEqual([]);
    }
  });

  it('know it after a restart, while several workers ask at once', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'sl-index-'));
    const hash = randomBytes(32);
    const id = await insertFingerprint(rows, { records: [frameOf(hash)] });
    const running = await startIndex(folder);
    const workers = [clientOf(folder), clientOf(folder), clientOf(folder)];
    const expected = [{ query: 0, fingerprintId: id, ptsMs: 0, view: 0, distance: 0 }];
    const askAll = () =>
      Promise.all(workers.flatMap((client) => [near(client, hash), near(client, hash, 60)]));
    expect(await askAll()).toEqual(workers.flatMap(() => [expected, expected]));
    await end(running, 'SIGKILL');
    const answers = askAll();
    await startIndex(folder);
    expect(await answers).toEqual(workers.flatMap(() => [expected, expected]));
    await rm(folder, { recursive: true });
  });

  it('do not know fingerprints of another stage version', async () => {
    await ensureIndex();
    const hash = randomBytes(32);
    await insertFingerprint(rows, { records: [frameOf(hash)], stageVersion: 0 });
    expect(await near(clientOf(), hash)).toEqual([]);
  });

  it('find sound that begins later there', async () => {
    await ensureIndex();
    const ours = new Uint32Array(randomBytes(400).buffer.slice(0, 400));
    const theirs = Uint32Array.of(1, 2, 3, ...ours.subarray(50), 9);
    const id = await insertFingerprint(rows, { records: [], sound: theirs });
    const hits = await clientOf().searchSound(ours, never);
    expect(hits).toEqual([{ fingerprintId: id, common: ours.length - 50, offset: 3 - 50 }]);
  });

  it('answer long questions in parts, each hash under its own number', async () => {
    const records = Array.from({ length: 5_000 }, (_, i) => frameOf(randomBytes(32), i));
    await insertFingerprint(rows, { records });
    await ensureIndex();
    const hits = await clientOf().searchFrames(
      { hashes: Buffer.concat(records.map(({ hash }) => hash)), radius: 31, mostHitsPerHash: 1_000 },
      never,
    );
    expect(hits.map(({ query, ptsMs }) => [query, ptsMs])).toEqual(records.map((_, i) => [i, i]));
  });
});

describe('when something is missing', () => {
  it('a question waits for a process that is yet to come', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'sl-index-'));
    const answer = near(clientOf(folder), randomBytes(32));
    await startIndex(folder);
    expect(await answer).toEqual([]);
    await rm(folder, { recursive: true });
  });

  it('a question ends as something that may pass when its patience does', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'sl-index-'));
    await expect(near(clientOf(folder, 200), randomBytes(32))).rejects.toThrow(TransientError);
    await rm(folder, { recursive: true });
  });

  it('a question waits for the database, and is not answered with what was known before', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'sl-index-'));
    const gate = await cloneDatabase();
    await startIndex(folder, gate.appUrl);
    const client = clientOf(folder);
    expect(await near(client, randomBytes(32))).toEqual([]);
    const hash = randomBytes(32);
    const writer = new Client({ connectionString: gate.ownerUrl });
    await writer.connect();
    await writer.query('alter table fingerprint rename to fingerprint_away');
    const answer = near(client, hash);
    await writer.query('alter table fingerprint_away rename to fingerprint');
    await writer.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`);
    const id = await insertFingerprint(writer, { records: [frameOf(hash)] });
    expect([[], [expect.objectContaining({ fingerprintId: id })]]).toContainEqual(await answer);
    expect(await near(client, hash)).toEqual([expect.objectContaining({ fingerprintId: id })]);
    await writer.end();
    await gate.drop();
    await rm(folder, { recursive: true });
  });

  it('a database that was put back to an earlier state is read anew', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'sl-index-'));
    const restored = await cloneDatabase();
    const writer = new Client({ connectionString: restored.ownerUrl });
    await writer.connect();
    await startIndex(folder, restored.appUrl);
    const client = clientOf(folder);
    const [lost, kept] = [randomBytes(32), randomBytes(32)];
    await insertFingerprint(writer, { records: [frameOf(lost)] });
    expect(await near(client, lost)).toHaveLength(1);
    await writer.query('truncate fingerprint restart identity');
    const id = await insertFingerprint(writer, { records: [frameOf(kept, 7)] });
    expect(await near(client, Buffer.concat([lost, kept]))).toEqual([
      { query: 1, fingerprintId: id, ptsMs: 7, view: 0, distance: 0 },
    ]);
    await writer.end();
    await restored.drop();
    await rm(folder, { recursive: true });
  });

  it('whoever stops asking gets the reason', async () => {
    await ensureIndex();
    const controller = new AbortController();
    const answer = clientOf().searchFrames(
      { hashes: randomBytes(32 * 4_000), radius: 60, mostHitsPerHash: 10 },
      controller.signal,
    );
    controller.abort(new Error('not wanted any more'));
    await expect(answer).rejects.toThrow('not wanted any more');
  });
});

describe('the socket', () => {
  it('is for our own user alone', async () => {
    await ensureIndex();
    const address = (await findSocketAddress(dataDir))!;
    expect((await stat(address)).mode & 0o777).toBe(0o600);
    expect((await stat(path.dirname(address))).mode & 0o777).toBe(0o700);
  });

  it('lies in the temporary folder when the path of the data folder is too long, and leaves nothing there', async () => {
    const folder = path.join(await mkdtemp(path.join(os.tmpdir(), 'sl-index-')), 'x'.repeat(100));
    const killed = await startIndex(folder);
    const address = (await findSocketAddress(folder))!;
    expect(await near(clientOf(folder), randomBytes(32))).toEqual([]);
    await end(killed, 'SIGKILL');
    const running = await startIndex(folder);
    const next = (await findSocketAddress(folder))!;
    expect(next).not.toBe(address);
    expect(await near(clientOf(folder), randomBytes(32))).toEqual([]);
    await end(running, 'SIGTERM');
    for (const former of [address, next]) {
      await expect(readdir(path.dirname(former))).rejects.toMatchObject({ code: 'ENOENT' });
    }
    await rm(path.dirname(folder), { recursive: true });
  });

  it('closes on garbage, and goes on with others', async () => {
    await ensureIndex();
    const address = (await findSocketAddress(dataDir))!;
    const garbage = [
      Buffer.from('GET / HTTP/1.1\r\n\r\n'),
      Buffer.alloc(4),
      Buffer.alloc(4, 0xff),
      Buffer.from([5, 0, 0, 0, 99, 0, 0, 0, 0]),
      Buffer.from([6, 0, 0, 0, 1, 0, 0, 0, 0, 7]),
      Buffer.from([6, 0, 0, 0, 2, 0, 0, 0, 0, 7]),
    ];
    for (const bytes of garbage) {
      const socket = createConnection(address);
      socket.end(bytes);
      await once(socket, 'close');
    }
    expect(await near(clientOf(), randomBytes(32))).toEqual([]);
  });
});
