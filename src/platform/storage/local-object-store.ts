import { constants, createReadStream } from 'node:fs';
import { access, chmod, mkdir, open, opendir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';

import { newId } from '../../shared/ids.js';
import { fileStatus, makeFolders, syncFolder, walkFiles } from './durable-files.js';
import { LocalObjectDraft } from './local-object-draft.js';
import type { ListedObject, ObjectDraft, ObjectStore, StoredObject, StrayFile } from './object-store.js';
import { errorCode, missingObject, storing } from './storage-errors.js';

const CHUNK_BYTES = 1024 * 1024;
const SHA256_HEX = /^[0-9a-f]{64}$/;

/** Objects as read-only files `sha256/ab/cd/<hash>` in one folder that only the service's user can enter. */
export class LocalObjectStore implements ObjectStore {
  private constructor(private readonly root: string) {}

  /** @throws PartError `storage_error` or `storage_full` when the folders cannot be made. */
  static async open(root: string): Promise<LocalObjectStore> {
    return storing('opening the store', async () => {
      const absolute = path.resolve(root);
      await mkdir(absolute, { recursive: true, mode: 0o700 });
      await chmod(absolute, 0o700);
      await makeFolders(absolute, 'tmp');
      await makeFolders(absolute, 'sha256');
      return new LocalObjectStore(absolute);
    });
  }

  async begin(): Promise<ObjectDraft> {
    const file = path.join(this.root, 'tmp', `${newId()}.part`);
    return LocalObjectDraft.create(file, {
      root: this.root,
      pathFor: async (sha256Hex) => {
        const objects = path.join(this.root, 'sha256');
        await makeFolders(objects, sha256Hex.slice(0, 2), sha256Hex.slice(2, 4));
        return this.#place(sha256Hex);
      },
    });
  }

  /** Copies: a tool that still holds the scratch file open can then not change the sealed one. */
  async putFile(file: string): Promise<StoredObject> {
    const draft = await this.begin();
    try {
      await storing('reading a file to preserve', async () => {
        for await (const chunk of createReadStream(file, { highWaterMark: CHUNK_BYTES })) {
          await draft.write(chunk as Buffer);
        }
      });
      return await draft.seal();
    } finally {
      await draft.discard();
    }
  }

  async read(sha256Hex: string, range?: { start: number; end: number }): Promise<Readable> {
    return storing('reading an object', async () => {
      try {
        const handle = await open(this.#place(sha256Hex), 'r');
        return handle.createReadStream({ highWaterMark: CHUNK_BYTES, ...range });
      } catch (error) {
        if (errorCode(error) === 'ENOENT') throw missingObject(sha256Hex);
        throw error;
      }
    });
  }

  async localPath(sha256Hex: string): Promise<string> {
    if ((await this.size(sha256Hex)) === undefined) throw missingObject(sha256Hex);
    return this.#place(sha256Hex);
  }

  async size(sha256Hex: string): Promise<number | undefined> {
    return storing('looking for an object', async () => (await fileStatus(this.#place(sha256Hex)))?.size);
  }

  async *list(): AsyncIterable<ListedObject> {
    for await (const file of this.#files()) {
      const sha256Hex = path.basename(file.path);
      if (this.#belongs(file.path)) yield { sha256Hex, ...file };
    }
  }

  async *listStrays(): AsyncIterable<StrayFile> {
    for await (const file of this.#files()) {
      if (!this.#belongs(file.path)) yield file;
    }
  }

  async sweepDrafts(olderThanMs: number): Promise<number> {
    return storing('sweeping drafts', async () => {
      const folder = path.join(this.root, 'tmp');
      let swept = 0;
      for await (const entry of await opendir(folder)) {
        const file = path.join(folder, entry.name);
        const draft = await fileStatus(file);
        if (draft === undefined || Date.now() - draft.mtimeMs < olderThanMs) continue;
        await rm(file, { force: true });
        swept += 1;
      }
      return swept;
    });
  }

  async probe(): Promise<void> {
    await storing('probing the store', async () => {
      await access(path.join(this.root, 'sha256'), constants.W_OK);
      const file = path.join(this.root, 'tmp', `${newId()}.part`);
      const handle = await open(file, 'wx', 0o600);
      try {
        await handle.write('probe');
        await handle.sync();
      } finally {
        await handle.close();
        await rm(file, { force: true });
      }
      await syncFolder(path.join(this.root, 'tmp'));
    });
  }

  #files(): AsyncIterable<StrayFile> {
    return walkFiles(path.join(this.root, 'sha256'));
  }

  #belongs(file: string): boolean {
    const name = path.basename(file);
    return SHA256_HEX.test(name) && file === this.#place(name);
  }

  #place(sha256Hex: string): string {
    if (!SHA256_HEX.test(sha256Hex)) throw new TypeError('not a SHA-256 in lower-case hexadecimal');
    return path.join(this.root, 'sha256', sha256Hex.slice(0, 2), sha256Hex.slice(2, 4), sha256Hex);
  }
}
