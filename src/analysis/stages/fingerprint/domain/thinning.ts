import { LEAST_QUALITY } from './pdq.js';
import { HASH_BYTES } from './track.js';

/** A sample within so many bits of the last kept one would find nothing that that one does not find. */
export const SAME_PICTURE_BITS = 20;

/** Bits that differ between two hashes of 32 bytes, each at its own place. */
export function hammingDistance(one: Uint8Array, oneAt: number, other: Uint8Array, otherAt: number): number {
  let bits = 0;
  for (let i = 0; i < HASH_BYTES; i += 1) bits += BITS_OF[one[oneAt + i]! ^ other[otherAt + i]!]!;
  return bits;
}

const BITS_OF = Uint8Array.from({ length: 256 }, (_, byte) => byte.toString(2).replaceAll('0', '').length);

/** Chooses by content which samples of one view are worth looking for. Even pictures never are: their bits are noise. */
export class Thinning {
  readonly #last = new Uint8Array(HASH_BYTES);
  #hasLast = false;

  isWorthKeeping(quality: number, hashes: Uint8Array, at: number): boolean {
    if (quality < LEAST_QUALITY) return false;
    if (this.#hasLast && hammingDistance(this.#last, 0, hashes, at) <= SAME_PICTURE_BITS) return false;
    this.#last.set(hashes.subarray(at, at + HASH_BYTES));
    this.#hasLast = true;
    return true;
  }
}
