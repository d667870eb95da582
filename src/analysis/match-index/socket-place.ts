import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { hasErrorCode } from '../../platform/embedded/error-code.js';
import { makeSocketDir, removeTempSocketDir, type SocketKind } from '../../platform/embedded/socket-dir.js';

const SOCKET_FILE = 'index.sock';
/** The file name is longer while the server takes its place: a process id is added. */
const INDEX_SOCKET: SocketKind = { file: `${SOCKET_FILE}.4194304`, tempPrefix: 'sightline-index-' };

/** Where the index listens stands in a file: the path of `DATA_DIR` may be too long for a socket's. */
const addressFile = (dataDir: string): string => path.join(dataDir, 'match-index', 'address');

/** null when no index has ever run on this data folder. */
export async function findSocketAddress(dataDir: string): Promise<string | null> {
  try {
    return (await readFile(addressFile(dataDir), 'utf8')).trim();
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/** Makes a private folder for the socket. Answers the socket's path, which `publishSocketAddress` makes known. */
export async function makeSocketPlace(dataDir: string): Promise<string> {
  const own = path.dirname(addressFile(dataDir));
  await mkdir(own, { recursive: true, mode: 0o700 });
  return path.join(await makeSocketDir(own, INDEX_SOCKET), SOCKET_FILE);
}

/** Also removes what a killed predecessor left in the temporary folder. */
export async function publishSocketAddress(dataDir: string, address: string): Promise<void> {
  const file = addressFile(dataDir);
  const former = await findSocketAddress(dataDir);
  await writeFile(`${file}.new`, `${address}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
  if (former !== null && former !== address) await leaveSocketPlace(former);
}

/** Removes the folder of a socket where it is in the temporary folder. */
export async function leaveSocketPlace(address: string): Promise<void> {
  await removeTempSocketDir(path.dirname(address), INDEX_SOCKET);
}
