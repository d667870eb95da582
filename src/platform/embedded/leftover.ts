import { spawnSync } from 'node:child_process';
import { readdir, readFile, readlink, realpath, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { hasErrorCode } from './error-code.js';
import { pidExists } from './process-mark.js';
import { POSTGRES_SOCKET, removeTempSocketDir } from './socket-dir.js';

export interface PostmasterFile {
  readonly pid: number;
  readonly socketDir: string;
  readonly isReady: boolean;
}

/** What a running (or killed) server wrote about itself: PostgreSQL's `postmaster.pid`, lines 1, 5 and 8. */
export async function readPostmasterFile(clusterDir: string): Promise<PostmasterFile | null> {
  const text = await readTextIfThere(path.join(clusterDir, 'postmaster.pid'));
  const lines = text?.split('\n') ?? [];
  const pid = Number.parseInt(lines[0] ?? '', 10);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return { pid, socketDir: lines[4] ?? '', isReady: lines[7]?.trim() === 'ready' };
}

/**
 * Ends every PostgreSQL process that still works on this cluster after its supervisor was killed, so that a new
 * server may start. Backends outlive a killed postmaster for a moment and hold its shared memory.
 */
export async function clearLeftover(clusterDir: string, onLog: (line: string) => void): Promise<void> {
  const file = await readPostmasterFile(clusterDir);
  const escalation = [
    { signal: 'SIGINT', waitMs: 15_000 },
    { signal: 'SIGQUIT', waitMs: 5_000 },
    { signal: 'SIGKILL', waitMs: 5_000 },
  ] as const;
  for (const { signal, waitMs } of escalation) {
    const pids = await processesOn(clusterDir, file);
    if (pids.length === 0) break;
    onLog(`stopping PostgreSQL left over from an earlier run (${signal} to ${pids.join(', ')})`);
    const postmaster = pids.find((pid) => pid === file?.pid);
    // Only the postmaster knows how to stop in order; without it the backends are told one by one.
    for (const pid of signal === 'SIGINT' && postmaster !== undefined ? [postmaster] : pids) {
      sendSignal(pid, signal);
    }
    await waitUntilGone(clusterDir, file, waitMs);
  }
  if (file === null) return;
  await removeTempSocketDir(file.socketDir, POSTGRES_SOCKET);
  // PostgreSQL refuses to start while a process of this id lives, also when the id was given to another program.
  await rm(path.join(clusterDir, 'postmaster.pid'), { force: true });
}

async function waitUntilGone(clusterDir: string, file: PostmasterFile | null, waitMs: number): Promise<void> {
  const deadline = Date.now() + waitMs;
  while (Date.now() < deadline && (await processesOn(clusterDir, file)).length > 0) await delay(50);
}

/** Every PostgreSQL process has the cluster as its working folder; without /proc only the postmaster is known. */
async function processesOn(clusterDir: string, file: PostmasterFile | null): Promise<number[]> {
  if (process.platform !== 'linux') return file !== null && isPostgresByPs(file.pid) ? [file.pid] : [];
  const wanted = await realpath(clusterDir);
  const pids = (await readdir('/proc')).map(Number).filter((pid) => Number.isInteger(pid) && pid > 1);
  const areOurs = await Promise.all(pids.map((pid) => isPostgresIn(wanted, pid)));
  return pids.filter((_, index) => areOurs[index]);
}

/** The program is compared too: a person's shell may stand in the same folder. */
async function isPostgresIn(clusterDir: string, pid: number): Promise<boolean> {
  try {
    if ((await readlink(`/proc/${pid}/cwd`)) !== clusterDir) return false;
    return path.basename(await readlink(`/proc/${pid}/exe`)).startsWith('postgres');
  } catch {
    return false; // ended meanwhile, or not ours to see
  }
}

function isPostgresByPs(pid: number): boolean {
  const result = spawnSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' });
  return path.basename(result.stdout.trim()).startsWith('postgres');
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  if (pidExists(pid)) process.kill(pid, signal);
}

async function readTextIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return null;
    throw error;
  }
}
