import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hasErrorCode } from './error-code.js';
import { isProcessAlive, markProcess, ProcessMark } from './process-mark.js';

/** Another living process holds the lock. */
export class LockHeldError extends Error {
  override readonly name = 'LockHeldError';
  constructor(
    readonly file: string,
    readonly pid: number,
  ) {
    super(`${file} is held by process ${pid}`);
  }
}

/**
 * Takes a lock that lives as long as this process: a file naming it. That of a dead process is taken over.
 * Answers the function that gives the lock back.
 * @throws LockHeldError when a living process (this one included) holds it.
 */
export async function acquireProcessLock(file: string): Promise<() => Promise<void>> {
  const mine = JSON.stringify(markProcess(process.pid));
  for (let attempt = 0; attempt < 10; attempt++) {
    if (await createWhole(file, mine)) return releaseOnce(file);
    const found = await readFile(file, 'utf8').catch(unlessMissing);
    if (found === null) continue;
    const holder = parseMark(found);
    if (holder !== null && isProcessAlive(holder)) throw new LockHeldError(file, holder.pid);
    await takeAway(file, found);
  }
  throw new Error(`The lock ${file} changes hands too often.`);
}

/** A second call must not remove the lock of whoever took it meanwhile. */
function releaseOnce(file: string): () => Promise<void> {
  let released: Promise<void> | undefined;
  return () => (released ??= rm(file, { force: true }));
}

/** Linking a finished file is atomic: nobody ever reads a half-written lock. */
async function createWhole(file: string, content: string): Promise<boolean> {
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, content, { mode: 0o600 });
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (hasErrorCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Moves the stale lock aside and looks again: between reading and moving, another process may have taken it over. */
async function takeAway(file: string, stale: string): Promise<void> {
  const aside = `${file}.stale.${process.pid}`;
  await rename(file, aside).catch(unlessMissing);
  const moved = await readFile(aside, 'utf8').catch(unlessMissing);
  if (moved !== null && moved !== stale) await link(aside, file);
  await rm(aside, { force: true });
}

function parseMark(text: string): ProcessMark | null {
  try {
    return ProcessMark.parse(JSON.parse(text));
  } catch {
    return null; // not written by us: nobody can be holding it
  }
}

function unlessMissing(error: unknown): null {
  if (hasErrorCode(error, 'ENOENT')) return null;
  throw error;
}
