import { expect, it } from '@jest/globals';
import { parseClock, parseRange, rangeSelector } from './time-range';

it.each([
  ['75.5', 75_500],
  ['1:15.5', 75_500],
  ['0:01:15.500', 75_500],
  ['0', 0],
])('the clock %s is read', (text, ms) => {
  expect(parseClock(text)).toBe(ms);
});

it.each(['', 'now', '1:2:3:4', '-1', '1,5'])('%j is no clock', (text) => {
  expect(parseClock(text)).toBeUndefined();
});

it('a range needs both ends, in order, within the clip', () => {
  expect(parseRange({ startMs: 100, endMs: 200 }, 1000)).toEqual({ startMs: 100, endMs: 200 });
  expect(parseRange({ startMs: 100, endMs: null }, 1000)).toBeUndefined();
  expect(parseRange({ startMs: 200, endMs: 200 }, 1000)).toBeUndefined();
  expect(parseRange({ startMs: 200, endMs: 1001 }, 1000)).toBeUndefined();
  expect(parseRange({ startMs: 200, endMs: 1001 }, null)).toBeDefined();
  expect(rangeSelector(500, 1250)).toEqual({ type: 'FragmentSelector', value: 't=0.5,1.25' });
});
