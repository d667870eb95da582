import { setTimeout } from 'node:timers/promises';
import type { Logger } from 'pino';
import { LoadBuiltinPlaces } from '../src/geo/worker.js';
import type { Database } from '../src/platform/db/database.js';

/** After this worker is ready: its first clip comes before the names of places. */
const START_AFTER_MS = 1_000;
const AGAIN_AFTER_MS = 30_000;

/** Reads the places that come with the desk into the database, beside everything else, once in the desk's life. */
export class GazetteerLoading {
  readonly #stopping = new AbortController();
  #running: Promise<void> = Promise.resolve();

  /**
   * @param source `builtin`, `none` or a file
   * @param onRead called once all is read in, and a while later once more: what was looked up just before the end may be
   * written down after the first call
   */
  constructor(
    private readonly db: Database,
    private readonly source: string,
    private readonly logger: Logger,
    private readonly onRead: (signal: AbortSignal) => Promise<unknown>,
  ) {}

  start(): void {
    if (this.source !== 'none') this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const loading = new LoadBuiltinPlaces(this.db, this.source === 'builtin' ? undefined : this.source);
    let told = 0;
    for (let restMs = START_AFTER_MS; told < 2 && (await this.#rested(restMs)); restMs = AGAIN_AFTER_MS) {
      try {
        if (!(await loading.execute(this.#stopping.signal))) continue;
        await this.onRead(this.#stopping.signal);
        told += 1;
      } catch (error) {
        this.logger.warn({ err: error }, 'the places could not be read in, will be tried again');
      }
    }
  }

  /** False when the worker stops meanwhile. */
  async #rested(restMs: number): Promise<boolean> {
    const { signal } = this.#stopping;
    try {
      await setTimeout(restMs, undefined, { signal });
      return true;
    } catch (error) {
      if (signal.aborted) return false;
      throw error;
    }
  }
}
