import { describe, expect, it } from '@jest/globals';
import { madeFacts, timeClaim } from '../testing/made-facts.js';
import type { Rule, RuleAnswer } from './rule.js';
import { runRules } from './run-rules.js';

const note: RuleAnswer = {
  outcome: 'neutral',
  claimId: null,
  summary: 'a note',
  compared: {},
  evidence: [{ kind: 'none_found', note: 'nothing' }],
};
const rule = (id: string, check: Rule['check']): Rule => ({ id, version: '3', check });

function run(...rules: Rule[]) {
  const failures: string[] = [];
  const outcomes = runRules(rules, madeFacts({ claims: [timeClaim(null, null)] }), ({ id }) =>
    failures.push(id),
  );
  return { failures, outcomes };
}

describe('rules', () => {
  it('are asked each on its own: one that throws is told as failed and hides nothing', () => {
    const { failures, outcomes } = run(
      rule('first', () => [note]),
      rule('broken', () => {
        throw new Error('a fault');
      }),
      rule('last', () => [note, { ...note, claimId: 'time-claim' }]),
    );
    expect(failures).toEqual(['broken']);
    expect(outcomes.map(({ rule: id, answer }) => [id, answer.outcome])).toEqual([
      ['first', 'neutral'],
      ['broken', 'failed'],
      ['last', 'neutral'],
      ['last', 'neutral'],
    ]);
    expect(outcomes[0]?.ruleVersion).toBe('3');
  });

  it('fail when they say nothing at all, or speak of a claim that is not there', () => {
    expect(run(rule('mute', () => [])).failures).toEqual(['mute']);
    expect(run(rule('stray', () => [{ ...note, claimId: 'elsewhere' }])).failures).toEqual(['stray']);
  });

  it('may bring texts of any length and kind: what is kept has bounds and can be stored', () => {
    const hostile = `\0\ud800${'x'.repeat(100_000)}`;
    const { outcomes } = run(
      rule('long', () => [
        { ...note, summary: hostile, compared: { hostile, deep: [{ hostile }], odd: Number.NaN } },
        { ...note, evidence: Array.from({ length: 500 }, () => ({ kind: 'none_found', note: hostile })) },
      ]),
    );
    const kept = JSON.stringify(outcomes);
    expect(kept.length).toBeLessThan(300_000);
    expect(outcomes[0]?.answer.summary.length).toBe(2_000);
    expect(kept).not.toMatch(/\\u0000|\\ud800/);
    expect(outcomes[0]?.answer).toMatchObject({
      compared: { leftOut: expect.any(String) as unknown as string },
    });
    expect(outcomes[1]?.answer).toMatchObject({ evidence: { length: 50 } });
  });

  it('that answer without end are cut off', () => {
    expect(run(rule('many', () => Array.from({ length: 5_000 }, () => note))).outcomes).toHaveLength(500);
  });
});
