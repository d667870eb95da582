import { describe, expect, it } from '@jest/globals';
import { evidenceOf } from './evidence-option.js';
import { UsageError } from './failures.js';

describe('evidenceOf', () => {
  it.each([
    ['frame:0197', { kind: 'frame', ref: '0197' }],
    ['frame:0197 the minaret behind him', { kind: 'frame', ref: '0197', note: 'the minaret behind him' }],
    ['url:https://example.org/a?b=c:d', { kind: 'url', ref: 'https://example.org/a?b=c:d' }],
    ['none_found: searched three engines', { kind: 'none_found', note: 'searched three engines' }],
    ['none_found', { kind: 'none_found' }],
  ])('reads %j', (text, expected) => {
    expect(evidenceOf(text)).toEqual(expected);
  });

  it('refuses what names no kind', () => {
    expect(() => evidenceOf('https://example.org')).not.toThrow();
    expect(() => evidenceOf('0197…')).toThrow(UsageError);
  });
});
