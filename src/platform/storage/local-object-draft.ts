import { createHash } from 'node:crypto';
import { open, rm, type FileHandle } from 'node:fs/promises';

import { IntegrityError, PartError } from '../../shared/errors.js';
import { digestFile, publishFile } from './durable-files.js';
import type { ObjectDraft, StoredObject } from './object-store.js';
import { storing } from './storage-errors.js';

/** Where objects go: `pathFor` makes the folders that the path needs below `root`. */
export interface ObjectPlaces {
  readonly root: string;
  pathFor(sha256Hex: string): Promise<string>;
}

/** One temporary file of a `LocalObjectStore`. Calls must be awaited one after another. */
export class LocalObjectDraft implements ObjectDraft {
  #sizeBytes = 0;
  #state: 'open' | 'broken' | 'closed' = 'open';
  readonly #sha256 = createHash('sha256');
  readonly #sha512 = createHash('sha512');

  private constructor(
    readonly path: string,
    private readonly handle: FileHandle,
    private readonly places: ObjectPlaces,
  ) {}

  static async create(file: string, places: ObjectPlaces): Promise<LocalObjectDraft> {
    return storing('opening a draft', async () => {
      return new LocalObjectDraft(file, await open(file, 'wx', 0o600), places);
    });
  }

  get sizeBytes(): number {
    return this.#sizeBytes;
  }

  async write(chunk: Uint8Array): Promise<void> {
    this.#mustBeOpen();
    try {
      await storing('writing a draft', () => this.#writeAll(chunk));
    } catch (error) {
      // After a short write the hash and the file no longer speak of the same bytes.
      this.#state = 'broken';
      throw error;
    }
    this.#sha256.update(chunk);
    this.#sha512.update(chunk);
    this.#sizeBytes += chunk.byteLength;
  }

  async seal(): Promise<StoredObject> {
    this.#mustBeOpen();
    this.#state = 'broken';
    const sha256Hex = this.#sha256.digest('hex');
    const alreadyStored = await storing('sealing an object', async () => {
      await this.handle.chmod(0o444);
      await this.handle.sync();
      await this.#close();
      await this.#compare(this.path, sha256Hex, 'The bytes read back differ from the bytes written.');
      return this.#publish(sha256Hex);
    });
    return { sha256Hex, sha512Hex: this.#sha512.digest('hex'), sizeBytes: this.#sizeBytes, alreadyStored };
  }

  async discard(): Promise<void> {
    await storing('discarding a draft', async () => {
      await this.#close();
      await rm(this.path, { force: true });
    });
  }

  async #publish(sha256Hex: string): Promise<boolean> {
    const final = await this.places.pathFor(sha256Hex);
    if (await publishFile(this.path, final, this.places.root)) return false;
    // New evidence must not come to rest on an old object that was damaged in the meantime.
    await this.#compare(final, sha256Hex, 'An object of the same name holds other bytes.');
    return true;
  }

  async #compare(file: string, sha256Hex: string, sentence: string): Promise<void> {
    const found = await digestFile(file);
    if (found.sha256Hex === sha256Hex && found.sizeBytes === this.#sizeBytes) return;
    throw new IntegrityError(sentence, {
      expected: { sha256Hex, sizeBytes: this.#sizeBytes },
      found,
    });
  }

  async #writeAll(chunk: Uint8Array): Promise<void> {
    let offset = 0;
    while (offset < chunk.byteLength) {
      const at = this.#sizeBytes + offset;
      const { bytesWritten } = await this.handle.write(chunk, offset, chunk.byteLength - offset, at);
      offset += bytesWritten;
    }
  }

  async #close(): Promise<void> {
    if (this.#state === 'closed') return;
    this.#state = 'closed';
    await this.handle.close();
  }

  #mustBeOpen(): void {
    if (this.#state === 'open') return;
    throw new PartError('storage_error', 'The draft can no longer be used.', { state: this.#state });
  }
}
