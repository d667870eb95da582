import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Browsers and HTTP clients open connections ahead of need. Node takes one that has not said anything yet for busy, so a
 * server that closes would wait for it until the time limit of request headers, a minute. Call what this returns when closing.
 */
export function trackSilentConnections(server: Server): () => void {
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  return () => {
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
  };
}
