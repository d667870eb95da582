const BLOCK_EXPONENT = 16;
const BLOCK_WORDS = 1 << BLOCK_EXPONENT;

/** 32-bit numbers that only become more. It grows by blocks: nothing is copied, and a small one is small. */
export class GrowingWords {
  readonly #blocks: Uint32Array[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#blocks.length << BLOCK_EXPONENT)
      this.#blocks.push(new Uint32Array(BLOCK_WORDS));
    this.#length += 1;
    this.set(this.#length - 1, value);
  }

  /** Below `length`. */
  get(index: number): number {
    return this.#blocks[index >>> BLOCK_EXPONENT]![index & (BLOCK_WORDS - 1)]!;
  }

  set(index: number, value: number): void {
    this.#blocks[index >>> BLOCK_EXPONENT]![index & (BLOCK_WORDS - 1)] = value;
  }
}
