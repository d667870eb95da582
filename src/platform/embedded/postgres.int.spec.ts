import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Pool } from 'pg';
import { findRunningEmbeddedPostgres, startEmbeddedPostgres, type EmbeddedPostgres } from './postgres.js';

let root: string;
/** A data folder with a cluster that was stopped in order: making one takes longer than all that is done to it here. */
let made: string;
const started: EmbeddedPostgres[] = [];

beforeAll(async () => {
  made = path.join(await mkdtemp(path.join(os.tmpdir(), 'sl-pg-')), 'data');
  const server = await startEmbeddedPostgres({ dataDir: made, durable: false });
  await server.stop();
});

afterAll(() => rm(path.dirname(made), { recursive: true, force: true }));

beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'sl-pg-'));
});

afterEach(async () => {
  await Promise.all(started.splice(0).map((server) => server.stop()));
  await rm(root, { recursive: true, force: true });
});

async function start(dataDir: string): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, durable: false });
  started.push(server);
  return server;
}

async function folderWithCluster(): Promise<string> {
  const dataDir = path.join(root, 'data');
  await cp(made, dataDir, { recursive: true });
  return dataDir;
}

async function query(url: string, text: string): Promise<unknown[]> {
  const pool = new Pool({ connectionString: url, max: 1 });
  pool.on('error', () => undefined);
  try {
    return (await pool.query({ text, rowMode: 'array' })).rows.flat();
  } finally {
    await pool.end();
  }
}

describe('the embedded PostgreSQL', () => {
  it('keeps its data in a folder of mode 0700 over a stop and a start', async () => {
    const dataDir = path.join(root, 'data');
    const first = await start(dataDir);
    expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
    expect((await stat(path.join(dataDir, 'postgres-password'))).mode & 0o777).toBe(0o600);
    await query(first.ownerUrl, "CREATE TABLE kept AS SELECT 'كفرنبل' AS place");
    await first.stop();
    expect((await first.exited).code).toBe(0);

    const second = await start(dataDir);
    expect(await query(second.ownerUrl, 'SELECT place FROM kept')).toEqual(['كفرنبل']);
  });

  it('listens on its socket only and refuses a wrong password', async () => {
    const server = await start(await folderWithCluster());
    expect(await query(server.ownerUrl, 'SHOW listen_addresses')).toEqual(['']);
    const wrong = new URL(server.ownerUrl);
    wrong.password = 'wrong';
    await expect(query(wrong.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
  });

  it('starts again with what was committed after its postmaster was killed', async () => {
    const dataDir = await folderWithCluster();
    const first = await start(dataDir);
    await query(first.ownerUrl, 'CREATE TABLE kept AS SELECT 42 AS answer');
    process.kill(first.pid, 'SIGKILL');
    await first.exited;
    const second = await start(dataDir);
    expect(await query(second.ownerUrl, 'SELECT answer FROM kept')).toEqual([42]);
  });

  it('runs in a path with spaces, quotes and commas that is too long for a socket, and leaves no socket folder', async () => {
    const dataDir = path.join(root, 'a folder, with "quotes" and ünïcode', 'x'.repeat(100));
    await mkdir(dataDir, { recursive: true });
    const server = await start(dataDir);
    expect(await query(server.ownerUrl, 'SELECT 1')).toEqual([1]);
    const socketDir = decodeURIComponent(new URL(server.ownerUrl).hostname);
    expect(existsSync(socketDir)).toBe(true);
    await server.stop();
    expect(existsSync(socketDir)).toBe(false);
  });

  it('refuses a folder that a living process uses, and names the process', async () => {
    const dataDir = await folderWithCluster();
    const first = await start(dataDir);
    await expect(start(dataDir)).rejects.toThrow(`in use by process ${process.pid}`);
    expect(await findRunningEmbeddedPostgres(dataDir)).toEqual({ ownerUrl: first.ownerUrl });
    await first.stop();
    expect(await findRunningEmbeddedPostgres(dataDir)).toBeNull();
  });

  it('sets a new password when a restored folder comes without the password file', async () => {
    const dataDir = await folderWithCluster();
    const first = await start(dataDir);
    await first.stop();
    await rm(path.join(dataDir, 'postgres-password'));
    const second = await start(dataDir);
    expect(second.ownerUrl).not.toBe(first.ownerUrl);
    expect(await query(second.ownerUrl, 'SELECT 1')).toEqual([1]);
  });

  it('shuts down by itself when its supervisor is killed, and starts again at once', async () => {
    const dataDir = await folderWithCluster();
    const moduleUrl = new URL('../../../dist/src/platform/embedded/postgres.js', import.meta.url).href;
    const script = `
      const { startEmbeddedPostgres } = await import(${JSON.stringify(moduleUrl)});
      await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, durable: false });
      process.kill(process.pid, 'SIGKILL');`;
    expect(() =>
      execFileSync(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' }),
    ).toThrow(/SIGKILL|failed/);
    const second = await start(dataDir);
    expect(await query(second.ownerUrl, 'SELECT 1')).toEqual([1]);
  });
});
