import { PartError } from '../../shared/errors.js';

/** Why the guard did not let a connection out. */
export type RefusalReason =
  'scheme' | 'credentials' | 'malformed' | 'port' | 'address' | 'remote_changed' | 'byte_cap';

/** An outgoing connection that the egress policy forbids. Final: the same request is refused again. */
export class EgressRefusedError extends PartError {
  override readonly name = 'EgressRefusedError';
  constructor(
    readonly reason: RefusalReason,
    publicMessage: string,
    details: { host?: string; port?: number; address?: string; rule?: string } = {},
  ) {
    super('url_rejected', publicMessage, { reason, ...details });
  }
}

/** The policy allowed the connection, yet none came about: no such name, refused, unreachable, too slow. */
export class EgressConnectError extends Error {
  override readonly name = 'EgressConnectError';
  constructor(
    readonly host: string,
    readonly port: number,
    readonly reason: 'dns' | 'connect' | 'timeout' | 'tls',
    options?: { cause?: unknown },
  ) {
    super(`no connection to ${host}:${port} (${reason})`, options);
  }
}
