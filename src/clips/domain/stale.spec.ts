import { describe, expect, it } from '@jest/globals';
import { isStale } from './stale.js';

const now = new Date('2026-11-22T12:00:00.000Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

describe('a stale assignment', () => {
  it.each([
    ['assigned four days ago and never touched', daysAgo(4), null, false, true],
    ['assigned four days ago, touched two days ago', daysAgo(4), daysAgo(2), false, false],
    ['assigned ten days ago, last touched four days ago', daysAgo(10), daysAgo(4), false, true],
    ['assigned yesterday, touched long before that', daysAgo(1), daysAgo(9), false, false],
    ['assigned exactly three days ago', daysAgo(3), null, false, false],
    ['closed, assigned long ago', daysAgo(30), null, true, false],
    ['nobody holds it', null, daysAgo(30), false, false],
  ])('%s', (_name, assignedAt, lastWorkedAt, closed, stale) => {
    expect(isStale({ assignedAt, lastWorkedAt, closed }, now)).toBe(stale);
  });
});
