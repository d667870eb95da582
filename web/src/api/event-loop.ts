import { readEvents, type Ending } from './event-connection';
import type { StreamEvent } from './event-stream';

export interface LoopOptions {
  readonly fetch: (headers: Record<string, string>, signal: AbortSignal) => Promise<Response>;
  readonly onOpen: () => void;
  readonly onHeard: () => void;
  readonly onEvent: (event: StreamEvent) => void;
  readonly onEnd: (why: Ending, failuresInARow: number) => void;
  /** Resolves when it makes sense to ask again after a 401. */
  readonly authorised: () => Promise<void>;
  readonly silenceMs?: number;
  readonly random?: () => number;
}

const SILENCE_MS = 40_000;
const LONGEST_WAIT_MS = 10_000;

/** How long to wait before the next try: the desk's own word first, then longer and longer, never in step with others. */
export function waitBefore(failuresInARow: number, retryMs: number | null, random: () => number): number {
  const first = retryMs ?? 1_000;
  if (failuresInARow <= 1) return first;
  const longest = Math.min(first * 2 ** (failuresInARow - 1), LONGEST_WAIT_MS);
  return longest / 2 + random() * (longest / 2);
}

/** Keeps one event stream open, whatever happens, and goes on after the last event that came. */
export class EventLoop {
  #lastEventId = '';
  #stopped: AbortController | undefined;
  #wake: (() => void) | undefined;

  constructor(private readonly options: LoopOptions) {}

  get lastEventId(): string {
    return this.#lastEventId;
  }

  start(): void {
    if (this.#stopped !== undefined) return;
    const stopped = new AbortController();
    this.#stopped = stopped;
    void this.#run(stopped.signal);
  }

  stop(): void {
    this.#stopped?.abort();
    this.#stopped = undefined;
    this.#wake?.();
  }

  /** Asks again at once, instead of waiting: the network is back, or somebody looks. */
  hurry(): void {
    this.#wake?.();
  }

  async #run(signal: AbortSignal): Promise<void> {
    let failures = 0;
    while (!signal.aborted) {
      const ended = await readEvents({
        fetch: this.options.fetch,
        lastEventId: this.#lastEventId,
        silenceMs: this.options.silenceMs ?? SILENCE_MS,
        signal,
        onOpen: () => {
          failures = 0;
          this.options.onOpen();
        },
        onHeard: this.options.onHeard,
        onEvent: this.options.onEvent,
        onPosition: (lastEventId) => {
          this.#lastEventId = lastEventId;
        },
      });
      if (signal.aborted) return;
      failures += 1;
      this.options.onEnd(ended.why, failures);
      if (ended.why === 'unauthorised') await this.#until(this.options.authorised(), signal);
      else await this.#pause(waitBefore(failures, ended.retryMs, this.options.random ?? Math.random), signal);
    }
  }

  async #pause(ms: number, signal: AbortSignal): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    await this.#until(
      new Promise<void>((resolve) => {
        timer = setTimeout(resolve, ms);
      }),
      signal,
    );
    clearTimeout(timer);
  }

  async #until(what: Promise<void>, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#wake = resolve;
    await Promise.race([what, promise]);
    this.#wake = undefined;
  }
}
