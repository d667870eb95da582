import { spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import type { DeskLog } from './desk-log.js';
import { pause } from './pause.js';

export const CHILD_ROLES = ['api', 'worker', 'match-index'] as const;
export type ChildRole = (typeof CHILD_ROLES)[number];

export interface ChildPlan {
  /** Names the log. */
  readonly role: ChildRole;
  readonly script: string;
  readonly env: NodeJS.ProcessEnv;
}

export interface ChildExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface RunningChild {
  readonly pid: number;
  readonly exited: Promise<ChildExit>;
  /** SIGTERM, then SIGKILL of the whole process group after `graceMs`. Resolves when it has ended. */
  stop(graceMs: number): Promise<void>;
}

/** Starts one of our own programs. It ends itself when the channel to us breaks, that is when we are killed. */
export function startChild(plan: ChildPlan, log: DeskLog): Promise<RunningChild> {
  const output = log.openFor(plan.role);
  const child = spawn(process.execPath, ['--enable-source-maps', plan.script], {
    env: plan.env,
    // A group of its own: a terminal's Ctrl-C is for the supervisor alone, which stops the others in order.
    detached: true,
    stdio: ['ignore', output, output, 'ipc'],
  });
  const exited = new Promise<ChildExit>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  closeSync(output);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('spawn', () => {
      const pid = child.pid ?? -1;
      resolve({ pid, exited, stop: (graceMs) => stopGroup(pid, exited, graceMs) });
    });
  });
}

async function stopGroup(pid: number, exited: Promise<ChildExit>, graceMs: number): Promise<void> {
  signalGroup(pid, 'SIGTERM', 'leader');
  const timer = new AbortController();
  const timeout = pause(graceMs, timer.signal);
  await Promise.race([exited, timeout]);
  timer.abort();
  // Also after an orderly end: nothing of the group may stay behind.
  signalGroup(pid, 'SIGKILL', 'group');
  await exited;
}

export function signalGroup(pid: number, signal: NodeJS.Signals, whom: 'leader' | 'group'): void {
  try {
    process.kill(whom === 'group' ? -pid : pid, signal);
  } catch (error) {
    const isGone = error instanceof Error && 'code' in error && error.code === 'ESRCH';
    if (!isGone) throw error;
  }
}
