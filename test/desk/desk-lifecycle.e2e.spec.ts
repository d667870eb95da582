import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { findRunningEmbeddedPostgres } from '../../src/platform/embedded/postgres.js';
import { SupervisedDesk, type DeskEntry } from '../support/supervised-desk.js';

const SCRIPT = /^\S*node \S*scripts\/start\.mjs/;
const API = /^\S*node .*dist\/run\/api\.js/;
const WORKER = /^\S*node .*dist\/run\/worker\.js/;
const INDEX = /^\S*node .*dist\/run\/match-index\.js/;
const POSTMASTER = /^\S+\/postgres -D /;

let dataDir: string;
let desk: SupervisedDesk;

beforeAll(async () => {
  dataDir = path.join(await mkdtemp(path.join(os.tmpdir(), 'sl-desk-')), 'data');
});
afterAll(() => rm(path.dirname(dataDir), { recursive: true, force: true }));

/** Resolves once every process is gone; answers how the entry ended. */
async function watchEnd(): Promise<number | string | null> {
  const startedAt = performance.now();
  const exit = await desk.exited;
  await desk.waitUntilGone(30_000 - (performance.now() - startedAt));
  expect(existsSync(path.join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
  return exit.code ?? exit.signal;
}

/** Whether one process matches, and not the one that was killed. */
function hasOther(commandLine: RegExp, killedPid: number): boolean {
  const found = desk.processes().filter(({ args }) => commandLine.test(args));
  return found.length === 1 && found[0]?.pid !== killedPid;
}

async function livingWorkers(): Promise<number> {
  const database = await findRunningEmbeddedPostgres(dataDir);
  const client = new Client({ connectionString: database?.ownerUrl });
  await client.connect();
  try {
    const found = await client.query('SELECT FROM worker_process WHERE ended_at IS NULL');
    return found.rowCount ?? 0;
  } finally {
    await client.end();
  }
}

describe('a stop leaves no process', () => {
  afterEach(() => desk.destroy());

  it.each<[DeskEntry, string, () => void, (number | string)[]]>([
    ['npm start', 'Ctrl-C at the terminal', () => process.kill(-desk.pid, 'SIGINT'), [0, 130]],
    ['npm start', 'SIGTERM to npm alone', () => process.kill(desk.pid, 'SIGTERM'), [0]],
    ['npm start', 'SIGTERM to the script alone', () => process.kill(desk.find(SCRIPT), 'SIGTERM'), [0]],
    ['npm start', 'SIGTERM to the supervisor alone', () => process.kill(desk.supervisorPid, 'SIGTERM'), [0]],
    ['npm start', 'SIGKILL of npm', () => process.kill(desk.pid, 'SIGKILL'), ['SIGKILL']],
    ['npm start', 'SIGKILL of the script', () => process.kill(desk.find(SCRIPT), 'SIGKILL'), ['SIGKILL']],
    ['scripts/start.mjs', 'Ctrl-C at the terminal', () => process.kill(-desk.pid, 'SIGINT'), [130]],
    ['dist/src/desk.js', 'SIGKILL of the supervisor', () => process.kill(desk.pid, 'SIGKILL'), ['SIGKILL']],
  ])('%s: %s', async (entry, _what, act, codes) => {
    desk = await SupervisedDesk.start(dataDir, entry);
    act();
    expect(codes).toContain(await watchEnd());
  });

  it('while it is still starting', async () => {
    desk = SupervisedDesk.launch(dataDir);
    await desk.waitFor('a database process', () =>
      desk.processes().some(({ args }) => args.includes('postgres')),
    );
    process.kill(desk.pid, 'SIGTERM');
    expect(await watchEnd()).toBe(0);
  });
});

/** One desk, in this order: coming up takes a desk much longer than all that is done to it here. */
describe('a desk that runs', () => {
  beforeAll(async () => {
    desk = await SupervisedDesk.start(dataDir);
  }, 120_000);
  afterAll(() => desk.destroy());

  it('is left alone by a second one on the same folder, which says so', async () => {
    const second = SupervisedDesk.launch(dataDir);
    expect((await second.exited).code).toBe(1);
    expect(second.output).toContain(`already runs on ${dataDir} (process ${desk.pid})`);
    expect(await desk.isReady()).toBe(true);
  });

  it('is named by its port to a second one on the same port', async () => {
    const { port } = new URL(desk.url);
    const other = SupervisedDesk.launch(`${dataDir}-2`, 'dist/src/desk.js', { PORT: port });
    expect((await other.exited).code).toBe(1);
    expect(other.output).toContain(`Port ${port} on 127.0.0.1 is taken`);
  });

  it('starts the worker again when it dies', () => expectSuccessor(WORKER));

  it('is whole at the next start after all of its processes were killed at once', async () => {
    for (const { pid } of desk.processes()) killIfAlive(pid);
    await desk.exited;
    desk = await SupervisedDesk.start(dataDir);
    // Jobs of a worker that nobody reports as dead would wait for its heartbeat to grow old.
    await desk.waitFor('one living worker on record', async () => (await livingWorkers()) === 1, 10_000);
  });

  it('starts the API again when it dies', () => expectSuccessor(API));

  it('starts the match index again when it dies', () => expectSuccessor(INDEX));

  it('starts the database again when it dies, and with it the workers', async () => {
    const worker = desk.find(WORKER);
    process.kill(desk.find(POSTMASTER), 'SIGKILL');
    await desk.waitFor('another worker', () => hasOther(WORKER, worker));
    await desk.waitFor('readyz', () => desk.isReady());
  });

  it('stops at SIGTERM after all that and leaves no process', async () => {
    process.kill(desk.pid, 'SIGTERM');
    expect(await watchEnd()).toBe(0);
  });
});

async function expectSuccessor(commandLine: RegExp): Promise<void> {
  const before = desk.find(commandLine);
  process.kill(before, 'SIGKILL');
  await desk.waitFor('a successor', () => hasOther(commandLine, before));
  await desk.waitFor('readyz', () => desk.isReady());
}

/** Some end by themselves the moment their parent is killed. */
function killIfAlive(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
