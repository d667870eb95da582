import { emptyRoot, nodeHash, splitPoint } from './merkle-hash.js';

/** RFC 6962 Merkle tree over leaf hashes held in memory: roots and proofs of every size up to its own. */
export class MerkleTree {
  readonly #leaves: Uint8Array[];

  constructor(leaves: readonly Uint8Array[] = []) {
    this.#leaves = [...leaves];
  }

  get size(): number {
    return this.#leaves.length;
  }

  append(leaf: Uint8Array): void {
    this.#leaves.push(leaf);
  }

  root(size = this.size): Uint8Array {
    this.#mustHold(size);
    return size === 0 ? emptyRoot() : this.#subtree(0, size);
  }

  /** RFC 6962 §2.1.1. `index` counts from 0. */
  inclusionProof(index: number, size = this.size): Uint8Array[] {
    this.#mustHold(size);
    if (!Number.isInteger(index) || index < 0 || index >= size) throw new RangeError('no such leaf');
    return this.#path(index, 0, size);
  }

  /** RFC 6962 §2.1.2: that the tree of `older` entries is the beginning of the tree of `newer`. */
  consistencyProof(older: number, newer = this.size): Uint8Array[] {
    this.#mustHold(newer);
    if (!Number.isInteger(older) || older < 0 || older > newer) throw new RangeError('no such older tree');
    if (older === 0 || older === newer) return [];
    return this.#consistency(older, 0, newer, true);
  }

  #path(index: number, start: number, end: number): Uint8Array[] {
    if (end - start === 1) return [];
    const split = start + splitPoint(end - start);
    return index < split
      ? [...this.#path(index, start, split), this.#subtree(split, end)]
      : [...this.#path(index, split, end), this.#subtree(start, split)];
  }

  #consistency(older: number, start: number, end: number, whole: boolean): Uint8Array[] {
    // The verifier knows the older root already when it is a whole subtree.
    if (older === end) return whole ? [] : [this.#subtree(start, end)];
    const split = start + splitPoint(end - start);
    return older <= split
      ? [...this.#consistency(older, start, split, whole), this.#subtree(split, end)]
      : [...this.#consistency(older, split, end, false), this.#subtree(start, split)];
  }

  #subtree(start: number, end: number): Uint8Array {
    if (end - start === 1) return this.#leaves[start] as Uint8Array;
    const split = start + splitPoint(end - start);
    return nodeHash(this.#subtree(start, split), this.#subtree(split, end));
  }

  #mustHold(size: number): void {
    if (!Number.isInteger(size) || size < 0 || size > this.size) throw new RangeError('no such tree size');
  }
}
