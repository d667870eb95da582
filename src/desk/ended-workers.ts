import { setTimeout as delay } from 'node:timers/promises';
import type { ChildrenRecord } from './children-record.js';
import type { DeskLog } from './desk-log.js';

const RETRY_MS = 500;

/**
 * Reports workers' deaths to the database, so that their jobs are sent again at once. While the database is away the
 * reports wait; they survive us in the children's record.
 */
export class EndedWorkers {
  readonly #pending = new Set<string>();
  #run: Promise<void> | undefined;
  #isClosed = false;

  constructor(
    private readonly markEnded: (workerId: string) => Promise<void>,
    private readonly record: ChildrenRecord,
    private readonly log: DeskLog,
  ) {}

  report(workerId: string): void {
    this.#pending.add(workerId);
    this.#run ??= this.#deliver();
  }

  /** Waits for reports under way, gives up those that the database does not take. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#run;
  }

  async #deliver(): Promise<void> {
    while (this.#pending.size > 0) {
      for (const workerId of this.#pending) await this.#deliverOne(workerId);
      if (this.#isClosed) break;
      if (this.#pending.size > 0) await delay(RETRY_MS);
    }
    this.#run = undefined;
  }

  async #deliverOne(workerId: string): Promise<void> {
    try {
      await this.markEnded(workerId);
      this.record.removeWorker(workerId);
      this.#pending.delete(workerId);
    } catch (error) {
      this.log.note(`worker ${workerId} could not be reported as ended yet: ${String(error)}`);
    }
  }
}
