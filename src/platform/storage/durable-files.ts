import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';
import { link, lstat, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';

import { errorCode } from './storage-errors.js';

const READ_CHUNK_BYTES = 1024 * 1024;
/** File systems that know no hard links (exFAT, some network and container mounts) answer with one of these. */
const NO_HARD_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);

/** Without this a power cut can forget the name of a file whose bytes are safe (fsync(2), NOTES). */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes `root/a/b/…`, only for the service's user; `syncFolders` makes the new names durable. */
export async function makeFolders(root: string, ...names: readonly string[]): Promise<string> {
  let folder = root;
  for (const name of names) {
    folder = path.join(folder, name);
    await mkdir(folder, { mode: 0o700 }).catch((error: unknown) => {
      if (errorCode(error) !== 'EEXIST') throw error;
    });
  }
  return folder;
}

/**
 * Makes every name from `folder` up to `root` durable. From the inside out: a journalling file system writes all of
 * it with the first call and finds nothing left to do in the others.
 * Also needed for folders found there: the process that made them may have died before its own fsync.
 */
async function syncFolders(folder: string, root: string): Promise<void> {
  await syncFolder(folder);
  if (folder !== root && folder !== path.dirname(folder)) await syncFolders(path.dirname(folder), root);
}

export interface FileDigest {
  readonly sha256Hex: string;
  readonly sizeBytes: number;
}

/** Reads the whole file once more, 1 MiB at a time. */
export async function digestFile(file: string): Promise<FileDigest> {
  const handle = await open(file, 'r');
  try {
    const hash = createHash('sha256');
    const buffer = Buffer.allocUnsafe(READ_CHUNK_BYTES);
    let sizeBytes = 0;
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, sizeBytes);
      if (bytesRead === 0) break;
      hash.update(buffer.subarray(0, bytesRead));
      sizeBytes += bytesRead;
    }
    return { sha256Hex: hash.digest('hex'), sizeBytes };
  } finally {
    await handle.close();
  }
}

/**
 * Gives a finished file its final name unless that name is taken; the temporary name is gone afterwards, the final one
 * durable up to the folder `root`.
 * `link` refuses an existing name, so of two racing writers exactly one answers `true`.
 */
export async function publishFile(temporary: string, final: string, root: string): Promise<boolean> {
  const published = await linkOrRename(temporary, final);
  await syncFolders(path.dirname(final), root);
  await rm(temporary, { force: true });
  return published;
}

async function linkOrRename(temporary: string, final: string): Promise<boolean> {
  try {
    await link(temporary, final);
    return true;
  } catch (error) {
    const code = errorCode(error) ?? '';
    if (code === 'EEXIST') return false;
    if (!NO_HARD_LINKS.has(code)) throw error;
  }
  // Between this look and the rename another writer may win: it has verified the same bytes under the same hash,
  // so replacing its file changes nothing.
  if ((await fileStatus(final)) !== undefined) return false;
  await rename(temporary, final);
  return true;
}

/** What lies under this name itself, links not followed; undefined when it is no regular file or absent. */
export async function fileStatus(file: string): Promise<Stats | undefined> {
  try {
    const found = await lstat(file);
    return found.isFile() ? found : undefined;
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}

export interface WalkedFile {
  readonly path: string;
  readonly sizeBytes: number;
  readonly modifiedAt: Date;
}

/** Everything below `folder` that is no folder, by name, links not followed. */
export async function* walkFiles(folder: string): AsyncIterable<WalkedFile> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      yield* walkFiles(file);
      continue;
    }
    const found = await lstat(file);
    yield { path: file, sizeBytes: found.size, modifiedAt: found.mtime };
  }
}
