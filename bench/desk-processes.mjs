/** The built API and worker on a throw-away embedded PostgreSQL, for benchmarks. */
import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../dist/src/platform/embedded/postgres.js';
import { migrate } from '../dist/src/platform/db/migrate.js';

/**
 * @param options.durable as in production (fsync on) unless false
 * @param options.keptDir a data folder that stays, with what an earlier run has put into it
 */
export async function startDeskProcesses({
  worker = true,
  apiCore,
  env = {},
  durable = true,
  port = 39_400,
  keptDir,
} = {}) {
  const dataDir = keptDir ?? (await mkdtemp(join(tmpdir(), 'sightline-bench-')));
  const postgres = await startEmbeddedPostgres({ dataDir, durable });
  const { appUrl } = await migrate({ ownerUrl: postgres.ownerUrl, dataDir });
  const token = randomBytes(24).toString('base64url');
  const childEnv = {
    PATH: process.env.PATH,
    DATA_DIR: dataDir,
    GAZETTEER: 'none',
    DATABASE_URL: appUrl,
    ADMIN_TOKEN: token,
    PORT: String(port),
    LOG_LEVEL: 'error',
    ...env,
  };
  const children = [start('run/api.js', childEnv, apiCore)];
  if (worker) children.push(start('run/worker.js', { ...childEnv, WORKER_ID: randomUUID() }));
  if (worker) children.push(start('run/match-index.js', childEnv));
  for (const child of children) await ready(child);
  const headers = { authorization: `Bearer ${token}` };
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    headers,
    token,
    dataDir,
    appUrl,
    ownerUrl: postgres.ownerUrl,
    workerPid: children[1]?.pid,
    get: async (path) => (await fetch(`${url}/api/v1/${path}`, { headers })).json(),
    post: async (path, body) => {
      const response = await fetch(`${url}/api/v1/${path}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return response.json();
    },
    stop: async () => {
      for (const child of children.toReversed()) {
        if (child.exitCode === null && child.signalCode === null) {
          child.kill('SIGTERM');
          await once(child, 'exit');
        }
      }
      await postgres.stop();
      if (keptDir === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function start(entry, env, core) {
  const path = new URL(`../dist/${entry}`, import.meta.url).pathname;
  const [command, args] =
    core === undefined
      ? [process.execPath, [path]]
      : ['taskset', ['-c', String(core), process.execPath, path]];
  return spawn(command, args, { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
}

async function ready(child) {
  const [message] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
  if (typeof message !== 'object') throw new Error('a process of the desk did not come up');
}
