/** Steps between pictures, run by run: `[step, how often]`. */
export type PtsRun = [step: number, count: number];

/** A clip of a constant rate is one run; one of wild times ends here, so that memory stays bounded. */
const MOST_RUNS = 500_000;

/** The times of all decoded pictures, for a player that steps from one to the next exactly. */
export class PtsRuns {
  #first: number | null = null;
  #last: number | null = null;
  #runs: PtsRun[] = [];
  #count = 0;
  #isComplete = true;

  /** A picture without a time makes the index incomplete: nothing after it can be placed. */
  push(pts: number | null): void {
    this.#isComplete &&= pts !== null && this.#runs.length < MOST_RUNS;
    if (!this.#isComplete || pts === null) return;
    this.#count += 1;
    if (this.#last === null) this.#first = pts;
    else this.#step(pts - this.#last);
    this.#last = pts;
  }

  /** `firstPts` and the steps are in units of the stream's time base. */
  toIndex(): { firstPts: number | null; count: number; isComplete: boolean; runs: readonly PtsRun[] } {
    return { firstPts: this.#first, count: this.#count, isComplete: this.#isComplete, runs: this.#runs };
  }

  #step(step: number): void {
    const run = this.#runs.at(-1);
    if (run?.[0] === step) run[1] += 1;
    else this.#runs.push([step, 1]);
  }
}
