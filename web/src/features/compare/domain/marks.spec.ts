import { expect, it } from '@jest/globals';
import { marksOf } from './marks';
import type { Segment } from './segment-map';

const segments: Segment[] = [
  { startMs: 0, endMs: 500, otherStartMs: 1_000, otherEndMs: 1_500, mirrored: false, speed: 1, score: 1 },
];

it('marks a segment on the bar of either clip', () => {
  expect(marksOf(segments, 'this', 1_000)).toEqual([{ fromPercent: 0, widthPercent: 50 }]);
  expect(marksOf(segments, 'other', 2_000)).toEqual([{ fromPercent: 50, widthPercent: 25 }]);
});

it('stays on the bar when the clip is shorter than its segments say, or of unknown length', () => {
  expect(marksOf(segments, 'other', 1_200)[0]?.widthPercent).toBeCloseTo(16.67, 1);
  expect(marksOf(segments, 'this', 0)).toEqual([{ fromPercent: 0, widthPercent: 0 }]);
});
