import { mkdtemp, mkdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

const SOCKET_FILE = '.s.PGSQL.5432';
/** sizeof(sockaddr_un.sun_path) less the closing zero byte: unix(7), and the shorter one of the BSDs. */
const SOCKET_PATH_LIMIT_BYTES = process.platform === 'linux' ? 107 : 103;
const TEMP_PREFIX = 'sightline-pg-';

export function fitsSocketPath(socketDir: string): boolean {
  return Buffer.byteLength(path.join(socketDir, SOCKET_FILE)) <= SOCKET_PATH_LIMIT_BYTES;
}

/** A folder of mode 0700 for the socket: `wanted` where its path is short enough, otherwise a fresh one in the temporary folder. */
export async function makeSocketDir(wanted: string): Promise<string> {
  if (fitsSocketPath(wanted)) {
    await mkdir(wanted, { recursive: true, mode: 0o700 });
    return wanted;
  }
  const tempRoot = fitsSocketPath(path.join(os.tmpdir(), `${TEMP_PREFIX}XXXXXX`)) ? os.tmpdir() : '/tmp';
  return mkdtemp(path.join(tempRoot, TEMP_PREFIX));
}

/** Removes a folder that `makeSocketDir` made in the temporary folder; leaves every other folder alone. */
export async function removeTempSocketDir(socketDir: string): Promise<void> {
  if (path.basename(socketDir).startsWith(TEMP_PREFIX)) await rm(socketDir, { recursive: true, force: true });
}
