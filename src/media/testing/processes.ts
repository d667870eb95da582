import { randomUUID } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';

/** A word to put into a tool's arguments, to find its processes by. */
export function uniqueMark(): string {
  return `mark-${randomUUID()}`;
}

/** Ids of living processes other than ours with `mark` in their arguments and a fitting program name (Linux). */
export async function processesNaming(mark: string, program = /^/): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(
    pids.map(async (pid) => {
      const line = await commandLine(pid);
      return line.includes(mark) && program.test(line.split('\0')[0] ?? '') ? pid : undefined;
    }),
  );
  return found.filter((pid): pid is number => pid !== undefined && pid !== process.pid);
}

async function commandLine(pid: number): Promise<string> {
  try {
    return await readFile(`/proc/${pid}/cmdline`, 'utf8');
  } catch (error) {
    // The process ended between listing and reading.
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return '';
    throw error;
  }
}

/** Polls until `condition` holds. @throws Error after `timeoutMs` */
export async function waitUntil(condition: () => Promise<boolean>, timeoutMs = 10_000): Promise<void> {
  const endMs = Date.now() + timeoutMs;
  while (!(await condition())) {
    if (Date.now() > endMs) throw new Error(`the awaited state did not come within ${timeoutMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
