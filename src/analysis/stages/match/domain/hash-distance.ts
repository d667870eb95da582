import { HASH_BYTES } from '../../fingerprint/domain/track.js';

const HASH_WORDS = HASH_BYTES / 4;

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

/** Where the cosine transform's columns are odd: what changes its sign when the picture is turned left to right. */
const ODD_COLUMNS = 0x55;

/**
 * About the hash of the picture turned left to right: exact where a coefficient is not close to the median (on real
 * clips 4 to 6 bits off, 16 at most).
 */
export function aboutMirrored(hash: Uint8Array): Uint8Array {
  return hash.map((byte) => byte ^ ODD_COLUMNS);
}
