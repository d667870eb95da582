import { expect, it } from '@jest/globals';
import { agoOf, clockOfMs, wallClock } from './time';

it('writes a moment in UTC and in the zone of a place, summer time included', () => {
  expect(wallClock('2020-02-09T14:03:00.000Z')).toBe('2020-02-09 14:03:00');
  expect(wallClock('2020-02-09T22:30:00.000Z', 'Asia/Damascus')).toBe('2020-02-10 00:30:00');
  expect(wallClock('2020-07-09T22:30:00.000Z', 'Asia/Damascus')).toBe('2020-07-10 01:30:00');
  expect(wallClock('2020-02-09T00:00:00.000Z')).toBe('2020-02-09 00:00:00');
});

it('writes a position in a clip with milliseconds, and hours when there are some', () => {
  expect([0, 12_480, 61_001, 3_600_000 * 3 + 5].map(clockOfMs)).toEqual([
    '0:00.000',
    '0:12.480',
    '1:01.001',
    '3:00:00.005',
  ]);
});

it('says how long ago something was, in the reader’s language', () => {
  const now = Date.parse('2026-11-23T12:00:00Z');
  expect(agoOf('2026-11-20T12:00:00Z', 'en', now)).toBe('3 days ago');
  expect(agoOf('2026-11-20T12:00:00Z', 'ar', now)).toContain('3');
});
