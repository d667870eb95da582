import { readFile } from 'node:fs/promises';
import { PartError, type PartErrorCode } from '../../shared/errors.js';
import { CaptureJournal, type FetcherName } from './capture-record.js';
import { foreignScheme } from './content-kind.js';
import {
  type FetchAttempt,
  NotMediaError,
  furthest,
  ofNamedMedia,
  reachOf,
  withDetails,
} from './fetch-failure.js';
import { FetchWatch } from './fetch-watch.js';
import type { Capture, CaptureArtefact, FetchRequest, PlatformInfo } from './fetcher.js';
import { HttpSession } from './http-session.js';
import { fetchNamedVideo, keepArtefact } from './page-fetcher.js';
import { fetchByYtdlp } from './platform-fetcher.js';
import { type ReceiveContext, type Received, receive } from './receive.js';
import { suggestedFileName } from './suggested-name.js';

/** After these no other fetcher is asked: it would be refused the same thing, or fill the same disk. */
const FINAL_CODES: ReadonlySet<PartErrorCode> = new Set([
  'url_rejected',
  'too_large',
  'download_timeout',
  'limits_exceeded',
  'storage_full',
  'storage_error',
  'integrity_mismatch',
]);

/**
 * Fetches the clip behind a link. Hosts that `isPlatformUrl` knows: yt-dlp, then the page itself. Others: the link's own
 * bytes; if they are a page, the video that it names, then yt-dlp's generic extractor; if a playlist, yt-dlp.
 */
export class FetchChain {
  constructor(private readonly isPlatformUrl: (url: string) => boolean) {}

  /**
   * @throws PartError (TransientError where it may pass) with the code of the fetcher that got furthest and
   *   `details.attempts: FetchAttempt[]`, `details.record: CaptureRecord`; NotMediaError carries what was received. No
   *   other draft is left. Throws the signal's reason when cancelled.
   */
  async fetch(request: FetchRequest): Promise<Capture> {
    using watch = new FetchWatch(request.limits, request.signal);
    const journal = new CaptureJournal(request.url);
    await using session = new HttpSession(request, watch, journal);
    // Awaited here: the session ends with this block.
    return await new ChainRun({ fetch: request, watch, session }).fetch(this.isPlatformUrl(request.url));
  }
}

class ChainRun {
  readonly #failures: { fetcher: FetcherName; error: PartError }[] = [];
  readonly #artefacts: CaptureArtefact[] = [];

  constructor(private readonly context: ReceiveContext) {}

  async fetch(isPlatform: boolean): Promise<Capture> {
    try {
      const capture = isPlatform ? await this.#platformFirst() : await this.#web({ thenPlatform: true });
      if (!capture) throw this.#final();
      await this.#discardExcept(undefined);
      return { ...capture, artefacts: [...capture.artefacts, ...this.#artefacts] };
    } catch (error) {
      await this.#discardExcept(error);
      throw error;
    }
  }

  async #platformFirst(): Promise<Capture | undefined> {
    const capture = await this.#try('platform', () => this.#ofKnownPost());
    if (capture || this.#isFinal()) return capture;
    return this.#web({ thenPlatform: false });
  }

  async #web({ thenPlatform }: { thenPlatform: boolean }): Promise<Capture | undefined> {
    const received = await this.#try('direct', () => receive(this.#url, this.context));
    if (!received) return undefined;
    switch (received.kind) {
      case 'media':
        return this.#captured('direct', received);
      case 'playlist':
        return this.#try('platform', () => this.#playlist(received));
      case 'page':
        return this.#page(received, thenPlatform);
      default:
        return received satisfies never;
    }
  }

  async #page(
    page: Extract<Received, { kind: 'page' }>,
    thenPlatform: boolean,
  ): Promise<Capture | undefined> {
    const { scratchDir } = this.context.fetch;
    this.#artefacts.push(await keepArtefact(page, scratchDir, 'page-html', 'page.html', 'text/html'));
    const found = await this.#try('page', () => fetchNamedVideo(page, this.context));
    if (found?.received.kind === 'media') return this.#captured('page', found.received, found.info);
    if (found?.received.kind === 'playlist') {
      const { received, info } = found;
      const capture = await this.#try('platform', () => this.#playlist(received));
      return capture && { ...capture, platform: { ...capture.platform, ...info } };
    }
    if (!thenPlatform || this.context.watch.signal.aborted) return undefined;
    return this.#try('platform', () => this.#ytdlp(this.#url));
  }

  async #playlist(playlist: Extract<Received, { kind: 'playlist' }>): Promise<Capture> {
    const { draft, mediaType, url } = playlist;
    const scheme = foreignScheme(await readFile(draft.path, 'utf8'));
    if (scheme !== undefined) {
      const record = this.context.session.journal.record('direct', draft.sizeBytes);
      throw new NotMediaError('The playlist leads away from the web.', draft, record, { scheme }, mediaType);
    }
    const { scratchDir } = this.context.fetch;
    this.#artefacts.push(await keepArtefact(playlist, scratchDir, 'received', 'playlist.txt', mediaType));
    await draft.discard();
    return this.#ytdlp(url.href);
  }

  #ytdlp(url: string): Promise<Capture> {
    const { fetch, watch, session } = this.context;
    return fetchByYtdlp(url, fetch, watch, session.journal);
  }

  /** Whatever yt-dlp says, the link is known to name a post: its failure tells more than a page without a video. */
  async #ofKnownPost(): Promise<Capture> {
    try {
      return await this.#ytdlp(this.#url);
    } catch (error) {
      throw error instanceof PartError ? ofNamedMedia(error) : error;
    }
  }

  #captured(
    fetcher: FetcherName,
    { draft, media, url }: Extract<Received, { kind: 'media' }>,
    platform?: PlatformInfo,
  ): Capture {
    const fileName = suggestedFileName(url);
    return {
      draft,
      fetcher,
      record: this.context.session.journal.record(fetcher, draft.sizeBytes, url.href),
      artefacts: [],
      suggested: { ...media, ...(fileName !== undefined && { fileName }) },
      ...(platform && { platform }),
    };
  }

  /** A typed failure is kept for the end; anything else, and a cancellation, ends the chain at once. */
  async #try<T>(fetcher: FetcherName, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      this.context.fetch.signal.throwIfAborted();
      if (!(error instanceof PartError)) throw error;
      this.#failures.push({ fetcher, error });
      return undefined;
    }
  }

  #isFinal(): boolean {
    const last = this.#failures.at(-1)?.error;
    return last !== undefined && FINAL_CODES.has(last.code);
  }

  #final(): PartError {
    const attempts: FetchAttempt[] = this.#failures.map(({ fetcher, error }) => ({
      fetcher,
      code: error.code,
      message: error.publicMessage,
      reached: reachOf(error),
      details: error.details,
    }));
    const best = this.#failures.find(
      ({ error }) => error === furthest(this.#failures.map((one) => one.error)),
    );
    if (!best) throw new TypeError('a chain without a failure has a capture');
    const bytes = best.error instanceof NotMediaError ? best.error.draft.sizeBytes : 0;
    const record = this.context.session.journal.record(best.fetcher, bytes);
    return withDetails(best.error, { attempts, record });
  }

  async #discardExcept(thrown: unknown): Promise<void> {
    const kept = thrown instanceof NotMediaError ? thrown.draft : undefined;
    for (const { error } of this.#failures) {
      if (error instanceof NotMediaError && error.draft !== kept) await error.draft.discard();
    }
  }

  get #url(): string {
    return this.context.fetch.url;
  }
}
