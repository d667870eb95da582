import { expect, it } from '@jest/globals';
import { waitingOf } from './waiting';

const now = Date.parse('2026-11-23T12:00:00Z');

it.each([
  ['2026-11-20T11:00:00Z', '3 days'],
  ['2026-11-23T09:30:00Z', '2 hr'],
  ['2026-11-23T11:59:50Z', '0 min'],
  ['2026-11-23T12:05:00Z', '0 min'],
])('%s has waited %s', (since, words) => {
  expect(waitingOf(since, 'en', now)).toBe(words);
});

it('counts in Arabic with digits that everybody reads', () => {
  expect(waitingOf('2026-11-20T11:00:00Z', 'ar', now)).toContain('3');
});
