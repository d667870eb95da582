import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isConcluded, rollUpVerification, type ClaimVerdict } from './verification.js';

const VERDICTS = [
  'unreviewed',
  'in_review',
  'confirmed',
  'refuted',
  'inconclusive',
  'undeterminable',
  'contested',
] as const satisfies readonly ClaimVerdict[];

describe('rollUpVerification', () => {
  it.each<[ClaimVerdict[], string]>([
    [[], 'unreviewed'],
    [['unreviewed', 'unreviewed'], 'unreviewed'],
    [['unreviewed', 'in_review'], 'in_review'],
    [['confirmed', 'unreviewed'], 'in_review'],
    [['refuted', 'in_review'], 'in_review'],
    [['confirmed', 'contested', 'refuted'], 'disputed'],
    [['contested', 'unreviewed'], 'disputed'],
    [['confirmed', 'refuted'], 'refuted'],
    [['confirmed', 'confirmed'], 'verified'],
    [['confirmed', 'inconclusive'], 'inconclusive'],
    [['undeterminable'], 'inconclusive'],
  ])('makes of %j %s', (verdicts, expected) => {
    expect(rollUpVerification(verdicts)).toBe(expected);
  });

  it('never says verified unless every claim is confirmed, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...VERDICTS), { maxLength: 6 }), (verdicts) => {
        const rolled = rollUpVerification(verdicts);
        expect(rolled).toBe(rollUpVerification(verdicts.toReversed()));
        expect(rolled === 'verified').toBe(verdicts.length > 0 && verdicts.every((v) => v === 'confirmed'));
        expect(rolled === 'disputed').toBe(verdicts.includes('contested'));
        expect(['verified', 'refuted', 'inconclusive'].includes(rolled)).toBe(
          verdicts.length > 0 && verdicts.every(isConcluded),
        );
      }),
    );
  });
});
