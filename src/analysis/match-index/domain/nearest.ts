/** A record and how many bits it differs by. */
export interface Neighbour {
  readonly record: number;
  readonly distance: number;
}

const RECORDS = 2 ** 32;
/** Sorting is put off until so many more than wanted have gathered. */
const SLACK = 4_096;

/** Keeps the nearest so many of any number of neighbours, in bounded space; among equally near ones the lower records. */
export class Nearest {
  /** Distance and record in one number that sorts as they do. */
  readonly #keys: Float64Array;
  #count = 0;
  #worst = Number.POSITIVE_INFINITY;

  constructor(private readonly most: number) {
    this.#keys = new Float64Array(most + SLACK);
  }

  /** Nothing beyond this distance is taken any more. */
  get limit(): number {
    return Math.floor(this.#worst / RECORDS);
  }

  add(record: number, distance: number): void {
    const key = distance * RECORDS + record;
    if (key > this.#worst) return;
    this.#keys[this.#count] = key;
    this.#count += 1;
    if (this.#count === this.#keys.length) this.#trim();
  }

  /** The nearest first. */
  take(): Neighbour[] {
    this.#trim();
    return Array.from(this.#keys.subarray(0, this.#count), (key) => ({
      record: key % RECORDS,
      distance: Math.floor(key / RECORDS),
    }));
  }

  #trim(): void {
    this.#keys.subarray(0, this.#count).sort();
    if (this.#count < this.most) return;
    this.#count = this.most;
    this.#worst = this.#keys[this.most - 1]!;
  }
}
