import { lookup as dnsLookup } from 'node:dns/promises';
import { type Socket, type TcpNetConnectOpts, connect as connectTcp } from 'node:net';
import { Agent, type buildConnector } from 'undici';
import { EgressConnectError, EgressRefusedError } from './egress.errors.js';
import { type EgressPolicy, judgeDestination, normalHost } from './egress-policy.js';
import { parseAddress, unbracket } from './ip-address.js';
import { secureSocket } from './secure-socket.js';

/** A connection that was let out: what was asked for, and the address that was checked and dialled. */
export interface EgressConnection {
  readonly host: string;
  readonly port: number;
  readonly address: string;
  readonly tlsCertificateSha256?: string;
}

export interface EgressGuardOptions {
  /** All addresses of a name. Default: the system's resolver. */
  readonly lookup?: (hostname: string) => Promise<readonly string[]>;
  readonly connectTimeoutMs?: number;
  /** Certificate authorities (PEM) in the place of the public ones. */
  readonly ca?: string;
  /** Opens the socket; for tests that must see every dial. */
  readonly connect?: (options: TcpNetConnectOpts) => Socket;
}

const DEFAULT_CONNECT_TIMEOUT_MS = 15_000;
const MAX_RESPONSE_HEADER_BYTES = 16 * 1024;

async function systemLookup(hostname: string): Promise<readonly string[]> {
  const answers = await dnsLookup(hostname, { all: true, order: 'verbatim' });
  return answers.map((answer) => answer.address);
}

/**
 * The only way out of the house. It resolves names itself, refuses unless every answer is allowed, dials the address
 * that it checked (so a second, different DNS answer changes nothing) and looks at the peer's address once more.
 */
export class EgressGuard {
  readonly #lookup: (hostname: string) => Promise<readonly string[]>;
  readonly #connectTimeoutMs: number;
  readonly #open: (options: TcpNetConnectOpts) => Socket;
  readonly #ca: string | undefined;

  constructor(
    readonly policy: EgressPolicy,
    options: EgressGuardOptions = {},
  ) {
    this.#lookup = options.lookup ?? systemLookup;
    this.#connectTimeoutMs = options.connectTimeoutMs ?? DEFAULT_CONNECT_TIMEOUT_MS;
    this.#open = options.connect ?? connectTcp;
    this.#ca = options.ca;
  }

  /**
   * What can be judged without the network: syntax, scheme, credentials, literal addresses and their port.
   * @throws EgressRefusedError
   */
  checkUrl(text: string): URL {
    if (!URL.canParse(text)) throw new EgressRefusedError('malformed', 'The link is not a valid URL.');
    const url = new URL(text);
    if (url.protocol !== 'http:' && url.protocol !== 'https:') {
      throw new EgressRefusedError('scheme', 'Only http and https links are fetched.', {
        rule: url.protocol.slice(0, 16),
      });
    }
    if (url.username !== '' || url.password !== '') {
      throw new EgressRefusedError('credentials', 'A link with a user name or password is not fetched.', {
        host: url.hostname,
      });
    }
    if (parseAddress(url.hostname)) this.#assertAllowed(url.hostname, urlPort(url), unbracket(url.hostname));
    return url;
  }

  /**
   * Every address of the host, each of them allowed on the port.
   * @throws EgressRefusedError when any answer is not allowed; EgressConnectError when there is no answer
   */
  async resolve(host: string, port: number): Promise<readonly string[]> {
    const literal = parseAddress(host);
    const addresses = literal ? [literal.toString()] : await this.#answers(host, port);
    for (const address of addresses) this.#assertAllowed(host, port, address);
    return addresses;
  }

  /** A TCP connection to the host, by way of `resolve`. @throws as `resolve` does */
  async dial(host: string, port: number): Promise<{ socket: Socket; connection: EgressConnection }> {
    const addresses = await withDeadline(this.resolve(host, port), this.#connectTimeoutMs, host, port);
    let failure: unknown;
    for (const address of addresses) {
      try {
        const socket = await this.#dialAddress(host, port, address);
        return { socket, connection: { host: normalHost(host), port, address } };
      } catch (error) {
        if (error instanceof EgressRefusedError) throw error;
        failure = error;
      }
    }
    throw failure;
  }

  /** An undici agent whose every connection passes this guard. Close it after use. */
  dispatcher(onConnect: (connection: EgressConnection) => void = () => undefined): Agent {
    return new Agent({
      connect: this.#connector(onConnect),
      connections: 1,
      pipelining: 1,
      maxHeaderSize: MAX_RESPONSE_HEADER_BYTES,
      // The fetcher's own deadline and rate limit decide; undici's body timeout never fires on a drip (finding F9).
      bodyTimeout: 0,
      headersTimeout: 0,
    });
  }

  #connector(onConnect: (connection: EgressConnection) => void): buildConnector.connector {
    return (options, callback) => void this.#answer(options, callback, onConnect);
  }

  async #answer(
    options: buildConnector.Options,
    callback: buildConnector.Callback,
    onConnect: (connection: EgressConnection) => void,
  ): Promise<void> {
    let socket: Socket;
    try {
      const secure = options.protocol === 'https:';
      const port = Number(options.port === '' ? (secure ? 443 : 80) : options.port);
      const dialled = await this.#connect(options.hostname, port, secure);
      socket = dialled.socket;
      onConnect(dialled.connection);
    } catch (error) {
      callback(error instanceof Error ? error : new Error(String(error)), null);
      return;
    }
    callback(null, socket);
  }

  async #connect(host: string, port: number, secure: boolean) {
    const { socket, connection } = await this.dial(host, port);
    if (!secure) return { socket, connection };
    const tls = await secureSocket(socket, { host, port, timeoutMs: this.#connectTimeoutMs, ca: this.#ca });
    return { socket: tls.socket, connection: { ...connection, tlsCertificateSha256: tls.certificateSha256 } };
  }

  async #answers(host: string, port: number): Promise<readonly string[]> {
    const name = normalHost(host);
    let answers: readonly string[];
    try {
      answers = await this.#lookup(name);
    } catch (cause) {
      throw new EgressConnectError(name, port, 'dns', { cause });
    }
    if (answers.length === 0) throw new EgressConnectError(name, port, 'dns');
    return answers;
  }

  #dialAddress(host: string, port: number, address: string): Promise<Socket> {
    return new Promise((resolve, reject) => {
      const socket = this.#open({ host: address, port, autoSelectFamily: false });
      socket.setNoDelay(true);
      socket.setTimeout(this.#connectTimeoutMs, () => {
        socket.destroy(new EgressConnectError(host, port, 'timeout'));
      });
      socket.once('error', (cause) => {
        reject(
          cause instanceof EgressConnectError
            ? cause
            : new EgressConnectError(host, port, 'connect', { cause }),
        );
      });
      socket.once('connect', () => {
        socket.setTimeout(0);
        const peer = parseAddress(socket.remoteAddress ?? '')?.toString();
        if (peer === parseAddress(address)?.toString()) {
          resolve(socket);
          return;
        }
        socket.destroy();
        reject(
          new EgressRefusedError(
            'remote_changed',
            'The connection ended at another address than the checked one.',
            {
              host,
              port,
              address,
            },
          ),
        );
      });
    });
  }

  #assertAllowed(host: string, port: number, address: string): void {
    const judgement = judgeDestination(this.policy, { host, port, address });
    if (judgement.allowed) return;
    throw new EgressRefusedError(judgement.reason, refusalText(judgement.reason), {
      host: unbracket(host),
      port,
      address,
      rule: judgement.rule,
    });
  }
}

/** Says no address: what an internal name resolves to is not for the submitter to learn. */
function refusalText(reason: 'address' | 'port'): string {
  return reason === 'port'
    ? 'The link names a port that is not open to this desk.'
    : 'The link leads to an address that is not on the public internet.';
}

/** The port of a checked http(s) URL. */
export function urlPort(url: URL): number {
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
}

/** A resolver cannot be aborted; its late answer is dropped. */
async function withDeadline<T>(work: Promise<T>, timeoutMs: number, host: string, port: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new EgressConnectError(host, port, 'timeout'));
    }, timeoutMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
