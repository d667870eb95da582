import {
  CHUNKS,
  HASHES_AT,
  HITS_AT,
  MASKS_AT,
  startKernel,
  TABLE_BYTES,
  type HashKernel,
} from './hash-kernel.js';
import { Nearest, type Neighbour } from './nearest.js';

export const HASH_BYTES = 32;
const HASH_BITS = HASH_BYTES * 8;
const PAGE_BYTES = 65_536;
const LIST_BYTES_PER_RECORD = CHUNKS * 4;
const TABLES_BYTES = CHUNKS * TABLE_BYTES;
/** Records that are not sorted yet are looked at one by one: 0.04 ms for so many. */
const MOST_UNSORTED = 16_384;
/** A run of sorted records is at least so many times as long as the next: few runs to look into, and seldom a long one to sort. */
const RUN_RATIO = 4;
const MOST_RUNS = 12;
/** Their lists and tables still fit into the 4 GiB that 32-bit addresses reach. */
const MOST_HASHES = 60_000_000;

interface Run {
  readonly first: number;
  readonly end: number;
}

/**
 * Finds all 256-bit hashes within a Hamming distance: a multi-index hash (Norouzi, Punjani, Fleet: Fast Search in Hamming
 * Space with Multi-Index Hashing, CVPR 2012) of 16 chunks. Two hashes that differ in at most 31 bits agree in some chunk but
 * for one bit; up to 47, but for two: 16 chunks with three or more make 48. Beyond that all hashes are looked at.
 *
 * Records are numbered from 0 in the order in which they are added. Memory: 96 bytes a hash, and 4 MiB for each of a few runs.
 */
export class HashIndex {
  readonly #kernel: HashKernel;
  readonly #runs: Run[] = [];
  #count = 0;
  #sorted = 0;
  #nearest = new Nearest(0);

  /** @param options.mostUnsorted what may gather before it is sorted: tests have few. */
  constructor(private readonly options: { readonly mostUnsorted?: number } = {}) {
    this.#kernel = startKernel(() => this.#drain());
    this.#writeMasks();
  }

  get count(): number {
    return this.#count;
  }

  /** Resident at most: what has been grown to. */
  get bytes(): number {
    return this.#kernel.hashes.buffer.byteLength + this.#kernel.lists.buffer.byteLength;
  }

  /**
   * Adds `count` hashes that lie `stride` 32-bit words apart in `words`. They are found at once; `settle` makes that fast.
   * @throws RangeError beyond `MOST_HASHES`.
   */
  add(words: Uint32Array, count: number, stride: number): void {
    if (this.#count + count > MOST_HASHES) throw new RangeError(`more than ${MOST_HASHES} hashes`);
    grow(this.#kernel.hashes, HASHES_AT + (this.#count + count) * HASH_BYTES);
    const target = new Uint32Array(
      this.#kernel.hashes.buffer,
      HASHES_AT + this.#count * HASH_BYTES,
      count * 8,
    );
    for (let i = 0, from = 0, to = 0; i < count; i += 1, from += stride, to += 8) {
      for (let word = 0; word < 8; word += 1) target[to + word] = words[from + word]!;
    }
    this.#count += count;
  }

  /** Sorts what has gathered, when it is worth it. Takes 0.3 s for a million, seldom more than a fraction of all. */
  settle(): void {
    if (this.#count - this.#sorted < (this.options.mostUnsorted ?? MOST_UNSORTED)) return;
    let first = this.#sorted;
    for (;;) {
      const last = this.#runs.at(-1);
      const isShort = last !== undefined && last.end - last.first < RUN_RATIO * (this.#count - first);
      if (last === undefined || !(isShort || this.#runs.length === MOST_RUNS)) break;
      this.#runs.pop();
      first = last.first;
    }
    this.#sort({ first, end: this.#count });
  }

  /** The nearest `most` within `radius` bits of the hash at `at`, the nearest first; equally near ones by number. */
  search(hashes: Uint8Array, at: number, radius: number, most: number): Neighbour[] {
    const { hashes: memory, limit, hits } = this.#kernel;
    if (this.#count === 0 || most === 0) return [];
    new Uint8Array(memory.buffer, 0, HASH_BYTES).set(hashes.subarray(at, at + HASH_BYTES));
    this.#nearest = new Nearest(most);
    limit.value = Math.min(radius, HASH_BITS);
    hits.value = 0;
    const flips = Math.floor(radius / CHUNKS);
    if (flips > 2) this.#kernel.scan(0, this.#count);
    else {
      for (const [i, run] of this.#runs.entries()) {
        this.#kernel.probe(i * TABLES_BYTES, listsOf(run), run.end - run.first, MASK_COUNTS[flips]!, flips);
      }
      this.#kernel.scan(this.#sorted, this.#count);
    }
    this.#drain();
    return this.#nearest.take();
  }

  #drain(): number {
    const { hashes, limit, hits } = this.#kernel;
    const found = new Uint32Array(hashes.buffer, HITS_AT, hits.value * 2);
    for (let i = 0; i < found.length; i += 2) this.#nearest.add(found[i]!, found[i + 1]!);
    hits.value = 0;
    return Math.min(limit.value, this.#nearest.limit);
  }

  #sort(run: Run): void {
    const { lists } = this.#kernel;
    // The kernel touches the entry after the last.
    grow(lists, MOST_RUNS * TABLES_BYTES + run.end * LIST_BYTES_PER_RECORD + 4);
    const length = run.end - run.first;
    for (let chunk = 0; chunk < CHUNKS; chunk += 1) {
      const table = this.#runs.length * TABLES_BYTES + chunk * TABLE_BYTES;
      this.#kernel.sortChunk(run.first, run.end, chunk, table, listsOf(run) + chunk * length * 4);
    }
    this.#runs.push(run);
    this.#sorted = run.end;
  }

  #writeMasks(): void {
    const masks = new Uint16Array(this.#kernel.hashes.buffer, MASKS_AT, MASKS.length);
    masks.set(MASKS);
  }
}

/** Values of 16 bits with none, one and two bits set, in this order, and how many have up to so many. */
const MASKS = [0, 1, 2].flatMap((bits) =>
  Array.from({ length: 65_536 }, (_, value) => value).filter((value) => bitCount(value) === bits),
);
const MASK_COUNTS = [1, 17, 137] as const;

function bitCount(value: number): number {
  let count = 0;
  for (let rest = value; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

const listsOf = (run: Run): number => MOST_RUNS * TABLES_BYTES + run.first * LIST_BYTES_PER_RECORD;

/** Untouched pages take no memory; the eighth more spares us growing for each clip. */
function grow(memory: WebAssembly.Memory, bytes: number): void {
  const missing = bytes - memory.buffer.byteLength;
  if (missing <= 0) return;
  const most = 65_536 - memory.buffer.byteLength / PAGE_BYTES;
  memory.grow(Math.min(most, Math.ceil((missing + bytes / 8) / PAGE_BYTES)));
}
