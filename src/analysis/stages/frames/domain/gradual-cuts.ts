import type { Cut } from './cut.js';
import type { GradualWindow } from './gradual-cut.js';

/** A shorter window is preferred when it holds this share of the largest change. */
const NEARLY_ALL = 0.82;
/** A scene that dissolves without end is taken in pieces, so that memory stays bounded. */
const MOST_WINDOWS = 500;

/** Many windows fit one dissolve; this picks the shortest that holds nearly all of it, and forgets the others. */
export class GradualCuts {
  readonly #cuts: Cut[] = [];
  #open: GradualWindow[] = [];

  /** Windows come in the order of their ends. */
  add(window: GradualWindow): void {
    const opensNew = this.#open.every(({ endMs }) => endMs <= window.startMs);
    if (opensNew || this.#open.length >= MOST_WINDOWS) this.#close();
    this.#open.push(window);
  }

  /** A hard cut ends every window before it; those across it were never dissolves. */
  hardCutAtMs(ptsMs: number): void {
    this.#open = this.#open.filter(({ startMs, endMs }) => startMs >= ptsMs || endMs < ptsMs);
  }

  finish(): readonly Cut[] {
    this.#close();
    return this.#cuts;
  }

  #close(): void {
    const most = Math.max(...this.#open.map(({ changeLevels }) => changeLevels));
    const whole = this.#open.filter(({ changeLevels }) => changeLevels >= NEARLY_ALL * most);
    const [best] = whole.toSorted((a, b) => a.endMs - a.startMs - (b.endMs - b.startMs));
    if (best) {
      const { kind, startMs, endMs, score } = best;
      this.#cuts.push({ kind, startMs, endMs, score });
    }
    this.#open = [];
  }
}
