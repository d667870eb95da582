/** An invented archive of frame hashes, the same at each call: packed records, clip by clip. */
export const RECORD_WORDS = 10;
export const RECORDS_IN_A_CLIP = 500;
const CLIPS_IN_A_CLUMP = 20;

/** xorshift32 (Marsaglia 2003). */
function numbers(seed) {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}

export function turnBits(words, bits, seed) {
  const next = numbers(Math.imul(seed + 1, 0x9e37_79b1));
  for (let i = 0; i < bits; i += 1) {
    const bit = next() % 256;
    words[bit >> 5] ^= 1 << (bit & 31);
  }
}

/** Yields the same array again and again: each clip's records. */
export function* inventArchive(size) {
  const next = numbers(20_261_123);
  const records = new Uint32Array(RECORDS_IN_A_CLIP * RECORD_WORDS);
  const centre = new Uint32Array(8);
  for (let clip = 0; clip * RECORDS_IN_A_CLIP < size; clip += 1) {
    const kind = Math.floor(clip / CLIPS_IN_A_CLUMP) % 3;
    if (clip % CLIPS_IN_A_CLUMP === 0 || kind === 2) for (let w = 0; w < 8; w += 1) centre[w] = next();
    for (let i = 0; i < RECORDS_IN_A_CLIP; i += 1) {
      const hash = records.subarray(i * RECORD_WORDS, i * RECORD_WORDS + 8);
      if (kind === 0) for (let w = 0; w < 8; w += 1) hash[w] = next();
      else {
        hash.set(centre);
        for (let bits = kind === 1 ? next() % 41 : 20 + (next() % 41); bits > 0; bits -= 1) {
          const bit = next() % 256;
          hash[bit >> 5] ^= 1 << (bit & 31);
        }
        if (kind === 2) centre.set(hash);
      }
      records[i * RECORD_WORDS + 8] = i * 100;
      records[i * RECORD_WORDS + 9] = 90;
    }
    yield records;
  }
}
