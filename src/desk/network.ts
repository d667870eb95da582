import { once } from 'node:events';
import { createServer } from 'node:net';
import { pause } from './pause.js';

/**
 * The port to listen on: `port`, or a free one for 0.
 * @throws Error in one line when another program has it.
 */
export async function claimPort(host: string, port: number): Promise<number> {
  const server = createServer();
  try {
    server.listen(port, host);
    await once(server, 'listening');
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : port;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'EADDRINUSE') {
      throw new Error(`Port ${port} on ${host} is taken by another program: set PORT to a free one.`, {
        cause: error,
      });
    }
    throw new Error(`Cannot listen on ${host}, port ${port}: ${String(error)}`, { cause: error });
  } finally {
    server.close();
  }
}

/** Where this machine reaches a server that listens on `host`: a wildcard is no address to call. */
export function localUrl(host: string, port: number): string {
  const callable = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '[::1]' : host;
  return `http://${callable.includes(':') && !callable.startsWith('[') ? `[${callable}]` : callable}:${port}`;
}

/** Resolves when the desk says that all of its parts answer. Rejects with the signal's reason. */
export async function waitUntilReadyz(url: string, signal: AbortSignal): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    if (await isReady(url, signal)) return;
    await pause(50, signal);
  }
}

async function isReady(url: string, signal: AbortSignal): Promise<boolean> {
  try {
    const response = await fetch(`${url}/readyz`, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(5_000)]),
    });
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    return false; // not listening yet
  }
}
