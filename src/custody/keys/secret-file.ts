import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import path from 'node:path';

import { syncFolder } from '../../platform/storage/durable-files.js';
import { errorCode } from '../../platform/storage/storage-errors.js';
import { newId } from '../../shared/ids.js';

/** The content of a file, undefined when there is none. */
export async function readIfPresent(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * The file's content, made by `create` when it is missing. Two processes that start at once end with the same content:
 * `link` lets the first one's file stand.
 */
export async function readOrCreateFile(
  file: string,
  mode: number,
  create: () => Uint8Array,
): Promise<Buffer> {
  const present = await readIfPresent(file);
  if (present !== undefined) return present;
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const temporary = await writeDurably(`${file}.${newId()}.tmp`, mode, create());
  try {
    await link(temporary, file);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  } finally {
    await rm(temporary, { force: true });
  }
  await syncFolder(path.dirname(file));
  return readFile(file);
}

async function writeDurably(file: string, mode: number, bytes: Uint8Array): Promise<string> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.chmod(mode);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return file;
}
