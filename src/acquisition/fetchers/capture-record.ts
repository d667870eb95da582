import { type AnswerHeaders, headerLines, headerOf } from './answer-headers.js';
import type { ToolRecord } from '../../media/tool.js';
import type { EgressConnection, ProxyConnectionRecord } from '../../platform/egress/index.js';

export type FetcherName = 'direct' | 'page' | 'platform';

/** One HTTP request of ours and what it was answered; plain JSON. */
export interface RequestRecord {
  readonly at: string;
  readonly method: 'GET';
  readonly url: string;
  readonly status: number;
  readonly address?: string;
  readonly port?: number;
  readonly tlsCertificateSha256?: string;
  readonly requestHeaders: Readonly<Record<string, string>>;
  /** At most 16 kB; values of Set-Cookie are dropped. */
  readonly responseHeaders: readonly (readonly [string, string])[];
  readonly redirectedTo?: string;
}

/** How a clip came here: plain JSON, for custody. */
export interface CaptureRecord {
  /** Without user name and password, which are refused anyway. */
  readonly submittedUrl: string;
  readonly finalUrl: string;
  readonly fetcher: FetcherName;
  readonly startedAt: string;
  readonly finishedAt: string;
  /** Of the draft. */
  readonly bytes: number;
  readonly requests: readonly RequestRecord[];
  /** What yt-dlp reached through the egress proxy. */
  readonly connections: readonly ProxyConnectionRecord[];
  readonly toolRuns: readonly ToolRecord[];
  readonly clock: ClockNote;
  /** Plain sentences on what was cut short, missing or decoded. */
  readonly notes: readonly string[];
}

export interface ClockNote {
  /** Times are this machine's, which nothing here compares with a time source. */
  readonly source: 'host';
  /** The first answering server's Date header minus this machine's time; whole seconds are all that it can tell. */
  readonly serverOffsetMs?: number;
}

/** The fixed headers of every request of ours: they tell a site neither who asks nor from where the link came. */
export const NEUTRAL_HEADERS: Readonly<Record<string, string>> = {
  accept: '*/*',
  'accept-encoding': 'identity',
  'accept-language': 'en',
  'user-agent':
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
};

const MAX_HEADER_CHARS = 16 * 1024;
const MAX_CONNECTIONS = 500;

/** Collects what happens during one fetch, over all fetchers, and answers it as a record. */
export class CaptureJournal {
  readonly #startedAt = new Date().toISOString();
  readonly #requests: RequestRecord[] = [];
  readonly #connections: ProxyConnectionRecord[] = [];
  readonly #toolRuns: ToolRecord[] = [];
  readonly #notes: string[] = [];
  #finalUrl: string;
  #serverOffsetMs: number | undefined;

  readonly #submittedUrl: string;

  constructor(submittedUrl: string) {
    this.#submittedUrl = withoutCredentials(submittedUrl);
    this.#finalUrl = this.#submittedUrl;
  }

  answered(answer: {
    at: Date;
    url: URL;
    status: number;
    headers: AnswerHeaders;
    connection: EgressConnection | undefined;
    redirectedTo: string | undefined;
  }): void {
    const { connection, redirectedTo } = answer;
    this.#finalUrl = answer.url.href;
    this.#serverOffsetMs ??= serverOffsetMs(answer.headers);
    this.#requests.push({
      at: answer.at.toISOString(),
      method: 'GET',
      url: answer.url.href,
      status: answer.status,
      ...(connection && { address: connection.address, port: connection.port }),
      ...(connection?.tlsCertificateSha256 !== undefined && {
        tlsCertificateSha256: connection.tlsCertificateSha256,
      }),
      requestHeaders: NEUTRAL_HEADERS,
      responseHeaders: keptHeaders(answer.headers),
      ...(redirectedTo !== undefined && { redirectedTo: withoutCredentials(redirectedTo) }),
    });
  }

  ranTool(record: ToolRecord): void {
    this.#toolRuns.push(record);
  }

  connected(connections: readonly ProxyConnectionRecord[]): void {
    const room = MAX_CONNECTIONS - this.#connections.length;
    this.#connections.push(...connections.slice(0, room).map((connection) => ({ ...connection })));
    if (connections.length > room)
      this.note(`${connections.length - room} further connections of the tool are not listed.`);
  }

  note(sentence: string): void {
    if (!this.#notes.includes(sentence)) this.#notes.push(sentence);
  }

  /** @param finalUrl where the bytes came from when a tool and not a request of ours fetched them */
  record(fetcher: FetcherName, bytes: number, finalUrl: string = this.#finalUrl): CaptureRecord {
    return {
      submittedUrl: this.#submittedUrl,
      finalUrl,
      fetcher,
      startedAt: this.#startedAt,
      finishedAt: new Date().toISOString(),
      bytes,
      requests: [...this.#requests],
      connections: [...this.#connections],
      toolRuns: [...this.#toolRuns],
      clock: {
        source: 'host',
        ...(this.#serverOffsetMs !== undefined && { serverOffsetMs: this.#serverOffsetMs }),
      },
      notes: [...this.#notes],
    };
  }
}

function serverOffsetMs(headers: AnswerHeaders): number | undefined {
  const at = Date.parse(headerOf(headers, 'date') ?? '');
  return Number.isNaN(at) ? undefined : at - Date.now();
}

function keptHeaders(headers: AnswerHeaders): (readonly [string, string])[] {
  const kept: (readonly [string, string])[] = [];
  let chars = 0;
  for (const [name, value] of headerLines(headers)) {
    const shown = name === 'set-cookie' ? '(dropped)' : value;
    chars += name.length + shown.length;
    if (chars > MAX_HEADER_CHARS) break;
    kept.push([name, shown]);
  }
  return kept;
}

function withoutCredentials(link: string): string {
  if (!URL.canParse(link)) return link;
  const url = new URL(link);
  if (url.username === '' && url.password === '') return link;
  url.username = '';
  url.password = '';
  return url.href;
}
