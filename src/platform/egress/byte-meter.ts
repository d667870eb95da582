/** Counts bytes towards a cap and calls `onOver` once when it is passed. */
export class ByteMeter {
  #total = 0;
  #capped = false;

  constructor(
    private readonly maxBytes: number,
    private readonly onBytes: ((total: number) => void) | undefined,
    private readonly onOver: () => void,
  ) {}

  get total(): number {
    return this.#total;
  }

  get capped(): boolean {
    return this.#capped;
  }

  add(bytes: number): void {
    this.#total += bytes;
    this.onBytes?.(this.#total);
    if (this.#total > this.maxBytes && !this.#capped) {
      this.#capped = true;
      this.onOver();
    }
  }
}
