import { randomUUID } from 'node:crypto';
import { readAnswer } from './answer.js';
import type { Page } from './api-types.js';
import type { Connection } from './connection.js';
import { errorCode, errorText } from './error-code.js';
import { CliFailure, UnreachableError } from './failures.js';

export interface Answer<Body> {
  readonly status: number;
  readonly etag: string | null;
  /** Undefined for 204 and 304. */
  readonly body: Body | undefined;
}

export interface RequestOptions {
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly json?: unknown;
  readonly ifNoneMatch?: string | null;
  readonly signal?: AbortSignal;
}

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** The desk's HTTP API, version 1. */
export class ApiClient {
  constructor(private readonly connection: Connection) {}

  /**
   * @throws ProblemError when the desk refuses
   * @throws UnreachableError when nobody answers, or the desk answers that it is not available just now
   * @throws CliFailure when something else than a desk answers
   */
  async request<Body>(method: Method, path: string, options: RequestOptions = {}): Promise<Answer<Body>> {
    const response = await this.#send(method, path, options);
    if (response.status === 304 || response.status === 204) {
      await response.arrayBuffer();
      return { status: response.status, etag: response.headers.get('etag'), body: undefined };
    }
    // What a desk of version 1 answers is fixed by its contract.
    const body = readAnswer(response.status, await this.#text(response), this.connection.url) as Body;
    return { status: response.status, etag: response.headers.get('etag'), body };
  }

  async get<Body>(path: string, query: RequestOptions['query'] = {}): Promise<Body> {
    return this.#expect(await this.request<Body>('GET', path, { query }));
  }

  async post<Body>(path: string, json: unknown): Promise<Body> {
    return this.#expect(await this.request<Body>('POST', path, { json }));
  }

  /** Every item of a list, page by page. */
  async *items<Item>(path: string, query: RequestOptions['query'] = {}): AsyncGenerator<Item> {
    let cursor: string | null = null;
    do {
      const page: Page<Item> = await this.get(path, { limit: 200, ...query, cursor: cursor ?? undefined });
      yield* page.items;
      cursor = page.nextCursor;
    } while (cursor !== null);
  }

  async allItems<Item>(path: string, query: RequestOptions['query'] = {}): Promise<Item[]> {
    const all: Item[] = [];
    for await (const item of this.items<Item>(path, query)) all.push(item);
    return all;
  }

  #expect<Body>({ body }: Answer<Body>): Body {
    if (body === undefined) throw new CliFailure(`${this.connection.url} gave an empty answer.`);
    return body;
  }

  async #send(method: Method, path: string, options: RequestOptions): Promise<Response> {
    const url = new URL(`${this.connection.url}/api/v1${path}`);
    for (const [name, value] of Object.entries(options.query ?? {}))
      if (value !== undefined) url.searchParams.set(name, String(value));
    try {
      return await fetch(url, {
        method,
        headers: this.#headers(method, options),
        // A desk answers itself; following a redirect would send the token elsewhere.
        redirect: 'error',
        ...(options.json === undefined ? {} : { body: JSON.stringify(options.json) }),
        ...(options.signal === undefined ? {} : { signal: options.signal }),
      });
    } catch (cause) {
      if (options.signal?.aborted === true) throw cause;
      throw new UnreachableError(`No desk answers at ${this.connection.url} (${reason(cause)}).`, 1, {
        cause,
      });
    }
  }

  #headers(method: Method, { json, ifNoneMatch }: RequestOptions): Record<string, string> {
    return {
      authorization: `Bearer ${this.connection.token}`,
      accept: 'application/json, application/problem+json',
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
      ...(ifNoneMatch === undefined || ifNoneMatch === null ? {} : { 'if-none-match': ifNoneMatch }),
    };
  }

  async #text(response: Response): Promise<string> {
    try {
      return await response.text();
    } catch (cause) {
      throw new UnreachableError(`The desk at ${this.connection.url} broke off its answer.`, 1, { cause });
    }
  }
}

/** `fetch` hides the reason one or two causes deep. */
function reason(error: unknown): string {
  let deepest = error;
  while (typeof deepest === 'object' && deepest !== null && 'cause' in deepest && deepest.cause !== undefined)
    deepest = deepest.cause;
  return errorCode(deepest) ?? errorText(deepest);
}
