import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { alignSound } from './align-sound.js';
import { dice } from './testing/made-tracks.js';

const STEP_MS = 124;

/** Sound as chromaprint sees it: neighbouring words share most of their bits. */
function madeSound(seed: number, length: number): Uint32Array {
  const next = dice(seed);
  const words = new Uint32Array(length);
  let word = Math.floor(next() * 2 ** 32);
  for (let i = 0; i < length; i += 1) {
    for (let k = 0; k < 4; k += 1) word ^= 1 << Math.floor(next() * 32);
    words[i] = word;
  }
  return words;
}

function noisy(words: Uint32Array, bits: number, seed: number): Uint32Array {
  const next = dice(seed);
  return words.map((word) => {
    let turned = word;
    for (let k = 0; k < bits; k += 1) turned ^= 1 << Math.floor(next() * 32);
    return turned;
  });
}

function joined(...parts: Uint32Array[]): Uint32Array {
  return Uint32Array.from(parts.flatMap((part) => [...part]));
}

describe('alignment of sound', () => {
  it('finds the stretch that one clip has of the other, within a second', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.nat({ max: 200 }),
        fc.nat({ max: 4 }),
        (seed, from, bits) => {
          const source = madeSound(seed, 600);
          const copy = noisy(source.subarray(from, from + 120), bits, seed);
          const found = alignSound(
            joined(madeSound(seed + 1, 40), copy, madeSound(seed + 2, 40)),
            source,
            STEP_MS,
          );
          expect(found).toHaveLength(1);
          expect(Math.abs(found![0]!.startMs - 40 * STEP_MS)).toBeLessThan(1_000);
          expect(Math.abs(found![0]!.endMs - 160 * STEP_MS)).toBeLessThan(1_000);
          expect(Math.abs(found![0]!.otherStartMs - found![0]!.startMs - (from - 40) * STEP_MS)).toBeLessThan(
            2,
          );
        },
      ),
      { numRuns: 30 },
    );
  });

  it('finds nothing in unrelated sound', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        expect(alignSound(madeSound(seed, 500), madeSound(seed + 1, 500), STEP_MS)).toBeNull();
      }),
      { numRuns: 30 },
    );
  });

  it('silence and a steady tone are nobody’s', () => {
    const tone = new Uint32Array(400).map((_, i) => [627_964_279, 627_964_278, 627_931_511][i % 3]!);
    expect(alignSound(new Uint32Array(400), new Uint32Array(300), STEP_MS)).toBeNull();
    expect(alignSound(tone, tone, STEP_MS)).toBeNull();
    expect(alignSound(new Uint32Array(0), tone, STEP_MS)).toBeNull();
  });

  it('a clip played twice has the sound twice', () => {
    const once = madeSound(7, 80);
    expect(alignSound(joined(once, once), once, STEP_MS)?.map(({ startMs }) => startMs)).toEqual([
      0,
      80 * STEP_MS,
    ]);
  });
});
