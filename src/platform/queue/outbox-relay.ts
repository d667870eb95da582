import { sql } from 'kysely';
import type { Database, Tx } from '../db/database.js';

export interface OutboxRow {
  readonly id: number;
  readonly event: string;
  readonly payload: unknown;
}

const BATCH = 100;

/**
 * Carries outbox rows to whoever sends jobs. A row goes away in the transaction in which it was sent: a crash in between
 * sends it again, which deterministic job ids make harmless.
 */
export class OutboxRelay {
  #running: Promise<void> | undefined;
  #again = false;
  #stopped = false;

  constructor(
    private readonly db: Database,
    private readonly send: (row: OutboxRow) => Promise<void>,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** Looks now; a call while it is looking makes it look once more afterwards. */
  wake(): void {
    this.#again = true;
    if (this.#stopped) return;
    this.#running ??= this.#drain().finally(() => {
      this.#running = undefined;
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  async #drain(): Promise<void> {
    while (this.#again && !this.#stopped) {
      this.#again = false;
      try {
        while ((await this.db.transaction().execute((tx) => this.#batch(tx))) === BATCH && !this.#stopped);
      } catch (error) {
        this.onError(error);
      }
    }
  }

  async #batch(tx: Tx): Promise<number> {
    const rows = await tx
      .selectFrom('outbox')
      .select(['id', 'event', 'payload'])
      .orderBy('id')
      .limit(BATCH)
      .forUpdate()
      .skipLocked()
      .execute();
    for (const row of rows) await this.send(row);
    if (rows.length > 0) {
      await sql`delete from outbox where id = any(${rows.map(({ id }) => id)}::bigint[])`.execute(tx);
    }
    return rows.length;
  }
}
