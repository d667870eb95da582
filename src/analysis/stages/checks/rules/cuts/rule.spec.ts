import { describe, expect, it } from '@jest/globals';
import { copy, madeFacts } from '../../testing/made-facts.js';
import type { CheckFacts } from '../../domain/facts.js';
import { cuts } from './rule.js';
import { seamsOf } from './seams.js';

const frames = (atMs: number[]): CheckFacts['frames'] => ({
  keyframes: [
    { id: 'scene', ptsMs: 4_000, kind: 'scene' },
    { id: 'between', ptsMs: 6_000, kind: 'interval' },
  ],
  cuts: atMs.map((startMs) => ({ startMs, endMs: startMs, kind: 'hard' })),
  luma: [],
});
const stretch = (startMs: number, endMs: number, otherStartMs: number) => ({
  ...{ startMs, endMs, otherStartMs, otherEndMs: otherStartMs + endMs - startMs },
});

describe('cuts', () => {
  it('are noted with their times and the pictures after them', () => {
    const [answer] = cuts.check(madeFacts({ frames: frames([4_000, 62_000]) }));
    expect(answer).toMatchObject({ outcome: 'neutral', evidence: [{ kind: 'frame', ref: 'scene' }] });
    expect(answer?.summary).toContain('2 cuts, at 0:04, 1:02.');
  });

  it('by the thousand are counted, and the first are named', () => {
    const [answer] = cuts.check(
      madeFacts({ frames: frames(Array.from({ length: 3_000 }, (_, i) => i * 1_000)) }),
    );
    expect(answer?.summary).toContain('and 2990 more');
    expect(JSON.stringify(answer).length).toBeLessThan(8_000);
  });

  it('that were not found, or not looked for, are no argument', () => {
    expect(cuts.check(madeFacts({ frames: frames([]) }))[0]?.outcome).toBe('not_applicable');
    expect(cuts.check(madeFacts())[0]?.summary).toContain('could not be looked through');
  });
});

describe('where two copies part and meet again', () => {
  it('something inserted here, or removed here, is told with its times', () => {
    expect(seamsOf([stretch(0, 5_000, 10_000), stretch(8_000, 12_000, 15_100)])).toEqual([
      { kind: 'inserted', startMs: 5_000, endMs: 8_000, otherStartMs: 15_000, otherEndMs: 15_100 },
    ]);
    expect(seamsOf([stretch(0, 5_000, 10_000), stretch(5_200, 9_000, 20_000)])).toMatchObject([
      { kind: 'removed', otherStartMs: 15_000, otherEndMs: 20_000 },
    ]);
    const [, answer] = cuts.check(
      madeFacts({
        copies: [copy({ segments: [stretch(0, 5_000, 10_000), stretch(8_000, 12_000, 15_100)] })],
      }),
    );
    expect(answer?.summary).toContain('0:05–0:08 here is not there');
  });

  it('a gap on both sides, a compilation out of order and one stretch are no seam', () => {
    expect(seamsOf([stretch(0, 5_000, 10_000), stretch(8_000, 12_000, 18_000)])).toEqual([]);
    expect(seamsOf([stretch(0, 5_000, 50_000), stretch(8_000, 12_000, 3_000)])).toEqual([]);
    expect(seamsOf([stretch(0, 5_000, 10_000)])).toEqual([]);
    expect(seamsOf([])).toEqual([]);
  });
});
