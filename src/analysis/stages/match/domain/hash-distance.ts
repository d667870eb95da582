import { HASH_BYTES } from '../../fingerprint/domain/track.js';

export const HASH_WORDS = HASH_BYTES / 4;

/** The same hashes as 32-bit words, eight a hash: counting bits does not mind the byte order. */
export function wordsOf(hashes: Uint8Array): Uint32Array {
  const words = new Uint32Array(hashes.length / 4);
  new Uint8Array(words.buffer).set(hashes);
  return words;
}

export function bitCount(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Bits that differ between hash `i` of `a` and hash `j` of `b`; a number beyond `most` when there are more than that. */
export function hashDistance(
  a: Uint32Array,
  i: number,
  b: Uint32Array,
  j: number,
  most: number = 8 * HASH_BYTES,
): number {
  const p = i * HASH_WORDS;
  const q = j * HASH_WORDS;
  let bits = 0;
  for (let k = 0; k < HASH_WORDS; k += 2) {
    bits += bitCount(a[p + k]! ^ b[q + k]!) + bitCount(a[p + k + 1]! ^ b[q + k + 1]!);
    if (bits > most) return bits;
  }
  return bits;
}
