import { emptyRoot, HASH_BYTES, nodeHash } from './merkle-hash.js';

/**
 * The whole left edge of an RFC 6962 tree: one hash for each set bit of its size, largest subtree first. Enough to go on
 * appending and to give the root, without the leaves before it; 20 hashes stand for a million events.
 */
export class CompactRange {
  #size: number;
  readonly #hashes: Uint8Array[];

  private constructor(size: number, hashes: Uint8Array[]) {
    this.#size = size;
    this.#hashes = hashes;
  }

  static empty(): CompactRange {
    return new CompactRange(0, []);
  }

  /** Reads what `toBytes` wrote. @throws RangeError when the length does not fit the size. */
  static fromBytes(size: number, bytes: Uint8Array): CompactRange {
    if (!Number.isSafeInteger(size) || size < 0 || bytes.length !== setBits(size) * HASH_BYTES) {
      throw new RangeError('the bytes are no compact range of this size');
    }
    const hashes: Uint8Array[] = [];
    for (let at = 0; at < bytes.length; at += HASH_BYTES) hashes.push(bytes.slice(at, at + HASH_BYTES));
    return new CompactRange(size, hashes);
  }

  get size(): number {
    return this.#size;
  }

  append(leaf: Uint8Array): void {
    let hash = leaf;
    // Each trailing one-bit of the size is a full subtree that the new leaf completes to one twice its size.
    for (let size = this.#size; size % 2 === 1; size = (size - 1) / 2) {
      hash = nodeHash(this.#hashes.pop() as Uint8Array, hash);
    }
    this.#hashes.push(hash);
    this.#size += 1;
  }

  root(): Uint8Array {
    const [smallest, ...larger] = this.#hashes.toReversed();
    if (smallest === undefined) return emptyRoot();
    return larger.reduce((right, left) => nodeHash(left, right), smallest);
  }

  toBytes(): Buffer {
    return Buffer.concat(this.#hashes);
  }
}

function setBits(size: number): number {
  let bits = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) bits += rest % 2;
  return bits;
}
