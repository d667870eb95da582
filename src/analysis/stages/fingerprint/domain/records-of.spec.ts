import { describe, expect, it } from '@jest/globals';
import { blobs } from '../testing/pictures.js';
import { evenCountOf, recordsOf } from './records-of.js';
import { decodeSoundWords, encodeSoundWords, isTellingSound } from './sound-words.js';
import { trackOfGreyFrames } from './track-builder.js';
import { VIEWS } from './track.js';

const SOURCE = { width: 640, height: 360 };
const EVEN = new Uint8Array(256 * 256).fill(90);

/** A tenth of a second between pictures. */
function recordsFor(greys: readonly Uint8Array[]): (readonly [number, string])[] {
  const { track, crops } = trackOfGreyFrames(
    greys.map((grey, i) => ({ ptsMs: 100 * i, grey })),
    SOURCE,
  );
  return recordsOf(track, crops).map(({ ptsMs, view }) => [ptsMs, VIEWS[view]!] as const);
}

const allOf = (ptsMs: number) => ['whole', 'crop95', 'crop90', 'crop85'].map((view) => [ptsMs, view]);

describe('what is worth looking for', () => {
  it('is a picture once, however long it stands, with its centre crops', () => {
    const [one, other] = [blobs(31), blobs(32)];
    expect(recordsFor([one, one, one, other, other, one])).toEqual([
      ...allOf(0),
      ...allOf(300),
      ...allOf(500),
    ]);
  });

  it('is no even picture; nor is what comes back after it, if it is the same', () => {
    expect(recordsFor([EVEN, blobs(33), EVEN, blobs(33), EVEN])).toEqual(allOf(100));
  });

  it('is nothing of an even clip', () => {
    expect(recordsFor([EVEN, EVEN])).toEqual([]);
    const { track } = trackOfGreyFrames([{ ptsMs: 0, grey: EVEN }], SOURCE);
    expect([track.count, evenCountOf(track), track.luma[0]]).toEqual([1, 1, 90]);
  });

  it('has the times of pictures across blocks in which borders are sought', () => {
    const [one, other] = [blobs(34), blobs(35)];
    const greys = Array.from({ length: 45 }, (_, i) => (i < 41 ? one : other));
    expect(recordsFor(greys)).toEqual([...allOf(0), ...allOf(4100)]);
  });
});

describe('words of sound', () => {
  it('come back as they were, also from within a larger buffer', () => {
    const words = Uint32Array.of(1, 0xffffffff, 0x80000000, 42);
    const within = Buffer.concat([Buffer.from('x'), encodeSoundWords(words)]).subarray(1);
    expect(decodeSoundWords(within)).toEqual(words);
    expect([...encodeSoundWords(Uint32Array.of(1))]).toEqual([1, 0, 0, 0]);
    expect(() => decodeSoundWords(within.subarray(1))).toThrow(RangeError);
  });

  it('tell nothing when they are few or always the same', () => {
    const varied = Uint32Array.from({ length: 60 }, (_, i) => Math.imul(i, 2654435761));
    expect(isTellingSound(varied)).toBe(true);
    expect(isTellingSound(varied.subarray(0, 20))).toBe(false);
    expect(isTellingSound(new Uint32Array(600).fill(627_964_279))).toBe(false);
  });
});
