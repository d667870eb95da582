import { expect, it } from '@jest/globals';
import { msOfClock } from './clock-text.js';

it.each([
  ['12', 12_000],
  ['0:12.480', 12_480],
  ['1:02:03', 3_723_000],
  [' 90:00 ', 5_400_000],
  ['0:05,5', 5500],
])('%j is %d ms', (text, expected) => {
  expect(msOfClock(text)).toBe(expected);
});

it.each(['', 'soon', '-1', '1:2:3:4', '1:', '٥'])('%j is no time', (text) => {
  expect(msOfClock(text)).toBeNull();
});
