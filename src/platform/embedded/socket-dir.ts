import { mkdtemp, mkdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

export interface SocketKind {
  /** The longest file name that the socket will have. */
  readonly file: string;
  /** Begins the name of a folder in the temporary folder. */
  readonly tempPrefix: string;
}

/** sizeof(sockaddr_un.sun_path) less the closing zero byte: unix(7), and the shorter one of the BSDs. */
const SOCKET_PATH_LIMIT_BYTES = process.platform === 'linux' ? 107 : 103;

export const POSTGRES_SOCKET: SocketKind = { file: '.s.PGSQL.5432', tempPrefix: 'sightline-pg-' };

export function fitsSocketPath(socketDir: string, kind: SocketKind): boolean {
  return Buffer.byteLength(path.join(socketDir, kind.file)) <= SOCKET_PATH_LIMIT_BYTES;
}

/** A folder of mode 0700 for the socket: `wanted` where its path is short enough, otherwise a fresh one in the temporary folder. */
export async function makeSocketDir(wanted: string, kind: SocketKind): Promise<string> {
  if (fitsSocketPath(wanted, kind)) {
    await mkdir(wanted, { recursive: true, mode: 0o700 });
    return wanted;
  }
  const fits = fitsSocketPath(path.join(os.tmpdir(), `${kind.tempPrefix}XXXXXX`), kind);
  return mkdtemp(path.join(fits ? os.tmpdir() : '/tmp', kind.tempPrefix));
}

/** Removes a folder that `makeSocketDir` made in the temporary folder; leaves every other folder alone. */
export async function removeTempSocketDir(socketDir: string, kind: SocketKind): Promise<void> {
  if (path.basename(socketDir).startsWith(kind.tempPrefix))
    await rm(socketDir, { recursive: true, force: true });
}
