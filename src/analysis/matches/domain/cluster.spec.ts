import { describe, expect, it } from '@jest/globals';
import { describeCluster, type Copy } from './cluster.js';

const copy = (clipId: string, year: number, more: Partial<Copy> = {}): Copy => ({
  clipId,
  firstKnown: { at: new Date(Date.UTC(year, 0)), by: 'post_id' },
  durationMs: null,
  width: null,
  height: null,
  bitRate: null,
  ...more,
});

describe('a cluster', () => {
  it('names the earliest known, the longest and the best copy', () => {
    const { copies, ...named } = describeCluster([
      copy('reposted', 2020, { durationMs: 4_000, width: 640, height: 480, bitRate: 900_000 }),
      copy('first', 2015, { durationMs: 6_000, width: 320, height: 240, bitRate: 9_000_000 }),
      copy('long', 2018, { durationMs: 60_000, width: 480, height: 640, bitRate: 1_000_000 }),
    ]);
    expect(named).toEqual({ earliestKnown: 'first', longest: 'long', bestQuality: 'long' });
    expect(copies.map(({ clipId }) => clipId)).toEqual(['first', 'long', 'reposted']);
  });

  it('names of equals the one that is known earlier', () => {
    const same = { durationMs: 4_000, width: 640, height: 480, bitRate: null };
    const named = describeCluster([copy('b', 2020, same), copy('a', 2019, same)]);
    expect(named).toMatchObject({ earliestKnown: 'a', longest: 'a', bestQuality: 'a' });
  });

  it('names none where nothing is known', () => {
    expect(describeCluster([copy('a', 2020)])).toMatchObject({
      earliestKnown: 'a',
      longest: null,
      bestQuality: null,
    });
    expect(describeCluster([])).toMatchObject({ copies: [], earliestKnown: null });
  });
});
