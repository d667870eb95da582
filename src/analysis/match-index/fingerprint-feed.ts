import pg from 'pg';
import { CopyOut } from './copy-out.js';

/** A row of `fingerprint`. The bytes are valid until the next row. */
export interface FingerprintRow {
  readonly id: number;
  /** Packed records, 40 bytes each. */
  readonly frames: Buffer;
  /** Chromaprint's words, 4 bytes each; null without sound. */
  readonly sound: Buffer | null;
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
   * Every row after `id` that was committed when this was called. Rows appear in the order of their ids, because who writes
   * one holds a lock until it has committed.
   * @throws when the connection breaks; the rows until then were told.
   */
  async readAfter(id: number, onRow: (row: FingerprintRow) => void): Promise<void> {
    const client = await this.#connected();
    // COPY takes no parameters; it sends rows as they are, while pg would read every value as text.
    await CopyOut.run(
      client,
      `copy (select id, frames, sound from fingerprint
        where id > ${Math.trunc(id)} and stage_version = ${Math.trunc(this.stageVersion)} order by id)
        to stdout (format binary)`,
      ([rowId, frames, sound]) => {
        if (rowId == null || frames == null) throw new Error('the database answered with an unexpected row');
        onRow({ id: Number(rowId.readBigInt64BE()), frames, sound: sound ?? null });
      },
    );
  }

  /** The bytes that a row stands for, or null when there is no such row. */
  async originalOf(id: number): Promise<string | null> {
    const client = await this.#connected();
    const { rows } = await client.query<{ original_sha256: string }>(
      'select original_sha256 from fingerprint where id = $1 and stage_version = $2',
      [id, this.stageVersion],
    );
    return rows[0]?.original_sha256 ?? null;
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
