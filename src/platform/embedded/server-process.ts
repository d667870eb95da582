import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { createInterface } from 'node:readline';
import { hasErrorCode } from './error-code.js';
import { POSTGRES_ENV, type ClusterPlace } from './cluster.js';
import { readPostmasterFile } from './leftover.js';

export interface PostgresExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface ServerProcess {
  readonly child: ChildProcess;
  readonly exited: Promise<PostgresExit>;
  /** The last lines of its log. */
  readonly lastWords: () => string;
}

const FAST_SHUTDOWN_MS = 8_000;
const IMMEDIATE_SHUTDOWN_MS = 3_000;
/** From an abort until the server must have written its process id, or be gone. */
const FIRST_SIGN_MS = 15_000;

export function spawnServer(
  place: ClusterPlace,
  settings: Readonly<Record<string, string>>,
  onLog: (line: string) => void,
): ServerProcess {
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // The death signal is INT: a killed supervisor leaves a database that shuts down in order.
  const command = place.launcher.wrap(
    { file: place.binaries.postgres, args: ['-D', place.clusterDir, ...flags] },
    'INT',
  );
  const child = spawn(command.file, command.args, {
    // A process group of its own: a terminal's Ctrl-C must not stop the database before those who use it.
    detached: true,
    env: POSTGRES_ENV,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const last: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    last.push(line);
    if (last.length > 20) last.shift();
    onLog(line);
  });
  const exited = new Promise<PostgresExit>((resolve) => {
    child.once('error', (error) => {
      last.push(error.message);
      resolve({ code: null, signal: null });
    });
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  return { child, exited, lastWords: () => last.join('\n') };
}

/**
 * The postmaster's process id, once it accepts connections. Crash recovery takes what it takes: no time limit.
 * @throws Error with PostgreSQL's last words when it ends before; the signal's reason, once it has ended, when aborted.
 */
export async function waitUntilReady(
  place: ClusterPlace,
  server: ServerProcess,
  signal?: AbortSignal,
): Promise<number> {
  let hasExited = false;
  void server.exited.then(() => (hasExited = true));
  let abortedAt: number | null = null;
  for (;;) {
    if (hasExited) signal?.throwIfAborted();
    if (hasExited) throw new Error(`The embedded PostgreSQL did not start: ${server.lastWords()}`);
    const file = await readPostmasterFile(place.clusterDir);
    if (signal?.aborted === true) {
      abortedAt ??= performance.now();
      // Only by its own process id: a signal ends a launcher that is still at work (bubblewrap) before the server in it
      // has asked to be told of that end, and the server then starts and stays.
      if (file !== null) await stopServer(file.pid, server);
      else if (performance.now() - abortedAt > FIRST_SIGN_MS) await killGroup(server);
    } else if (file?.isReady === true) return file.pid;
    await delay(20);
  }
}

/** Launcher and server, whatever they are about. */
async function killGroup({ child, exited }: ServerProcess): Promise<void> {
  if (child.pid !== undefined) signalIfThere(-child.pid, 'SIGKILL');
  await exited;
}

/** Fast shutdown, then immediate, then the kernel's: PostgreSQL recovers from each without losing what it acknowledged. */
export async function stopServer(pid: number, server: ServerProcess): Promise<void> {
  const steps = [
    { signal: 'SIGINT', waitMs: FAST_SHUTDOWN_MS },
    { signal: 'SIGQUIT', waitMs: IMMEDIATE_SHUTDOWN_MS },
    { signal: 'SIGKILL', waitMs: IMMEDIATE_SHUTDOWN_MS },
  ] as const;
  for (const { signal, waitMs } of steps) {
    if (server.child.exitCode !== null || server.child.signalCode !== null) return;
    signalIfThere(pid, signal);
    const timer = new AbortController();
    const timeout = delay(waitMs, 'timeout', { signal: timer.signal }).catch(() => 'aborted');
    const outcome = await Promise.race([server.exited, timeout]);
    timer.abort();
    if (outcome !== 'timeout') return;
  }
}

function signalIfThere(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!hasErrorCode(error, 'ESRCH')) throw error;
  }
}
