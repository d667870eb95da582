import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { hasErrorCode } from './error-code.js';

/** Names one process for good: a process id alone is given out again, in containers within seconds. */
export const ProcessMark = z.object({
  pid: z.number().int().positive(),
  /** Kernel clock ticks since boot when the process began, and which boot; null where the system does not tell. */
  startTicks: z.string().nullable(),
  bootId: z.string().nullable(),
});
export type ProcessMark = z.infer<typeof ProcessMark>;

export function markProcess(pid: number): ProcessMark {
  return { pid, startTicks: readStartTicks(pid), bootId: readBootId() };
}

/** Whether the marked process still lives. Errs towards "lives" only where the system cannot tell two processes of one id apart. */
export function isProcessAlive(mark: ProcessMark): boolean {
  if (!pidExists(mark.pid)) return false;
  if (mark.bootId !== null && mark.bootId !== readBootId()) return false;
  return mark.startTicks === null || mark.startTicks === readStartTicks(mark.pid);
}

export function pidExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it exists and belongs to somebody else.
    return hasErrorCode(error, 'EPERM');
  }
}

/** proc(5): field 22, counted after the command's name, which may itself hold spaces and brackets. */
function readStartTicks(pid: number): string | null {
  const stat = readText(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

function readBootId(): string | null {
  return readText('/proc/sys/kernel/random/boot_id')?.trim() ?? null;
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null; // no /proc on this system, or the process has just ended
  }
}
