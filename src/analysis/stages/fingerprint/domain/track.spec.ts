import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeTrack, emptyTrack, encodeTrack, type Track } from './track.js';

const bytesOf = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const tracks = fc.nat({ max: 12 }).chain((count) =>
  fc
    .tuple(
      fc.uint32Array({ minLength: count, maxLength: count }),
      bytesOf(count),
      bytesOf(count),
      bytesOf(count),
      bytesOf(count * 32),
      bytesOf(count * 32),
    )
    .map(([ptsMs, quality, view, luma, hashes, mirrored]): Track => ({
      ...{ count, ptsMs, quality, view, luma, hashes, mirrored },
    })),
);

describe('a track as bytes', () => {
  it('comes back as it was, wherever in a buffer the bytes lie', () => {
    fc.assert(
      fc.property(tracks, fc.nat({ max: 7 }), (track, offset) => {
        const encoded = encodeTrack(track);
        const shifted = new Uint8Array(encoded.length + offset);
        shifted.set(encoded, offset);
        expect(decodeTrack(shifted.subarray(offset))).toEqual(track);
      }),
    );
  });

  it('is refused when a record is cut off', () => {
    expect(() => decodeTrack(encodeTrack(emptyTrack(2)).subarray(1))).toThrow(RangeError);
  });
});
