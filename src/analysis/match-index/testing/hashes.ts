/** Bits that differ between hash `i` of `left` and hash `j` of `right`, counted one by one. */
export function distanceOf(left: Uint8Array, i: number, right: Uint8Array, j: number): number {
  let distance = 0;
  for (let byte = 0; byte < 32; byte += 1) {
    for (let rest = left[32 * i + byte]! ^ right[32 * j + byte]!; rest > 0; rest >>= 1) distance += rest & 1;
  }
  return distance;
}

/** A stream of numbers that is the same for the same seed (xorshift32, Marsaglia 2003): property tests give the seed. */
export function numbersFrom(seed: number): (below: number) => number {
  let state = (seed ^ 0x5bd1_e995) >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/**
 * Hashes as an archive has them: some by themselves, some clumped around others at every distance up to 70 bits (with
 * duplicates), and the bits that differ sometimes all in one place.
 */
export function inventHashes(count: number, seed: number): Uint8Array {
  const next = numbersFrom(seed);
  const hashes = new Uint8Array(count * 32);
  for (let i = 0; i < count; i += 1) {
    const hash = hashes.subarray(i * 32, i * 32 + 32);
    if (i === 0 || next(4) === 0) {
      for (let byte = 0; byte < 32; byte += 1) hash[byte] = next(256);
      continue;
    }
    const model = next(Math.min(i, 5));
    hash.set(hashes.subarray(model * 32, model * 32 + 32));
    const first = next(256);
    const spread = next(2) === 0 ? 1 : 17;
    for (let bit = next(71); bit > 0; bit -= 1) {
      const at = (first + bit * spread) % 256;
      hash[at >> 3]! ^= 1 << (at & 7);
    }
  }
  return hashes;
}
