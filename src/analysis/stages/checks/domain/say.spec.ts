import { describe, expect, it } from '@jest/globals';
import { clock, quoted, some, span, utcMinute } from './say.js';

describe('words of others inside of a sentence', () => {
  it('cannot end the quotation, break the line, turn round or hide what follows', () => {
    expect(quoted('a "b"\n\u202ec\u200b\0d')).toBe(`"a 'b' c d"`);
  });

  it('are cut between characters', () => {
    expect(quoted('😀'.repeat(100), 5)).toBe('"😀😀😀😀…"');
    expect(quoted('\ud800x')).toBe('"\ufffdx"');
  });
});

describe('times', () => {
  it('within a clip have hours only when needed', () => {
    expect([clock(-5), clock(12_400), clock(3_723_000)]).toEqual(['0:00', '0:12', '1:02:03']);
  });

  it('are told in UTC, also of years that have more or fewer than four digits', () => {
    expect(utcMinute(new Date('2020-02-09T14:03:59Z'))).toBe('2020-02-09 14:03 UTC');
    expect(utcMinute(new Date(-62_198_755_200_000))).toBe('-000001-01-01 00:00 UTC');
  });

  it.each([
    [1_000, '1 second'],
    [90_000, '90 seconds'],
    [-7_200_000, '2 hours'],
    [3 * 86_400_000, '3 days'],
    [5.1 * 365.2425 * 86_400_000, '5 years'],
  ])('lie %d ms apart: %s', (ms, words) => expect(span(ms)).toBe(words));
});

it('a long list ends with the count of what is left out', () => {
  expect(some(['a', 'b', 'c'], 2)).toBe('a, b and 1 more');
  expect(some(['a', 'b'], 2)).toBe('a, b');
});
