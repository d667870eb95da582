import type { ChildExit, RunningChild } from './child-process.js';
import { pause } from './pause.js';
import { nextRestartDelayMs } from './restart-delay.js';

export interface KeptProcessHooks {
  launch(): Promise<RunningChild>;
  launchFailed(error: unknown): void;
  /** Runs before the next start; null when it could not even be started. `isWanted`: we stopped it ourselves. */
  ended(exit: ChildExit | null, isWanted: boolean): void;
}

/** One process that is started again whenever it ends, until it is stopped. */
export class KeptProcess {
  readonly #stopping = new AbortController();
  #current: RunningChild | undefined;
  #isRestarting = false;
  #life: Promise<void> | undefined;

  constructor(private readonly hooks: KeptProcessHooks) {}

  start(): void {
    this.#life ??= this.#keep();
  }

  /** Ends the present process; a fresh one follows at once. */
  async restart(graceMs: number): Promise<void> {
    if (this.#current === undefined) return;
    this.#isRestarting = true;
    await this.#current.stop(graceMs);
  }

  /** Ends it for good. Resolves when nothing of it runs. */
  async stop(graceMs: number): Promise<void> {
    this.#stopping.abort();
    await this.#current?.stop(graceMs);
    await this.#life;
  }

  async #keep(): Promise<void> {
    const { signal } = this.#stopping;
    let delayMs: number | null = null;
    while (!signal.aborted) {
      const startedAt = performance.now();
      const exit = await this.#runOnce();
      const isWanted = signal.aborted || this.#isRestarting;
      this.hooks.ended(exit, isWanted);
      delayMs = isWanted ? null : nextRestartDelayMs(delayMs, performance.now() - startedAt);
      this.#isRestarting = false;
      if (delayMs !== null) await pause(delayMs, signal);
    }
  }

  async #runOnce(): Promise<ChildExit | null> {
    try {
      const child = await this.hooks.launch();
      this.#current = child;
      if (this.#stopping.signal.aborted) await child.stop(0);
      return await child.exited;
    } catch (error) {
      this.hooks.launchFailed(error);
      return null;
    } finally {
      this.#current = undefined;
    }
  }
}
