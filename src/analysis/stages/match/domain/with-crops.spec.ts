import { describe, expect, it } from '@jest/globals';
import { encodeIndexRecords } from '../../fingerprint/domain/index-records.js';
import { HASH_BYTES, VIEWS } from '../../fingerprint/domain/track.js';
import { alignTracks } from './align-tracks.js';
import { madeTrack, wanderingScene, type Take } from './testing/made-tracks.js';
import { withCrops } from './with-crops.js';

const crop90 = VIEWS.indexOf('crop90');
const record = (ptsMs: number, view: number, fill = 7) => ({
  hash: new Uint8Array(HASH_BYTES).fill(fill),
  ...{ ptsMs, view, quality: 90 },
});

describe('a dense track with the crops of its index records', () => {
  const take: Take = { scene: wanderingScene(1, 2), fromMs: 0, lengthMs: 300 };

  it('has both by time, and passes over records that the track has already', () => {
    const records = encodeIndexRecords([record(0, 0), record(100, crop90), record(900, crop90)]);
    const joined = withCrops(madeTrack([take]), records);
    expect([...joined.ptsMs]).toEqual([0, 100, 100, 200, 900]);
    expect([...joined.view]).toEqual([0, 0, crop90, 0, crop90]);
    expect([...joined.hashes.subarray(2 * HASH_BYTES, 3 * HASH_BYTES)]).toEqual(
      Array<number>(HASH_BYTES).fill(7),
    );
  });

  it('lies on a cropped copy, plain or mirrored, whichever of the two is longer', () => {
    const whole = wanderingScene(5, 20);
    const inner = wanderingScene(6, 20);
    const original = madeTrack([{ scene: whole, fromMs: 0, lengthMs: 12_000 }]);
    const crops = Array.from({ length: 60 }, (_, i) => ({
      ...record(i * 200, crop90),
      hash: inner(i * 200).slice(0, HASH_BYTES),
    }));
    const withTheirs = withCrops(original, encodeIndexRecords(crops));
    const found = [false, true].flatMap((mirrored) =>
      [5_000, 20_000].map((lengthMs) => {
        const copy = madeTrack([{ scene: inner, fromMs: 0, lengthMs, mirrored }]);
        const segment = alignTracks(copy, withTheirs)?.segments[0];
        return {
          mirrored: segment?.mirrored,
          isWhole: (segment?.endMs ?? 0) >= Math.min(lengthMs, 12_000) - 300,
        };
      }),
    );
    expect(found).toEqual([
      { mirrored: false, isWhole: true },
      { mirrored: false, isWhole: true },
      { mirrored: true, isWhole: true },
      { mirrored: true, isWhole: true },
    ]);
  });

  it('bytes that are no records are refused', () => {
    expect(() => withCrops(madeTrack([take]), new Uint8Array(41))).toThrow(RangeError);
  });
});
