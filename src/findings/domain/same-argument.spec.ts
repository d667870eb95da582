import { describe, expect, it } from '@jest/globals';
import { argumentKey, bringsNewEvidence, type Argument } from './same-argument.js';

const argument: Argument = {
  rule: 'post-time',
  ruleVersion: '1',
  claimId: 'claim',
  stance: 'contradicts',
  summary: 'posted before',
  detail: { a: 1, b: 2 },
  foundValue: null,
  evidence: [{ kind: 'url', ref: 'https://example.org/1' }],
};

describe('two arguments', () => {
  it('are one in whatever order their members are kept', () => {
    expect(argumentKey({ ...argument, detail: { b: 2, a: 1 } })).toBe(argumentKey(argument));
  });

  it.each([
    { summary: 'posted long before' },
    { ruleVersion: '2' },
    { stance: 'neutral' as const },
    { claimId: null },
    { detail: { a: 1 } },
    { evidence: [] },
  ])('are two when %j differs', (other) => {
    expect(argumentKey({ ...argument, ...other })).not.toBe(argumentKey(argument));
  });
});

describe('new evidence', () => {
  it('is what no earlier argument of the same kind rested on', () => {
    const more = { ...argument, evidence: [...argument.evidence, { kind: 'match', ref: 'm' }] };
    expect(bringsNewEvidence(argument, [])).toBe(true);
    expect(bringsNewEvidence(more, [argument])).toBe(true);
    expect(bringsNewEvidence({ ...argument, summary: 'in other words' }, [argument])).toBe(false);
    expect(bringsNewEvidence(argument, [{ ...argument, stance: 'neutral' }])).toBe(true);
  });
});
