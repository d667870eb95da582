/** What comes together goes out together. */
const GATHER_MS = 20;

/**
 * Passes keys on, each at most once in `everyMs`: the first at once, whatever comes within that time as one more at its end.
 * Nothing is held while nothing happens.
 */
export class Coalesce<Value> {
  readonly #waiting = new Map<string, Value>();
  readonly #toldAt = new Map<string, number>();
  #timer: NodeJS.Timeout | undefined;
  #timerAt = Infinity;

  constructor(
    private readonly pass: (values: readonly Value[]) => void,
    private readonly everyMs: number,
  ) {}

  note(key: string, value: Value): void {
    this.#waiting.set(key, value);
    this.#arm();
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#timerAt = Infinity;
    this.#waiting.clear();
    this.#toldAt.clear();
  }

  #arm(): void {
    const now = performance.now();
    const due = Math.min(...[...this.#waiting.keys()].map((key) => this.#dueAt(key)));
    const at = Math.max(now + GATHER_MS, due);
    // One that waits longer must not hold back one that is due.
    if (at >= this.#timerAt) return;
    clearTimeout(this.#timer);
    this.#timerAt = at;
    this.#timer = setTimeout(() => this.#tell(), at - now).unref();
  }

  #dueAt(key: string): number {
    return (this.#toldAt.get(key) ?? -Infinity) + this.everyMs;
  }

  #tell(): void {
    this.#timer = undefined;
    this.#timerAt = Infinity;
    const now = performance.now();
    // A timer may come a fraction of a millisecond before its time.
    const due = [...this.#waiting].filter(([key]) => this.#dueAt(key) <= now + 1);
    for (const [key, at] of this.#toldAt) if (at + this.everyMs <= now) this.#toldAt.delete(key);
    for (const [key] of due) {
      this.#waiting.delete(key);
      this.#toldAt.set(key, now);
    }
    if (due.length > 0) this.pass(due.map(([, value]) => value));
    if (this.#waiting.size > 0) this.#arm();
  }
}
