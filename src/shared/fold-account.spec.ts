import { describe, expect, it } from '@jest/globals';
import { foldAccount } from './fold-account.js';

const same = (one: [string | null, string], two: [string | null, string]) => {
  const [a, b] = [foldAccount(...one), foldAccount(...two)];
  return a?.platform === b?.platform && a?.key === b?.key;
};

describe('one account', () => {
  it.each<[string, [string | null, string], [string | null, string]]>([
    ['with and without its @', ['telegram', '@Example'], ['telegram', 'example']],
    ['under the old name of its platform', ['Twitter', '@example'], ['x', 'Example']],
    ['with spaces around', [' Telegram ', ' @example '], ['telegram', 'example']],
    ['with an invisible direction mark', ['x', 'exa\u202Emple'], ['x', 'example']],
    ['in full-width letters', ['x', 'ｅｘａｍｐｌｅ'], ['x', 'example']],
    ['of an unnamed platform', [null, '@example'], ['', 'EXAMPLE']],
  ])('%s', (_name, one, two) => {
    expect(same(one, two)).toBe(true);
  });

  it('keeps the spelling in which it was written', () => {
    expect(foldAccount('telegram', '@Exam\u202Eple')).toEqual({
      platform: 'telegram',
      handle: 'Exam\u202Eple',
      key: 'example',
    });
  });
});

describe('two accounts', () => {
  it.each<[string, [string | null, string], [string | null, string]]>([
    ['of two platforms', ['telegram', 'example'], ['x', 'example']],
    ['of a named and of no platform', ['telegram', 'example'], [null, 'example']],
    [
      'are two channels of YouTube whose ids differ in case',
      ['youtube', 'UCabcdefghijklmnopqrstuv'],
      ['youtube', 'UCABCDEFGHIJKLMNOPQRSTUV'],
    ],
  ])('%s', (_name, one, two) => {
    expect(same(one, two)).toBe(false);
  });
});

describe('no account', () => {
  it.each(['', '   ', '@', ' @@ ', '\u202E', '@\u200B'])('is %j', (handle) => {
    expect(foldAccount('x', handle)).toBeUndefined();
  });
});
