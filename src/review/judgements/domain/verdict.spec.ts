import { describe, expect, it } from '@jest/globals';
import type { ConclusiveVerdict } from '../../../clips/index.js';
import { credibilityOf, currentAssessments, verdictOf, type Judgement } from './verdict.js';

/** `ana:confirmed` is an assessment, `!lea:refuted` a ruling. People are invented. */
function history(...said: string[]): Judgement[] {
  return said.map((text, ordinal) => {
    const [, ruling = '', madeBy = '', verdict = ''] = /^(!?)(\w+):(\w+)$/.exec(text) ?? [];
    return {
      kind: ruling === '!' ? 'ruling' : 'assessment',
      madeBy,
      verdict: verdict as ConclusiveVerdict,
      ordinal,
    };
  });
}

describe('verdictOf', () => {
  it.each<[string, string[], string]>([
    ['nobody has assessed it', [], 'unreviewed'],
    ['one of two has', ['ana:confirmed'], 'in_review'],
    ['the same person says it twice', ['ana:confirmed', 'ana:confirmed'], 'in_review'],
    ['two agree', ['ana:refuted', 'ben:refuted'], 'refuted'],
    ['two differ', ['ana:confirmed', 'ben:inconclusive'], 'contested'],
    ['one of two changes their mind', ['ana:confirmed', 'ben:refuted', 'ben:confirmed'], 'confirmed'],
    ['a third differs', ['ana:confirmed', 'ben:confirmed', 'cem:undeterminable'], 'contested'],
    ['a lead rules', ['ana:confirmed', 'ben:refuted', '!lea:refuted'], 'refuted'],
    [
      'a ruling stands when the others stay',
      ['ana:confirmed', 'ben:refuted', '!lea:inconclusive'],
      'inconclusive',
    ],
    [
      'somebody differs after the ruling',
      ['ana:confirmed', 'ben:refuted', '!lea:refuted', 'cem:confirmed'],
      'contested',
    ],
    [
      'somebody agrees after the ruling',
      ['ana:confirmed', 'ben:refuted', '!lea:refuted', 'ana:refuted'],
      'refuted',
    ],
    [
      'the one who differed comes round',
      ['ana:confirmed', 'ben:refuted', '!lea:refuted', 'cem:confirmed', 'cem:refuted'],
      'refuted',
    ],
    [
      'a second ruling covers what came after the first',
      ['ana:confirmed', 'ben:refuted', '!lea:refuted', 'cem:confirmed', '!leo:confirmed'],
      'confirmed',
    ],
  ])('when %s', (_when, said, expected) => {
    expect(verdictOf(history(...said), 2)).toBe(expected);
  });

  it('waits for as many reviews as are required', () => {
    expect(verdictOf(history('ana:confirmed'), 1)).toBe('confirmed');
    expect(verdictOf(history('ana:confirmed', 'ben:refuted'), 3)).toBe('in_review');
    expect(verdictOf(history('ana:confirmed', 'ben:refuted', 'cem:confirmed'), 3)).toBe('contested');
  });
});

describe('currentAssessments', () => {
  it("keeps each person's newest and no ruling, whatever the order they are listed in", () => {
    const said = history('ana:confirmed', 'ben:refuted', '!lea:refuted', 'ana:refuted');
    expect(currentAssessments(said.toReversed()).map(({ ordinal }) => ordinal)).toEqual([3, 1]);
  });
});

describe('credibilityOf', () => {
  const digits = (said: string[], credibilities: number[]) =>
    history(...said).map((each, index) => ({ ...each, credibility: credibilities[index] ?? 6 }));

  it.each<[string, string[], number[], number]>([
    ['the most cautious of those who agree', ['ana:confirmed', 'ben:confirmed'], [2, 3], 3],
    ['what the one said who could judge', ['ana:confirmed', 'ben:confirmed'], [6, 2], 2],
    ['cannot be judged when nobody could', ['ana:refuted', 'ben:refuted'], [6, 6], 6],
    ["the ruling's", ['ana:confirmed', 'ben:refuted', '!lea:refuted'], [1, 2, 4], 4],
    [
      'not that of a superseded assessment',
      ['ana:confirmed', 'ana:confirmed', 'ben:confirmed'],
      [5, 2, 2],
      2,
    ],
  ])('is %s', (_what, said, credibilities, expected) => {
    expect(credibilityOf(digits(said, credibilities))).toBe(expected);
  });
});
