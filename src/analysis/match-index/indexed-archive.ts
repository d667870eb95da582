import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { INDEX_RECORD_BYTES } from '../stages/fingerprint/domain/index-records.js';
import { FrameIndex } from './domain/frame-index.js';
import { SoundIndex } from './domain/sound-index.js';
import {
  ArchiveReplacedError,
  type FingerprintFeed,
  type FingerprintRow,
  type RowMark,
} from './fingerprint-feed.js';

const FIRST_RETRY_MS = 50;
const LONGEST_RETRY_MS = 2_000;

/** What PostgreSQL has, in memory. It is never behind for whoever awaits `caughtUp` first. */
export class IndexedArchive {
  frames = new FrameIndex();
  sound = new SoundIndex();
  readonly #closing = new AbortController();
  #last: RowMark | null = null;
  /** The round under way; it may have begun before somebody asked. */
  #current: Promise<void> = Promise.resolve();
  /** The round after it, which serves everybody who has asked since. */
  #next: Promise<void> | undefined;

  constructor(
    private readonly feed: FingerprintFeed,
    private readonly logger: Logger,
  ) {}

  /**
   * Resolves once every fingerprint that was committed before this call is in it, however long the database is away.
   * @throws the reason of `close`.
   */
  caughtUp(): Promise<void> {
    this.#next ??= this.#current.then(() => {
      this.#current = this.#next ?? Promise.resolve();
      this.#next = undefined;
      return this.#round();
    });
    return this.#next;
  }

  async close(): Promise<void> {
    this.#closing.abort(new Error('the match index is stopping'));
    await this.feed.close();
    await Promise.allSettled([this.#current]);
  }

  async #round(): Promise<void> {
    const { signal } = this.#closing;
    for (let waitMs = FIRST_RETRY_MS; ; waitMs = Math.min(waitMs * 2, LONGEST_RETRY_MS)) {
      signal.throwIfAborted();
      try {
        await this.feed.readAfter(this.#last, (row) => this.#add(row));
        this.frames.settle();
        return;
      } catch (error) {
        signal.throwIfAborted();
        if (error instanceof ArchiveReplacedError) this.#forget();
        this.logger.warn({ err: error }, 'fingerprints could not be read, will be tried again');
        await delay(waitMs, undefined, { signal });
      }
    }
  }

  /** The database was put back to an earlier state, or is another one. */
  #forget(): void {
    this.frames = new FrameIndex();
    this.sound = new SoundIndex();
    this.#last = null;
  }

  #add({ id, originalSha256, frames, sound }: FingerprintRow): void {
    if (frames.length % INDEX_RECORD_BYTES === 0 && (sound?.length ?? 0) % 4 === 0) {
      this.frames.add(id, frames);
      if (sound !== null) this.sound.add(id, new Uint32Array(new Uint8Array(sound).buffer));
    } else this.logger.error({ fingerprintId: id }, 'a fingerprint is damaged and was passed over');
    this.#last = { id, originalSha256 };
  }
}
