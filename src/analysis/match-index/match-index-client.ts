import { setTimeout as delay } from 'node:timers/promises';
import { TransientError } from '../../shared/errors.js';
import { HASH_BYTES } from './domain/hash-index.js';
import {
  decodeFrameHits,
  decodeSoundHits,
  encodeFrameQuestion,
  encodeWords,
  KINDS,
  LIMITS,
} from './domain/wire.js';
import { IndexConnection, NoAnswerError } from './index-connection.js';
import type { IndexHit, IndexQuery, MatchIndex, SoundHit } from './match-index.js';
import { findSocketAddress } from './socket-place.js';

/** A restart and reading ten million hashes again take less (bench/README.md). */
const PATIENCE_MS = 60_000;
const FIRST_RETRY_MS = 50;
const LONGEST_RETRY_MS = 1_000;
/** Beyond this radius the index looks at every hash it has: fewer at once keep each question within our patience. */
const FAST_RADIUS = 47;
const SLOW_HASHES_AT_ONCE = 256;

/** The index in its process, over one connection that is made when it is needed, and made anew after it broke. */
export class MatchIndexClient implements MatchIndex {
  #connection: Promise<IndexConnection> | undefined;

  /** @param patienceMs how long a question waits for a process that is starting, loading or restarting. */
  constructor(
    private readonly dataDir: string,
    private readonly patienceMs = PATIENCE_MS,
  ) {}

  /**
   * Asked in parts when it is long; later parts may know of more than earlier ones. At most a million hits for each hash.
   * @throws RangeError when the hashes are not whole.
   */
  async searchFrames(query: IndexQuery, signal: AbortSignal): Promise<IndexHit[]> {
    const { hashes, radius } = query;
    if (hashes.length % HASH_BYTES !== 0) throw new RangeError('a hash is cut off');
    const most = Math.min(query.mostHitsPerHash, LIMITS.frameHits);
    const atOnce = Math.min(
      radius > FAST_RADIUS ? SLOW_HASHES_AT_ONCE : LIMITS.hashes,
      Math.floor(LIMITS.frameHits / Math.max(most, 1)),
    );
    const hits: IndexHit[] = [];
    for (let first = 0; first * HASH_BYTES < hashes.length; first += atOnce) {
      const part = hashes.subarray(first * HASH_BYTES, (first + atOnce) * HASH_BYTES);
      const question = encodeFrameQuestion({ radius, most, hashes: part });
      const answer = await this.#ask(KINDS.searchFrames, question, signal);
      for (const hit of decodeFrameHits(answer, first)) hits.push(hit);
    }
    return hits;
  }

  /** Of sound longer than nine hours the beginning is looked for. */
  async searchSound(words: Uint32Array, signal: AbortSignal): Promise<SoundHit[]> {
    const question = encodeWords(words.subarray(0, LIMITS.soundWords));
    return decodeSoundHits(await this.#ask(KINDS.searchSound, question, signal));
  }

  async close(): Promise<void> {
    const [opened] = await Promise.allSettled([this.#connection]);
    if (opened.status === 'fulfilled') opened.value?.close();
  }

  /** Asks again, whoever listens by then, when no answer comes: questions change nothing. */
  async #ask(kind: number, question: Buffer, signal: AbortSignal): Promise<Buffer> {
    const patience = AbortSignal.timeout(this.patienceMs);
    const either = AbortSignal.any([signal, patience]);
    let lastError: unknown;
    try {
      for (let waitMs = FIRST_RETRY_MS; ; waitMs = Math.min(2 * waitMs, LONGEST_RETRY_MS)) {
        try {
          const connection = await this.#connected();
          return await connection.ask(kind, question, either);
        } catch (error) {
          if (!(error instanceof NoAnswerError)) throw error;
          lastError = error;
        }
        await delay(waitMs, undefined, { signal: either });
      }
    } catch (error) {
      signal.throwIfAborted();
      if (!patience.aborted) throw error;
      const options = { cause: lastError ?? error };
      throw new TransientError('internal', 'The match index does not answer.', {}, options);
    }
  }

  async #connected(): Promise<IndexConnection> {
    const present = this.#connection;
    if (present !== undefined) {
      const connection = await present;
      if (connection.isOpen) return connection;
      if (this.#connection === present) this.#connection = undefined;
    }
    this.#connection ??= this.#connect();
    return this.#connection;
  }

  async #connect(): Promise<IndexConnection> {
    try {
      const address = await findSocketAddress(this.dataDir);
      if (address === null) throw new NoAnswerError('no match index has run here yet');
      return await IndexConnection.open(address);
    } catch (error) {
      this.#connection = undefined;
      throw new NoAnswerError('no match index listens', { cause: error });
    }
  }
}
