import { type FileHandle, open } from 'node:fs/promises';
import type { AddressInfo, Server } from 'node:net';
import { basename, dirname } from 'node:path';

export interface ProxyDoors {
  /** On 127.0.0.1. */
  readonly port: number;
  /** Ends when the last connection has; removes the Unix socket. */
  close(): Promise<void>;
}

/** Listens on a free loopback port and, when a path is given, on a Unix socket there: one server each, as Node has it. */
export async function openDoors(createServer: () => Server, socketPath?: string): Promise<ProxyDoors> {
  const onPort = createServer();
  await listening(onPort, () => onPort.listen(0, '127.0.0.1'));
  const { port } = onPort.address() as AddressInfo;
  if (socketPath === undefined) return { port, close: () => closed(onPort) };
  try {
    const closeSocket = await openSocket(createServer(), socketPath);
    return { port, close: async () => void (await Promise.all([closed(onPort), closeSocket()])) };
  } catch (error) {
    await closed(onPort);
    throw error;
  }
}

/**
 * The kernel takes no more than 107 bytes of a socket's path (unix(7)), and a data folder may lie deeper. Through its open handle
 * the folder has a short name, which Node needs again when it removes the socket at the end.
 */
async function openSocket(server: Server, socketPath: string): Promise<() => Promise<void>> {
  const folder: FileHandle = await open(dirname(socketPath), 'r');
  const close = async (): Promise<void> => {
    if (server.listening) await closed(server);
    await folder.close();
  };
  try {
    await listening(server, () => server.listen(`/proc/self/fd/${folder.fd}/${basename(socketPath)}`));
    return close;
  } catch (error) {
    await close();
    throw error;
  }
}

function listening(server: Server, listen: () => void): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.once('listening', resolve);
    listen();
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => void server.close(() => resolve()));
}
