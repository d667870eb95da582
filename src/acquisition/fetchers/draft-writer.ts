import type { ObjectDraft, ObjectStore } from '../../platform/storage/object-store.js';
import { failure } from './fetch-failure.js';

/** Hashing and writing cost per call; sockets give 16 to 64 kB. */
const BLOCK_BYTES = 1024 * 1024;

/** Fills a draft in blocks of 1 MiB and stops at the size limit. One block is all that it holds. */
export class DraftWriter {
  readonly #block = Buffer.allocUnsafeSlow(BLOCK_BYTES);
  #filled = 0;
  #total = 0;

  private constructor(
    readonly draft: ObjectDraft,
    private readonly maxBytes: number,
    private readonly onBytes: (total: number) => void,
  ) {}

  static async begin(
    store: ObjectStore,
    maxBytes: number,
    onBytes: (total: number) => void = () => undefined,
  ): Promise<DraftWriter> {
    return new DraftWriter(await store.begin(), maxBytes, onBytes);
  }

  get total(): number {
    return this.#total;
  }

  /** @throws PartError `too_large` when the chunk would pass the limit; nothing of it is written then */
  async write(chunk: Buffer): Promise<void> {
    if (this.#total + chunk.length > this.maxBytes) {
      const details = { maxBytes: this.maxBytes, receivedBytes: this.#total };
      throw failure('too_large', 'The clip is larger than is allowed.', 'media_bytes', details);
    }
    this.#total += chunk.length;
    for (let offset = 0; offset < chunk.length;) {
      const copied = chunk.copy(this.#block, this.#filled, offset);
      offset += copied;
      this.#filled += copied;
      if (this.#filled === BLOCK_BYTES) await this.#flush();
    }
    this.onBytes(this.#total);
  }

  /** Writes what is left and answers the draft. */
  async finish(): Promise<ObjectDraft> {
    await this.#flush();
    return this.draft;
  }

  async #flush(): Promise<void> {
    if (this.#filled > 0) await this.draft.write(this.#block.subarray(0, this.#filled));
    this.#filled = 0;
  }
}
