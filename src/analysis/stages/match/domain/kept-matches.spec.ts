import { describe, expect, it } from '@jest/globals';
import { keptMatches, type MatchedClip } from './kept-matches.js';

const match = (clipId: string, knownAtMs: number, score: number): MatchedClip => ({
  clipId,
  knownAtMs,
  alignment: { mirrored: false, speed: 1, score, coverage: 1, otherCoverage: 1, segments: [] },
});
const ids = (matches: readonly MatchedClip[]) => matches.map(({ clipId }) => clipId);

describe('the matches that are told of', () => {
  it('are all of them while they are few', () => {
    const all = [match('a', 2, 0.1), match('b', 1, 0.2)];
    expect(keptMatches(all, 2)).toEqual(all);
  });

  it('are half the earliest known, half those that agree best, in the order given', () => {
    const all = [
      match('late and poor', 9, 0.1),
      match('late and good', 8, 0.9),
      match('early and poor', 1, 0.2),
      match('later, quite good', 7, 0.8),
      match('early and good', 2, 1),
    ];
    expect(ids(keptMatches(all, 4))).toEqual([
      'late and good',
      'early and poor',
      'later, quite good',
      'early and good',
    ]);
  });

  it('are the same whatever the order of equals', () => {
    const all = ['d', 'b', 'c', 'a'].map((id) => match(id, 1, 1));
    expect(ids(keptMatches(all, 2)).toSorted()).toEqual(ids(keptMatches(all.toReversed(), 2)).toSorted());
  });

  it('are a hundred of ten thousand copies', () => {
    const copies = Array.from({ length: 10_000 }, (_, i) => match(String(i), i, 1));
    expect(keptMatches(copies)).toHaveLength(100);
  });
});
