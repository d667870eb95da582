/** The clock of the browser, or of a test. */
export interface Clock {
  readonly now: () => number;
  readonly later: (run: () => void, ms: number) => () => void;
}

export const browserClock: Clock = {
  now: () => performance.now(),
  later: (run, ms) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

export interface CoalescerOptions<Item> {
  /** What is the same thing: of several with one key the last stays. */
  readonly keyOf: (item: Item) => string;
  readonly flush: (items: readonly Item[]) => void | Promise<unknown>;
  /** From one flush to the next; asked each time, because a hidden page may wait longer. */
  readonly gapMs: () => number;
  /** Of what a single flush may get: the rest follows after the gap, and people's keys and clicks come in between. */
  readonly most?: number;
  /** A flush that has not settled holds the next one back, but not for longer. */
  readonly longestMs?: number;
  readonly clock?: Clock;
}

/**
 * Gathers what comes faster than it can be worked off. The first goes out at once, what follows together after a pause, and
 * never while the last is still being worked off: a thousand events cost a few passes, and a slow line is not flooded.
 */
export class Coalescer<Item> {
  #waiting = new Map<string, Item>();
  #cancel: (() => void) | undefined;
  #isBusy = false;
  #lastAt = Number.NEGATIVE_INFINITY;
  /** Counts flushes, so that one given up for being slow cannot end the next one's turn. */
  #turn = 0;
  readonly #clock: Clock;

  constructor(private readonly options: CoalescerOptions<Item>) {
    this.#clock = options.clock ?? browserClock;
  }

  get size(): number {
    return this.#waiting.size;
  }

  add(item: Item): void {
    const key = this.options.keyOf(item);
    // Put at the end: what changes all the time must not keep what is older from its turn.
    this.#waiting.delete(key);
    this.#waiting.set(key, item);
    this.#plan();
  }

  /** What waits goes out now: the page is looked at again. */
  hurry(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#lastAt = Number.NEGATIVE_INFINITY;
    this.#plan();
  }

  clear(): void {
    this.#waiting = new Map();
    this.#cancel?.();
    this.#cancel = undefined;
  }

  #plan(): void {
    if (this.#cancel !== undefined || this.#isBusy || this.#waiting.size === 0) return;
    const waitMs = Math.max(0, this.#lastAt + this.options.gapMs() - this.#clock.now());
    this.#cancel = this.#clock.later(() => {
      this.#cancel = undefined;
      this.#flush();
    }, waitMs);
  }

  #flush(): void {
    const items = [...this.#waiting.entries()].slice(0, this.options.most ?? Number.POSITIVE_INFINITY);
    for (const [key] of items) this.#waiting.delete(key);
    this.#turn += 1;
    const turn = this.#turn;
    this.#isBusy = true;
    const done = () => {
      if (turn !== this.#turn || !this.#isBusy) return;
      this.#isBusy = false;
      this.#lastAt = this.#clock.now();
      this.#plan();
    };
    const work = this.options.flush(items.map(([, item]) => item));
    if (work === undefined) {
      done();
      return;
    }
    const giveUp = this.#clock.later(done, this.options.longestMs ?? 5_000);
    const settled = () => {
      giveUp();
      done();
    };
    work.then(settled, settled);
  }
}
