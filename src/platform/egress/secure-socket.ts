import type { Socket } from 'node:net';
import { type TLSSocket, connect } from 'node:tls';
import { EgressConnectError } from './egress.errors.js';
import { parseAddress, unbracket } from './ip-address.js';

export interface TlsTarget {
  readonly host: string;
  readonly port: number;
  readonly timeoutMs: number;
  /** PEM; the public authorities when undefined. */
  readonly ca: string | undefined;
}

/**
 * TLS over a socket that the guard opened, the certificate checked against the name that was asked for.
 * @throws EgressConnectError `tls` or `timeout`; the socket is destroyed by then
 */
export function secureSocket(
  socket: Socket,
  target: TlsTarget,
): Promise<{ socket: TLSSocket; certificateSha256: string }> {
  const name = unbracket(target.host);
  return new Promise((resolve, reject) => {
    const tls = connect({
      socket,
      // RFC 6066 §3: a server name is never an address.
      ...(parseAddress(name) ? { host: name } : { servername: name }),
      ALPNProtocols: ['http/1.1'],
      ...(target.ca === undefined ? {} : { ca: target.ca }),
    });
    const timer = setTimeout(() => {
      tls.destroy(new EgressConnectError(name, target.port, 'timeout'));
    }, target.timeoutMs);
    tls.once('error', (cause) => {
      clearTimeout(timer);
      socket.destroy();
      reject(
        cause instanceof EgressConnectError
          ? cause
          : new EgressConnectError(name, target.port, 'tls', { cause }),
      );
    });
    tls.once('secureConnect', () => {
      clearTimeout(timer);
      const certificateSha256 = tls.getPeerCertificate().fingerprint256.replaceAll(':', '').toLowerCase();
      resolve({ socket: tls, certificateSha256 });
    });
  });
}
