import { existsSync } from 'node:fs';
import { chmod, chown, readFile } from 'node:fs/promises';
import { totalmem } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { findPostgresBinaries } from './binaries.js';
import { ensureCluster, SUPERUSER, type ClusterPlace } from './cluster.js';
import { chooseLauncher } from './launcher.js';
import { clearLeftover, readPostmasterFile } from './leftover.js';
import { ensurePrivateFolder } from './private-folder.js';
import { pidExists } from './process-mark.js';
import { acquireProcessLock, LockHeldError } from './process-lock.js';
import {
  spawnServer,
  stopServer,
  waitUntilReady,
  type PostgresExit,
  type ServerProcess,
} from './server-process.js';
import { makeSocketDir, POSTGRES_SOCKET, removeTempSocketDir } from './socket-dir.js';

export type { PostgresExit } from './server-process.js';

export interface EmbeddedPostgresOptions {
  /** `DATA_DIR`: the cluster goes to `postgres/` in it, the superuser's password to `postgres-password`. */
  readonly dataDir: string;
  /** Folder of the Unix socket; `DATA_DIR/run` where that path is short enough, else one in the temporary folder. */
  readonly socketDir?: string;
  /** false gives up safety against a crash of the machine for speed: for tests. */
  readonly durable?: boolean;
  readonly maxConnections?: number;
  /** Gives up a start under way. */
  readonly signal?: AbortSignal;
  /** PostgreSQL's own log, line by line. */
  readonly onLog?: (line: string) => void;
}

export interface EmbeddedPostgres {
  /** `postgres://user:password@%2Fsocket%2Fdir/sightline`, as pg, libpq and `new URL` read it. The superuser's: workers and API get a narrower one. */
  readonly ownerUrl: string;
  /** The postmaster's. */
  readonly pid: number;
  /** Fast shutdown: open transactions are rolled back, what was committed stays. May be called twice. */
  stop(): Promise<void>;
  /** Resolves when the server has ended, asked or not. */
  readonly exited: Promise<PostgresExit>;
}

const DATABASE = 'sightline';
const LEAST_BUFFERS_MB = 64;
const MOST_BUFFERS_MB = 1_024;

/**
 * Starts the PostgreSQL that comes with the project on `dataDir`, making the cluster first when there is none. It
 * listens on a Unix socket only. What a killed run left behind is stopped first. When this process dies, the server
 * shuts down by itself.
 * @throws Error in one line: another living process uses the folder; no binaries for this machine; root finds no way
 * to run it; or PostgreSQL's last words when it does not come up.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const onLog = options.onLog ?? (() => undefined);
  const dataDir = await ensurePrivateFolder(path.resolve(options.dataDir));
  const unlock = await lockCluster(dataDir);
  try {
    const place = await preparePlace(dataDir, options.durable ?? true);
    if (existsSync(place.clusterDir)) await clearLeftover(place.clusterDir, onLog);
    const password = await ensureCluster(place);
    options.signal?.throwIfAborted();
    const socketDir = await makeSocketDir(options.socketDir ?? path.join(dataDir, 'run'), POSTGRES_SOCKET);
    if (place.launcher.owner !== null) {
      await chown(socketDir, place.launcher.owner.uid, place.launcher.owner.gid);
    }
    const server = spawnServer(place, settingsOf(socketDir, options), onLog);
    const exited = server.exited.then(async (exit) => {
      await removeTempSocketDir(socketDir, POSTGRES_SOCKET);
      await unlock();
      return exit;
    });
    const { pid, ownerUrl } = await bringUp(place, server, options.signal, (name) =>
      urlOf(socketDir, password, name),
    );
    const stop = async (): Promise<void> => {
      await stopServer(pid, server);
      await exited;
    };
    return { ownerUrl, pid, exited, stop };
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** Half a start is none: a server that came up but cannot be used is stopped again. */
async function bringUp(
  place: ClusterPlace,
  server: ServerProcess,
  signal: AbortSignal | undefined,
  urlTo: (database: string) => string,
): Promise<{ pid: number; ownerUrl: string }> {
  const pid = await waitUntilReady(place, server, signal);
  try {
    await ensureDatabase(urlTo('postgres'));
    return { pid, ownerUrl: urlTo(DATABASE) };
  } catch (error) {
    await stopServer(pid, server);
    throw error;
  }
}

/** The owner's URL of the embedded server that runs on `dataDir` at this moment, started by whomever; null when none does. */
export async function findRunningEmbeddedPostgres(dataDir: string): Promise<{ ownerUrl: string } | null> {
  const file = await readPostmasterFile(path.join(dataDir, 'postgres'));
  if (file === null || !file.isReady || !pidExists(file.pid)) return null;
  const password = await readFile(path.join(dataDir, 'postgres-password'), 'utf8');
  return { ownerUrl: urlOf(file.socketDir, password.trim(), DATABASE) };
}

async function lockCluster(dataDir: string): Promise<() => Promise<void>> {
  try {
    return await acquireProcessLock(path.join(dataDir, 'postgres.lock'));
  } catch (error) {
    if (!(error instanceof LockHeldError)) throw error;
    throw new Error(`The database in ${dataDir} is in use by process ${error.pid}.`, { cause: error });
  }
}

async function preparePlace(dataDir: string, durable: boolean): Promise<ClusterPlace> {
  const binaries = findPostgresBinaries();
  const clusterDir = path.join(dataDir, 'postgres');
  const launcher = chooseLauncher(dataDir, clusterDir, binaries);
  if (launcher.owner !== null) {
    // Its group may pass through to the cluster, and see nothing else: everything in DATA_DIR is 0600 or 0700.
    await chown(dataDir, 0, launcher.owner.gid);
    await chmod(dataDir, 0o710);
  }
  return { dataDir, clusterDir, binaries, launcher, durable };
}

function settingsOf(socketDir: string, options: EmbeddedPostgresOptions): Record<string, string> {
  // synchronous_commit stays on: a killed server must lose nothing in the crash tests either, and it is cheap without fsync.
  const withoutDurability = { fsync: 'off', full_page_writes: 'off' };
  return {
    listen_addresses: '',
    // A list: without the quotes a comma in the path would end its first entry.
    unix_socket_directories: `"${socketDir.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    max_connections: String(options.maxConnections ?? 100),
    shared_buffers: `${options.durable === false ? LEAST_BUFFERS_MB : buffersMb()}MB`,
    work_mem: '16MB',
    // Disks without heads: at the default of 4 a list reads a whole table to spare itself a few jumps.
    random_page_cost: '1.1',
    // Compiling a query takes longer than any query of a desk.
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(options.durable === false ? withoutDurability : {}),
  };
}

/** A sixteenth of the machine: a desk shares it with ffmpeg, and what the buffers do not hold, the file cache does. */
function buffersMb(): number {
  const share = Math.floor(totalmem() / 16 / 1024 ** 2);
  return Math.max(LEAST_BUFFERS_MB, Math.min(share, MOST_BUFFERS_MB));
}

function urlOf(socketDir: string, password: string, database: string): string {
  return `postgres://${SUPERUSER}:${password}@${encodeURIComponent(socketDir)}/${database}`;
}

async function ensureDatabase(maintenanceUrl: string): Promise<void> {
  const client = new Client({ connectionString: maintenanceUrl });
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}
