import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { PostgresBinaries } from './binaries.js';
import { TOOL_PATH, type Launcher } from './launcher.js';

export const SUPERUSER = 'sightline';

export interface ClusterPlace {
  readonly dataDir: string;
  /** `DATA_DIR/postgres`: PostgreSQL's own data folder. */
  readonly clusterDir: string;
  readonly binaries: PostgresBinaries;
  readonly launcher: Launcher;
  readonly durable: boolean;
}

/** What PostgreSQL's programs get to see of our environment: nothing of ours. */
export const POSTGRES_ENV = { PATH: TOOL_PATH, LC_ALL: 'C.UTF-8', TZ: 'UTC' };

/**
 * Makes the cluster when there is none, and answers its superuser's password (kept in `DATA_DIR/postgres-password`).
 * A run that was killed half-way leaves nothing that looks like a cluster.
 */
export async function ensureCluster(place: ClusterPlace): Promise<string> {
  const passwordFile = path.join(place.dataDir, 'postgres-password');
  const known = existsSync(passwordFile) ? (await readFile(passwordFile, 'utf8')).trim() : '';
  const password = known === '' ? randomBytes(24).toString('base64url') : known;
  if (known === '') await writeFile(passwordFile, `${password}\n`, { mode: 0o600, flush: true });
  if (!existsSync(path.join(place.clusterDir, 'PG_VERSION'))) await initCluster(place, password);
  // A folder restored from a backup without the password file: the owner of the files may set a new one.
  else if (known === '') await resetPassword(place, password);
  return password;
}

async function initCluster(place: ClusterPlace, password: string): Promise<void> {
  const draft = `${place.clusterDir}.new`;
  const draftCluster = path.join(draft, 'cluster');
  const draftPassword = path.join(draft, 'password');
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  await writeFile(draftPassword, password, { mode: 0o600 });
  if (place.launcher.owner !== null) {
    const { uid, gid } = place.launcher.owner;
    await Promise.all([chown(draft, uid, gid), chown(draftPassword, uid, gid)]);
  }
  const args = ['-D', draftCluster, '-U', SUPERUSER, `--pwfile=${draftPassword}`, '--auth=scram-sha-256'];
  args.push('--locale=C.UTF-8', '--encoding=UTF8', ...(place.durable ? [] : ['--no-sync']));
  const command = place.launcher.wrap({ file: place.binaries.initdb, args }, 'KILL');
  await promisify(execFile)(command.file, command.args, { env: POSTGRES_ENV, maxBuffer: 1 << 20 });
  await rename(draftCluster, place.clusterDir);
  await rm(draft, { recursive: true, force: true });
}

/** Single-user mode asks for no password: https://www.postgresql.org/docs/18/app-postgres.html */
async function resetPassword(place: ClusterPlace, password: string): Promise<void> {
  const args = ['--single', '-D', place.clusterDir, 'postgres'];
  const command = place.launcher.wrap({ file: place.binaries.postgres, args }, 'KILL');
  const child = spawn(command.file, command.args, { env: POSTGRES_ENV, stdio: ['pipe', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors = (errors + text).slice(-4096)));
  child.stdin.end(`ALTER ROLE ${SUPERUSER} PASSWORD '${password}';\n`);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`The embedded database's password could not be set anew: ${errors}`);
}
