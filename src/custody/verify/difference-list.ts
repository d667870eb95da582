import type { Difference, DifferenceCode } from '../domain/difference.js';

const LISTED_PER_CODE = 200;

/** Collects differences; of one kind the first are listed and the others counted, so that a ruined log stays reportable. */
export class DifferenceList {
  readonly #listed: Difference[] = [];
  readonly #codes = new Map<DifferenceCode, number>();
  #errors = 0;

  add(...differences: readonly Difference[]): void {
    for (const one of differences) {
      const before = this.#codes.get(one.code) ?? 0;
      this.#codes.set(one.code, before + 1);
      if (one.severity === 'error') this.#errors += 1;
      if (before < LISTED_PER_CODE) this.#listed.push(one);
    }
  }

  get hasErrors(): boolean {
    return this.#errors > 0;
  }

  get codes(): Partial<Record<DifferenceCode, number>> {
    return Object.fromEntries([...this.#codes].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** By code, within a code in the order found. */
  get listed(): Difference[] {
    return this.#listed.toSorted((a, b) => (a.code < b.code ? -1 : Number(a.code > b.code)));
  }
}
