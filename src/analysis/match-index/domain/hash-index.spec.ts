import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { distanceOf, inventHashes, numbersFrom } from '../testing/hashes.js';
import { HashIndex } from './hash-index.js';
import type { Neighbour } from './nearest.js';

function bruteForce(archive: Uint8Array, query: Uint8Array, radius: number, most: number): Neighbour[] {
  return Array.from({ length: archive.length / 32 }, (_, record) => ({
    record,
    distance: distanceOf(archive, record, query, 0),
  }))
    .filter(({ distance }) => distance <= radius)
    .toSorted((a, b) => a.distance - b.distance || a.record - b.record)
    .slice(0, most);
}

function add(index: HashIndex, hashes: Uint8Array): void {
  index.add(new Uint32Array(new Uint8Array(hashes).buffer), hashes.length / 32, 8);
}

/** `flips` bits in each of the 16 chunks, next to each other from bit `turn` on, and one less in chunk `kept`. */
function withBitsTurned(hash: Uint8Array, flips: number, kept: number, turn: number): Uint8Array {
  const chunks = new Uint16Array(Uint8Array.from(hash).buffer);
  for (let chunk = 0; chunk < 16; chunk += 1) {
    const bits = chunk === kept ? flips - 1 : flips;
    for (let bit = 0; bit < bits; bit += 1) chunks[chunk]! ^= 1 << ((turn + bit) % 16);
  }
  return new Uint8Array(chunks.buffer);
}

const radii = fc.oneof(fc.nat({ max: 70 }), fc.constantFrom(0, 15, 16, 31, 32, 47, 48, 63, 255, 256));

describe('the hash index', () => {
  it('finds what looking at every hash finds, for every radius, sorted or not', () => {
    fc.assert(
      fc.property(
        fc.record({
          seed: fc.nat(),
          count: fc.nat({ max: 400 }),
          sortEvery: fc.integer({ min: 30, max: 300 }),
        }),
        radii,
        fc.oneof(fc.constant(1_000), fc.integer({ min: 1, max: 5 })),
        ({ seed, count, sortEvery }, radius, most) => {
          const archive = inventHashes(count, seed);
          const index = new HashIndex({ mostUnsorted: sortEvery });
          for (let at = 0; at < archive.length; at += 37 * 32) {
            add(index, archive.subarray(at, at + 37 * 32));
            index.settle();
          }
          expect(index.count).toBe(count);
          const queries = [inventHashes(1, seed + 1), archive.subarray(0, 32), archive.subarray(-32)];
          for (const query of queries.filter(({ length }) => length === 32)) {
            expect(index.search(query, 0, radius, most)).toEqual(bruteForce(archive, query, radius, most));
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it.each([
    [31, 2],
    [47, 3],
  ])('within %d bits finds hashes that differ by %d bits in all chunks but any one', (radius, flips) => {
    const query = inventHashes(1, 7);
    const index = new HashIndex({ mostUnsorted: 1 });
    for (let kept = 0; kept < 16; kept += 1) {
      for (let turn = 0; turn < 16; turn += 1) add(index, withBitsTurned(query, flips, kept, turn));
    }
    index.settle();
    const all = Array.from({ length: 256 }, (_, record) => ({ record, distance: radius }));
    expect(index.search(query, 0, radius, 1_000)).toEqual(all);
    expect(index.search(query, 0, radius - 1, 1_000)).toEqual([]);
  });

  it('gives the nearest of very many equal ones, the first of them, and each once', () => {
    const same = inventHashes(1, 3);
    const index = new HashIndex({ mostUnsorted: 1 });
    const many = new Uint8Array(32 * 20_000);
    for (let i = 0; i < 20_000; i += 1) many.set(same, i * 32);
    add(index, many);
    index.settle();
    add(index, same);
    const hits = index.search(same, 0, 31, 10_000);
    expect(hits).toHaveLength(10_000);
    expect(hits.map(({ record }) => record)).toEqual(Array.from({ length: 10_000 }, (_, i) => i));
    expect(index.search(same, 0, 31, 30_000)).toHaveLength(20_001);
  });

  it('takes hashes out of wider records', () => {
    const next = numbersFrom(9);
    const records = Uint32Array.from({ length: 10 * 3 }, () => next(2 ** 31));
    const index = new HashIndex();
    index.add(records, 3, 10);
    for (let i = 0; i < 3; i += 1) {
      const hash = new Uint8Array(records.buffer, i * 40, 32);
      expect(index.search(hash, 0, 0, 9)).toEqual([{ record: i, distance: 0 }]);
    }
  });

  it('asked for nothing gives nothing', () => {
    const index = new HashIndex();
    expect(index.search(new Uint8Array(32), 0, 256, 9)).toEqual([]);
    add(index, new Uint8Array(32));
    expect(index.search(new Uint8Array(32), 0, 256, 0)).toEqual([]);
  });

  it('refuses more than it can hold, and stays as it was', () => {
    const index = new HashIndex();
    expect(() => index.add(new Uint32Array(), 60_000_001, 8)).toThrow(RangeError);
    expect(index.count).toBe(0);
  });
});
