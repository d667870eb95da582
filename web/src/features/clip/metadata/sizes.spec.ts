import { expect, it } from '@jest/globals';
import { sizeOf } from './sizes.js';

it.each([
  [0, '0 byte'],
  [999, '999 byte'],
  [1000, '1 kB'],
  [4_230_000, '4.2 MB'],
  [42_300_000, '42 MB'],
  [3_000_000_000_000, '3,000 GB'],
])('%d bytes are %s', (bytes, expected) => {
  expect(sizeOf(bytes, 'en')).toBe(expected);
});

it('keeps Latin digits in Arabic', () => {
  expect(sizeOf(4_230_000, 'ar')).toMatch(/4\.2/);
});
