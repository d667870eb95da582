import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { errorCode } from '../../platform/storage/storage-errors.js';
import { IntegrityError } from '../../shared/errors.js';
import { readOrCreateFile } from '../keys/secret-file.js';

export interface CheckpointCopy {
  readonly size: number;
  readonly note: string;
  readonly file: string;
}

/** Copies of signed checkpoints outside the database, `<size>.note`, read-only: what a rewritten log is held against. */
export class CheckpointNotes {
  constructor(private readonly folder: string) {}

  static of(dataDir: string): CheckpointNotes {
    return new CheckpointNotes(path.join(dataDir, 'checkpoints'));
  }

  /** Once written a copy is never replaced. @throws IntegrityError when one of that size says something else. */
  async write(size: number, note: string): Promise<void> {
    const file = this.#file(size);
    const present = await readOrCreateFile(file, 0o444, () => Buffer.from(note));
    if (present.toString('utf8') === note) return;
    throw new IntegrityError('A copy of a checkpoint of this size says something else.', { size });
  }

  async findNewest(): Promise<CheckpointCopy | undefined> {
    const newest = (await this.#sizes()).at(-1);
    return newest === undefined ? undefined : this.#read(newest);
  }

  /** Smallest tree first. */
  async *list(): AsyncIterable<CheckpointCopy> {
    for (const size of await this.#sizes()) yield await this.#read(size);
  }

  async #read(size: number): Promise<CheckpointCopy> {
    return { size, file: this.#file(size), note: await readFile(this.#file(size), 'utf8') };
  }

  async #sizes(): Promise<number[]> {
    try {
      const names = await readdir(this.folder);
      const sizes = names.flatMap((name) => /^([1-9]\d{0,15})\.note$/.exec(name)?.[1] ?? []);
      return sizes.map(Number).sort((a, b) => a - b);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return [];
      throw error;
    }
  }

  #file(size: number): string {
    return path.join(this.folder, `${size}.note`);
  }
}
