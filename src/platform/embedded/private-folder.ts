import { mkdir, realpath } from 'node:fs/promises';
import path from 'node:path';

/**
 * Makes the folder with mode 0700 when there is none (its parents with the usual mode: other users may have to pass
 * through them). Answers its real path.
 */
export async function ensurePrivateFolder(folder: string): Promise<string> {
  await mkdir(path.dirname(folder), { recursive: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return realpath(folder);
}
