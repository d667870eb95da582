import { openAsBlob } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { errorCode, errorText } from './error-code.js';
import { CliFailure } from './failures.js';

/** Far above any table that a person fills in; a video given by mistake is not read into memory. */
const MAX_TABLE_BYTES = 512 * 1024 * 1024;

async function sizeOf(file: string): Promise<number> {
  try {
    const found = await stat(file);
    if (!found.isFile()) throw new CliFailure(`${file} is not a file.`);
    return found.size;
  } catch (cause) {
    throw cause instanceof CliFailure ? cause : unreadable(file, cause);
  }
}

function unreadable(file: string, cause: unknown): CliFailure {
  const code = errorCode(cause) ?? errorText(cause);
  const why =
    { ENOENT: 'it does not exist', EACCES: 'you may not read it', EISDIR: 'it is a folder' }[code] ?? code;
  return new CliFailure(`Cannot read ${file}: ${why}.`, 1, { cause });
}

export async function readTable(cwd: string, name: string): Promise<Buffer> {
  const file = path.resolve(cwd, name);
  if ((await sizeOf(file)) > MAX_TABLE_BYTES) throw new CliFailure(`${file} is too large for a table.`);
  try {
    return await readFile(file);
  } catch (cause) {
    throw unreadable(file, cause);
  }
}

/** A file to send, read from disk piece by piece while it is sent. */
export async function openFile(
  cwd: string,
  name: string,
): Promise<{ blob: Blob; fileName: string; sizeBytes: number }> {
  const file = path.resolve(cwd, name);
  const sizeBytes = await sizeOf(file);
  try {
    return { blob: await openAsBlob(file), fileName: path.basename(file), sizeBytes };
  } catch (cause) {
    throw unreadable(file, cause);
  }
}
