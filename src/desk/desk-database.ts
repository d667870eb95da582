import { startEmbeddedPostgres, type EmbeddedPostgres } from '../platform/embedded/postgres.js';
import type { DeskLog } from './desk-log.js';
import { pause } from './pause.js';
import { nextRestartDelayMs } from './restart-delay.js';

export interface DeskDatabase {
  /** The owner's. */
  readonly url: string;
  stop(): Promise<void>;
}

/** A database that others run: nothing to start, nothing to stop. */
export function outsideDatabase(url: string): DeskDatabase {
  return { url, stop: () => Promise.resolve() };
}

/** The embedded PostgreSQL, started again (at the same address) whenever it ends without being asked. */
export class EmbeddedDatabase implements DeskDatabase {
  readonly #stopping = new AbortController();
  #server: EmbeddedPostgres;
  readonly #life: Promise<void>;

  private constructor(
    private readonly dataDir: string,
    private readonly log: DeskLog,
    private readonly onBack: () => void,
    server: EmbeddedPostgres,
  ) {
    this.#server = server;
    this.#life = this.#keep();
  }

  /** @param onBack called after each restart: connections made before are gone. */
  static async start(
    dataDir: string,
    log: DeskLog,
    signal: AbortSignal,
    onBack: () => void,
  ): Promise<EmbeddedDatabase> {
    const onLog = (line: string): void => log.write('postgres', line);
    const server = await startEmbeddedPostgres({ dataDir, signal, onLog });
    return new EmbeddedDatabase(dataDir, log, onBack, server);
  }

  get url(): string {
    return this.#server.ownerUrl;
  }

  async stop(): Promise<void> {
    this.#stopping.abort(new Error('the desk is stopping'));
    await this.#server.stop();
    await this.#life;
  }

  async #keep(): Promise<void> {
    const { signal } = this.#stopping;
    let delayMs: number | null = null;
    let startedAt = performance.now();
    for (;;) {
      const exit = await this.#server.exited;
      if (signal.aborted) return;
      this.log.warn(`PostgreSQL ended (${exit.signal ?? `exit code ${exit.code}`}); starting it again`);
      do {
        delayMs = nextRestartDelayMs(delayMs, performance.now() - startedAt);
        await pause(delayMs, signal);
        startedAt = performance.now();
      } while (!(await this.#tryAgain()));
      if (!signal.aborted) this.onBack();
    }
  }

  /** True when it runs, or when it need not run any more. */
  async #tryAgain(): Promise<boolean> {
    const { signal } = this.#stopping;
    if (signal.aborted) return true;
    // The address must stay: API and workers have it in their environment.
    const socketDir = decodeURIComponent(new URL(this.#server.ownerUrl).hostname);
    const onLog = (line: string): void => this.log.write('postgres', line);
    try {
      this.#server = await startEmbeddedPostgres({ dataDir: this.dataDir, socketDir, signal, onLog });
      if (signal.aborted) await this.#server.stop();
      return true;
    } catch (error) {
      if (!signal.aborted) this.log.warn(`PostgreSQL does not start: ${String(error)}`);
      return signal.aborted;
    }
  }
}
