import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { numbersFrom } from '../testing/hashes.js';
import { SoundIndex } from './sound-index.js';

/** Words as chromaprint gives them for sound that changes. */
function invent(count: number, seed: number): Uint32Array {
  const next = numbersFrom(seed);
  return Uint32Array.from({ length: count }, () => next(2 ** 32));
}

describe('the sound index', () => {
  it('finds a stretch of sound wherever it lies on both sides', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.nat({ max: 300 }),
        fc.nat({ max: 300 }),
        fc.integer({ min: 3, max: 100 }),
        (seed, before, theirs, length) => {
          const shared = invent(length, seed);
          const index = new SoundIndex();
          index.add(7, invent(500, seed + 1));
          index.add(8, Uint32Array.of(...invent(theirs, seed + 2), ...shared));
          index.add(9, invent(500, seed + 3));
          const hits = index.search(Uint32Array.of(...invent(before, seed + 4), ...shared));
          expect(hits).toEqual([{ fingerprintId: 8, common: length, offset: theirs - before }]);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('puts the fingerprint with most in common first, and gives at most 200', () => {
    const index = new SoundIndex();
    const ours = invent(400, 1);
    for (let id = 1; id <= 300; id += 1) index.add(id, ours.subarray(0, id));
    const hits = index.search(ours);
    expect(hits).toHaveLength(200);
    expect(hits[0]).toEqual({ fingerprintId: 300, common: 300, offset: 0 });
    expect(hits.at(-1)).toEqual({ fingerprintId: 101, common: 101, offset: 0 });
  });

  it('passes over what too many have, and silence counts once', () => {
    const index = new SoundIndex();
    const jingle = invent(20, 5);
    for (let id = 1; id <= 3_000; id += 1) index.add(id, jingle);
    index.add(4_000, new Uint32Array(5_000).fill(627_964_279));
    expect(index.search(jingle)).toEqual([]);
    expect(index.search(new Uint32Array(5_000).fill(627_964_279))).toEqual([]);
    expect(index.count).toBe(3_000 * 20 + 1);
  });

  it('needs three words in common', () => {
    const index = new SoundIndex();
    index.add(1, Uint32Array.of(10, 11, 12, 13));
    expect(index.search(Uint32Array.of(10, 11, 99))).toEqual([]);
    expect(index.search(Uint32Array.of(10, 99, 12, 13))).toEqual([
      { fingerprintId: 1, common: 3, offset: 0 },
    ]);
  });

  it('asked for nothing, or knowing nothing, gives nothing', () => {
    const index = new SoundIndex();
    expect(index.search(invent(10, 1))).toEqual([]);
    index.add(1, new Uint32Array());
    expect(index.search(new Uint32Array())).toEqual([]);
  });

  it('thins out the words of very long sound, and still finds it', () => {
    const long = invent(40_000, 3);
    const index = new SoundIndex();
    index.add(1, long);
    const [hit] = index.search(long);
    expect(hit).toMatchObject({ fingerprintId: 1, offset: 0 });
    expect(hit?.common).toBeGreaterThan(10_000);
  });
});
