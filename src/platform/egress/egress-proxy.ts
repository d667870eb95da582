import {
  type IncomingMessage,
  type Server,
  type ServerResponse,
  createServer,
  request as httpRequest,
} from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { EgressConnectError, EgressRefusedError } from './egress.errors.js';
import type { EgressConnection, EgressGuard } from './egress-guard.js';
import { urlPort } from './egress-guard.js';
import { ByteMeter } from './byte-meter.js';
import { openDoors } from './proxy-doors.js';

/** One connection that a tool asked the proxy for. */
export interface ProxyConnectionRecord {
  readonly at: string;
  readonly host: string;
  readonly port: number;
  /** The address dialled; absent when nothing was. */
  address?: string;
  receivedBytes: number;
  sentBytes: number;
  outcome: 'open' | 'done' | 'refused' | 'failed';
  /** Why it was refused or failed. */
  reason?: string;
}

export interface EgressProxyOptions {
  /** Where to listen on a Unix socket, too, for a tool without a network of its own (Linux). Removed at the end. */
  readonly socketPath?: string;
  /** All bytes received through this proxy together; one more ends every connection. */
  readonly maxBytes?: number;
  /** Called with the bytes received so far, at most once a chunk. */
  readonly onBytes?: (receivedBytes: number) => void;
}

export interface EgressProxy {
  readonly port: number;
  readonly connections: readonly ProxyConnectionRecord[];
  /** True once `maxBytes` was passed and everything was cut off. */
  readonly capped: boolean;
  /** Ends every connection. */
  close(): Promise<void>;
}

/** Reason phrases, so that a tool's message "HTTP Error 403: …" tells the guard's no from a site's. */
export const PROXY_REFUSED_PHRASE = 'Refused by egress guard';
export const PROXY_FAILED_PHRASE = 'Egress connection failed';

const MAX_HEADER_BYTES = 16 * 1024;
const MAX_RECORDS = 2000;

/** RFC 9110 §7.6.1, and what only concerns the way to this proxy. */
const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/**
 * A forward proxy on loopback, for a tool that knows no egress guard: absolute-form HTTP and CONNECT, both dialled by
 * the guard, so each redirect inside the tool is checked like the first request. One per tool run.
 */
export async function startEgressProxy(
  guard: EgressGuard,
  options: EgressProxyOptions = {},
): Promise<EgressProxy> {
  const run = new ProxyRun(guard, options);
  const doors = await openDoors(() => run.server(), options.socketPath);
  return {
    port: doors.port,
    connections: run.records,
    get capped() {
      return run.meter.capped;
    },
    close: async () => {
      run.cutOff();
      await doors.close();
    },
  };
}

class ProxyRun {
  readonly records: ProxyConnectionRecord[] = [];
  readonly meter: ByteMeter;
  readonly #open = new Set<Duplex>();

  constructor(
    private readonly guard: EgressGuard,
    options: EgressProxyOptions,
  ) {
    this.meter = new ByteMeter(options.maxBytes ?? Number.POSITIVE_INFINITY, options.onBytes, () =>
      this.cutOff(),
    );
  }

  server(): Server {
    const server = createServer({ maxHeaderSize: MAX_HEADER_BYTES, headersTimeout: 10_000 });
    server.on('connection', (socket) => this.track(socket));
    server.on('request', (request, response) => void this.forward(request, response));
    server.on('connect', (request, socket, head) => void this.tunnel(request, socket, head));
    return server;
  }

  track(socket: Duplex): void {
    this.#open.add(socket);
    // A reset by the tool or the site is an ordinary end here; the record's outcome tells it.
    socket.on('error', () => socket.destroy());
    socket.once('close', () => this.#open.delete(socket));
  }

  /** RFC 9112 §3.2.2: a request in absolute form. */
  async forward(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = request.url ?? '';
    const record = this.#record(text);
    try {
      const url = this.guard.checkUrl(text);
      if (url.protocol !== 'http:') throw new EgressRefusedError('scheme', 'https goes through CONNECT.');
      const { socket, connection } = await this.guard.dial(url.hostname, urlPort(url));
      this.#began(record, socket, connection);
      relay(url, request, response, socket, (end) => finish(record, end));
    } catch (error) {
      const answer = refusal(record, error);
      response.writeHead(answer.status, answer.phrase, { connection: 'close' }).end(answer.phrase);
    }
  }

  /** RFC 9110 §9.3.6: a tunnel, in practice for TLS. */
  async tunnel(request: IncomingMessage, client: Duplex, head: Buffer): Promise<void> {
    const record = this.#record(`https://${request.url ?? ''}`);
    try {
      const target = this.guard.checkUrl(`https://${request.url ?? ''}`);
      const { socket, connection } = await this.guard.dial(target.hostname, urlPort(target));
      this.#began(record, socket, connection);
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      if (head.length > 0) socket.write(head);
      client.pipe(socket).pipe(client);
      socket.once('close', () => {
        client.destroy();
        finish(record, 'done');
      });
      client.once('close', () => socket.destroy());
    } catch (error) {
      const answer = refusal(record, error);
      client.end(`HTTP/1.1 ${answer.status} ${answer.phrase}\r\nConnection: close\r\n\r\n`);
    }
  }

  #record(target: string): ProxyConnectionRecord {
    const url = URL.canParse(target) ? new URL(target) : undefined;
    const record: ProxyConnectionRecord = {
      at: new Date().toISOString(),
      host: url?.hostname ?? target.slice(0, 255),
      port: url ? urlPort(url) : 0,
      receivedBytes: 0,
      sentBytes: 0,
      outcome: 'open',
    };
    // A stream of some thousand segments: the first ones and the sums tell enough.
    if (this.records.length < MAX_RECORDS) this.records.push(record);
    return record;
  }

  #began(record: ProxyConnectionRecord, socket: Socket, connection: EgressConnection): void {
    record.address = connection.address;
    this.track(socket);
    socket.on('data', (chunk: Buffer) => {
      record.receivedBytes += chunk.length;
      this.meter.add(chunk.length);
    });
    // `data` listeners start the flow; the pipe that is set up in the same turn sees the same chunks.
    socket.once('close', () => {
      record.sentBytes = socket.bytesWritten;
      if (this.meter.capped) {
        record.outcome = 'failed';
        record.reason = 'byte_cap';
      }
    });
  }

  cutOff(): void {
    for (const socket of this.#open) socket.destroy();
  }
}

function relay(
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
  socket: Socket,
  onEnd: (outcome: 'done' | 'failed') => void,
): void {
  const fail = () => {
    onEnd('failed');
    if (response.headersSent || response.destroyed) response.destroy();
    else response.writeHead(502, PROXY_FAILED_PHRASE, { connection: 'close' }).end(PROXY_FAILED_PHRASE);
  };
  const upstream = httpRequest({
    createConnection: () => socket,
    method: request.method ?? 'GET',
    path: `${url.pathname}${url.search}`,
    headers: { ...endToEnd(request.headers), host: url.host, connection: 'close' },
    maxHeaderSize: MAX_HEADER_BYTES,
    setHost: false,
  });
  upstream.once('response', (answer) => {
    try {
      response.writeHead(answer.statusCode ?? 502, answer.statusMessage, endToEnd(answer.headers));
    } catch {
      // node parses more in a status line or header than it is willing to send on.
      upstream.destroy();
      fail();
      return;
    }
    answer.pipe(response);
    answer.once('close', () => {
      onEnd(answer.complete ? 'done' : 'failed');
      // Without this a body that broke off looks to the tool like one that is whole.
      if (answer.complete) socket.destroy();
      else response.destroy();
    });
  });
  upstream.once('error', fail);
  response.once('close', () => upstream.destroy());
  request.pipe(upstream);
}

function endToEnd(headers: IncomingMessage['headers']): Record<string, string | string[]> {
  const named = new Set((headers.connection ?? '').split(',').map((name) => name.trim().toLowerCase()));
  const kept: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !HOP_BY_HOP.has(name) && !named.has(name)) kept[name] = value;
  }
  return kept;
}

function refusal(record: ProxyConnectionRecord, error: unknown): { status: number; phrase: string } {
  if (error instanceof EgressRefusedError) {
    record.outcome = 'refused';
    record.reason = error.reason;
    if (typeof error.details['address'] === 'string') record.address = error.details['address'];
    return { status: 403, phrase: PROXY_REFUSED_PHRASE };
  }
  record.outcome = 'failed';
  record.reason = error instanceof EgressConnectError ? error.reason : 'internal';
  return { status: 502, phrase: PROXY_FAILED_PHRASE };
}

function finish(record: ProxyConnectionRecord, outcome: 'done' | 'failed'): void {
  if (record.outcome === 'open') record.outcome = outcome;
}
