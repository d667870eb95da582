import { expect, it } from '@jest/globals';
import { rangeAhead, rangeAt } from './range-at.js';

const ranges = [
  { startMs: 1000, endMs: 2000 },
  { startMs: 5000, endMs: 5000 },
];

it.each([
  [999, undefined],
  [1000, 1000],
  [2000, 1000],
  [2001, undefined],
  [5000, 5000],
])('at %d ms lies in the passage from %s', (ptsMs, expected) => {
  expect(rangeAt(ranges, ptsMs)?.startMs).toBe(expected);
});

it('covers a passage before it is reached, and no longer once it is over', () => {
  expect(rangeAhead(ranges, 800, 250)?.startMs).toBe(1000);
  expect(rangeAhead(ranges, 700, 250)).toBeUndefined();
  expect(rangeAhead(ranges, 2001, 250)).toBeUndefined();
});
