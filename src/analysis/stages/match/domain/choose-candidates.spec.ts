import { describe, expect, it } from '@jest/globals';
import type { IndexHit } from '../../../match-index/match-index.js';
import { HASH_BYTES, type Track } from '../../fingerprint/domain/track.js';
import { chooseCandidates } from './choose-candidates.js';
import { chooseQueries, LOOKS, type FrameQueries } from './choose-queries.js';
import { madeTrack, wanderingScene } from './testing/made-tracks.js';

function moving(seconds: number, quality = 100): Track {
  return madeTrack([
    { scene: wanderingScene(3, seconds, 300), fromMs: 0, lengthMs: seconds * 1000, quality },
  ]);
}

describe('what the index is asked for', () => {
  it('pictures all over the clip, each both ways round, within the bound', () => {
    const { frames, hashes } = chooseQueries(moving(600), { samples: 60 });
    expect(frames).toHaveLength(120);
    expect(hashes).toHaveLength(120 * HASH_BYTES);
    expect(frames[0]).toEqual({ ptsMs: 0, view: 0, mirrored: false });
    expect(frames.at(-1)!.ptsMs).toBeGreaterThan(590_000);
    expect(frames.filter(({ mirrored }) => mirrored)).toHaveLength(60);
  });

  it('the hash and the mirrored hash of that very sample', () => {
    const track = moving(2);
    const { hashes } = chooseQueries(track, { samples: 5 });
    expect(hashes.subarray(0, HASH_BYTES)).toEqual(track.hashes.subarray(0, HASH_BYTES));
    expect(hashes.subarray(HASH_BYTES, 2 * HASH_BYTES)).toEqual(track.mirrored.subarray(0, HASH_BYTES));
  });

  it('nothing of flat pictures, and a still picture once', () => {
    const still = madeTrack([{ scene: wanderingScene(4, 1, 0), fromMs: 0, lengthMs: 30_000 }]);
    expect(chooseQueries(moving(5, 49), LOOKS[0]!).frames).toHaveLength(0);
    expect(chooseQueries(still, LOOKS[0]!).frames).toHaveLength(2);
  });
});

describe('which fingerprints are worth laying on the clip', () => {
  const frames = Array.from({ length: 20 }, (_, i) => ({ ptsMs: 500 * i, view: 0, mirrored: i % 2 === 1 }));
  const queries: FrameQueries = { frames, hashes: new Uint8Array(frames.length * HASH_BYTES) };
  const hit = (query: number, fingerprintId: number, ptsMs: number, distance: number): IndexHit => ({
    ...{ query, fingerprintId, ptsMs, distance, view: 0 },
  });
  const chosen = (hits: readonly IndexHit[], most?: number): number[] =>
    chooseCandidates([{ queries, hits }], most).map(({ fingerprintId }) => fingerprintId);

  it('one exact picture suffices, wide ones must agree over time', () => {
    const scattered = [hit(0, 2, 5_000, 58), hit(2, 2, 90_000, 58), hit(4, 2, 40_000, 58)];
    const agreeing = [hit(0, 3, 7_000, 58), hit(2, 3, 8_000, 58), hit(4, 3, 9_000, 58)];
    expect(chosen([hit(0, 1, 0, 20), ...scattered, ...agreeing])).toEqual([1, 3]);
  });

  it('plain and mirrored pictures do not vote together', () => {
    expect(chosen([hit(0, 1, 7_000, 58), hit(2, 1, 8_000, 58), hit(3, 1, 8_500, 58)])).toEqual([]);
  });

  it('a picture that stands still in the other clip votes once', () => {
    expect(chosen(Array.from({ length: 50 }, (_, i) => hit(0, 1, 10 * i, 58)))).toEqual([]);
  });

  it('most votes first, among equals the earlier fingerprint, never more than the bound', () => {
    const copies = Array.from({ length: 10_000 }, (_, i) => hit(0, 10_000 - i, 0, 2));
    expect(chosen([...copies, hit(2, 77, 1_000, 4)], 3)).toEqual([77, 1, 2]);
    expect(chosen(copies)).toHaveLength(200);
  });

  it('a hit for a picture that was not asked for is passed over', () => {
    expect(chosen([hit(99, 1, 0, 0)])).toEqual([]);
  });
});
