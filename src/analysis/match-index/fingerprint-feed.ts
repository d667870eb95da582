import pg from 'pg';
import { CopyOut } from './copy-out.js';
import type { CopyRow } from './domain/copy-rows.js';

/** Names a row of `fingerprint` for good: another database, or one put back to an earlier state, may give the id again. */
export interface RowMark {
  readonly id: number;
  readonly originalSha256: string;
}

/** A row of `fingerprint`. The bytes are valid until the next row. */
export interface FingerprintRow extends RowMark {
  /** Packed records, 40 bytes each. */
  readonly frames: Buffer;
  /** Chromaprint's words, 4 bytes each; null without sound. */
  readonly sound: Buffer | null;
}

/** The last row that was read is not there any more: what was read before it may be gone, too. */
export class ArchiveReplacedError extends Error {
  override readonly name = 'ArchiveReplacedError';
}

/**
 * Reads fingerprints of one stage version in the order of their ids, over a connection of its own that is made when it is
 * needed and made anew after it broke.
 */
export class FingerprintFeed {
  #client: pg.Client | undefined;

  constructor(
    private readonly url: string,
    private readonly stageVersion: number,
    private readonly onError: (error: unknown) => void,
  ) {}

  /**
   * Every row after `last` that was committed when this was called. Rows appear in the order of their ids, because who
   * writes one holds a lock until it has committed.
   * @throws ArchiveReplacedError; or when the connection breaks: the rows until then were told.
   */
  async readAfter(last: RowMark | null, onRow: (row: FingerprintRow) => void): Promise<void> {
    const client = await this.#connected();
    let isContinued = last === null;
    await CopyOut.run(client, this.#statement(last?.id ?? 0), (fields) => {
      const row = rowOf(fields);
      if (isContinued) return onRow(row);
      isContinued = row.id === last?.id && row.originalSha256 === last.originalSha256;
      if (!isContinued) throw new ArchiveReplacedError('the last fingerprint is another one now');
    });
    if (!isContinued) throw new ArchiveReplacedError('the last fingerprint is not there any more');
  }

  /** COPY takes no parameters; it sends bytes as they are, while pg reads every value of a query as text. */
  #statement(lastId: number): string {
    const [id, version] = [lastId, this.stageVersion].map((value) => BigInt(value));
    const unlessLast = (column: string) => `case when id > ${id} then ${column} end`;
    return `copy (
      select id, original_sha256, ${unlessLast('frames')}, ${unlessLast('sound')} from fingerprint
      where id >= ${id} and stage_version = ${version} order by id
    ) to stdout (format binary)`;
  }

  async close(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    await client?.end();
  }

  async #connected(): Promise<pg.Client> {
    if (this.#client !== undefined) return this.#client;
    const client = new pg.Client({
      connectionString: this.url,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
    });
    const forget = () => {
      if (this.#client === client) this.#client = undefined;
    };
    client.on('error', (error) => {
      forget();
      this.onError(error);
    });
    client.on('end', forget);
    await client.connect();
    this.#client = client;
    return client;
  }
}

function rowOf([id, originalSha256, frames, sound]: CopyRow): FingerprintRow {
  if (id == null || originalSha256 == null) throw new Error('the database answered with an unexpected row');
  return {
    id: Number(id.readBigInt64BE()),
    originalSha256: originalSha256.toString('latin1'),
    frames: frames ?? Buffer.alloc(0),
    sound: sound ?? null,
  };
}
