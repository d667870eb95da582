import { type Agent, request } from 'undici';
import type { Readable } from 'node:stream';
import { type EgressConnection, normalHost, urlPort } from '../../platform/egress/index.js';
import { type AnswerHeaders, headerOf } from './answer-headers.js';
import { type CaptureJournal, NEUTRAL_HEADERS } from './capture-record.js';
import { asFetchFailure, failure, passingFailure } from './fetch-failure.js';
import type { FetchWatch } from './fetch-watch.js';
import type { FetchRequest } from './fetcher.js';
import { statusFailure } from './http-status.js';

export interface HttpAnswer {
  readonly url: URL;
  readonly headers: AnswerHeaders;
  /** As sent, content encoding included. Must be read to its end or destroyed. */
  readonly body: Readable;
}

/** The HTTP side of one fetch: each request through the guard, each hop checked and written down. */
export class HttpSession implements AsyncDisposable {
  readonly #agent: Agent;
  readonly #connections = new Map<string, EgressConnection>();

  constructor(
    private readonly fetch: FetchRequest,
    private readonly watch: FetchWatch,
    readonly journal: CaptureJournal,
  ) {
    this.#agent = fetch.guard.dispatcher((connection) => {
      this.#connections.set(connectionKey(connection.host, connection.port), connection);
    });
  }

  /**
   * GET, following redirects by hand: undici's own would skip the journal.
   * @throws PartError with the contract's code for everything but a 2xx answer
   */
  async get(text: string): Promise<HttpAnswer> {
    const seen = new Set<string>();
    let url = this.fetch.guard.checkUrl(text);
    for (;;) {
      url.hash = '';
      if (seen.has(url.href)) {
        throw failure('url_rejected', 'The link redirects in a circle.', 'answer', { hops: seen.size });
      }
      seen.add(url.href);
      const answer = await this.#hop(url);
      if (!('redirectedTo' in answer)) return answer;
      if (seen.size > this.fetch.limits.maxRedirects) {
        const { maxRedirects } = this.fetch.limits;
        throw failure('url_rejected', `The link redirects more than ${maxRedirects} times.`, 'answer', {
          maxRedirects,
        });
      }
      url = this.fetch.guard.checkUrl(answer.redirectedTo);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#agent.destroy();
  }

  async #hop(url: URL): Promise<HttpAnswer | { redirectedTo: string }> {
    const at = new Date();
    const { statusCode: status, headers, body } = await this.#send(url);
    try {
      const redirectedTo = redirectTarget(status, headers, url);
      const connection = this.#connections.get(connectionKey(url.hostname, urlPort(url)));
      this.journal.answered({ at, url, status, headers, connection, redirectedTo });
      if (redirectedTo === undefined) {
        const failed = statusFailure(status, headerOf(headers, 'retry-after'), new Date());
        if (failed) throw failed;
        return { url, headers, body };
      }
      body.destroy();
      return { redirectedTo };
    } catch (error) {
      body.destroy();
      throw error;
    }
  }

  async #send(url: URL): Promise<{ statusCode: number; headers: AnswerHeaders; body: Readable }> {
    const headersLate = AbortSignal.timeout(this.fetch.limits.connectTimeoutMs);
    const untilHeaders = new AbortController();
    const stop = () => untilHeaders.abort(headersLate.reason);
    headersLate.addEventListener('abort', stop, { once: true });
    try {
      const answer = await request(url, {
        dispatcher: this.#agent,
        headers: NEUTRAL_HEADERS,
        signal: AbortSignal.any([untilHeaders.signal, this.watch.signal]),
      });
      // A body that is destroyed unread emits the reason; whoever reads it gets it by the reading.
      answer.body.on('error', () => undefined);
      return { statusCode: answer.statusCode, headers: answer.headers, body: answer.body };
    } catch (error) {
      this.watch.signal.throwIfAborted();
      if (headersLate.aborted)
        throw passingFailure('network_error', 'The site did not answer in time.', 'address');
      throw asFetchFailure(error, 'address', { url: url.href });
    } finally {
      headersLate.removeEventListener('abort', stop);
    }
  }
}

function connectionKey(host: string, port: number): string {
  return `${normalHost(host)} ${port}`;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

function redirectTarget(status: number, headers: AnswerHeaders, base: URL): string | undefined {
  if (!REDIRECTS.has(status)) return undefined;
  const location = headerOf(headers, 'location');
  if (location === null)
    throw failure('network_error', 'The site redirects without saying where to.', 'answer', { status });
  // A target that is no URL is given to the guard as it is, which refuses it.
  return URL.canParse(location, base.href) ? new URL(location, base).href : location;
}
