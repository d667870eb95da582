import { expect, it } from '@jest/globals';
import { barsOf, roundTop } from './bars';

const day = (name: string, submitted: number, concluded = 0, closed = 0) => ({
  day: name,
  submitted,
  concluded,
  closed,
});

it('ends an axis at a round number', () => {
  expect([0, 1, 2, 3, 7, 10, 11, 49, 51, 1_200].map(roundTop)).toEqual([
    1, 1, 2, 5, 10, 10, 20, 50, 100, 2_000,
  ]);
});

it('stands bars side by side, and shows one clip among thousands', () => {
  const bars = barsOf([day('a', 1_000), day('b', 1, 0, 500)], 100, 80, false);
  expect(bars.filter(({ height }) => height > 0).map((bar) => [bar.day, bar.series, bar.height])).toEqual([
    ['a', 'submitted', 80],
    ['b', 'submitted', 2],
    ['b', 'closed', 40],
  ]);
  for (const { x, width, y, height } of bars) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(100);
    expect(y + height).toBe(80);
  }
});

it('begins at the right in languages that do', () => {
  const at = (isMirrored: boolean) =>
    barsOf([day('a', 1), day('b', 1)], 100, 80, isMirrored).find(({ day: name }) => name === 'a')?.x ?? 0;
  expect(at(false)).toBeLessThan(20);
  expect(at(true)).toBeGreaterThan(80);
});

it('draws nothing of nothing', () => {
  expect(barsOf([], 100, 80, false)).toEqual([]);
  expect(barsOf([day('a', 0)], 100, 80, false).every(({ height }) => height === 0)).toBe(true);
});
