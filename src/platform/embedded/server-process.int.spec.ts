import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findPostgresBinaries } from './binaries.js';
import { ensureCluster, type ClusterPlace } from './cluster.js';
import { chooseLauncher, type Launcher } from './launcher.js';
import { ensurePrivateFolder } from './private-folder.js';
import { pidExists } from './process-mark.js';
import { spawnServer, waitUntilReady, type ServerProcess } from './server-process.js';

let root: string;
let place: ClusterPlace;

beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'sl-server-'));
  const dataDir = await ensurePrivateFolder(path.join(root, 'data'));
  const clusterDir = path.join(dataDir, 'postgres');
  const binaries = findPostgresBinaries();
  const launcher = chooseLauncher(dataDir, clusterDir, binaries);
  place = { dataDir, clusterDir, binaries, launcher, durable: false };
  await ensureCluster(place);
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** Like bubblewrap under load: the server comes up in a child process, which outlives a launcher that is killed before. */
function slow(launcher: Launcher, seconds: number): Launcher {
  return {
    ...launcher,
    wrap: (command, deathSignal) => {
      const { file, args } = launcher.wrap(command, deathSignal);
      const script = `(sleep ${seconds}; exec "$@") & wait`;
      return { file: '/bin/sh', args: ['-c', script, 'sh', file, ...args] };
    },
  };
}

function start(launcher: Launcher): ServerProcess {
  const settings = { listen_addresses: '', unix_socket_directories: root, fsync: 'off' };
  return spawnServer({ ...place, launcher }, settings, () => undefined);
}

/** Everything that was started with it stands in one process group, and keeps its id alive. */
const isGone = ({ child }: ServerProcess): boolean => !pidExists(-(child.pid ?? 0));

describe('a start that is given up', () => {
  it.each([0, 0.3])('ends the server also when its launcher takes %d s to begin it', async (seconds) => {
    const server = start(slow(place.launcher, seconds));
    const signal = AbortSignal.abort(new Error('told to stop'));
    await expect(waitUntilReady(place, server, signal)).rejects.toThrow('told to stop');
    expect(isGone(server)).toBe(true);
  });

  it('while the server is coming up ends it in order', async () => {
    const server = start(place.launcher);
    const stop = new AbortController();
    server.child.stderr?.once('data', () => stop.abort(new Error('told to stop')));
    await expect(waitUntilReady(place, server, stop.signal)).rejects.toThrow('told to stop');
    expect(isGone(server)).toBe(true);
    expect(server.child.exitCode).toBe(0);
  });
});
