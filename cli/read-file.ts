import { access, constants, readFile, stat } from 'node:fs/promises';
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

export interface FileToSend {
  readonly path: string;
  readonly name: string;
  readonly sizeBytes: number;
}

/** A file that exists and may be read. */
export async function fileToSend(cwd: string, name: string): Promise<FileToSend> {
  const file = path.resolve(cwd, name);
  const sizeBytes = await sizeOf(file);
  try {
    await access(file, constants.R_OK);
  } catch (cause) {
    throw unreadable(file, cause);
  }
  return { path: file, name: path.basename(file), sizeBytes };
}
