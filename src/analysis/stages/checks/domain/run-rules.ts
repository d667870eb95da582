import { boundedAnswer } from './bounded-answer.js';
import type { CheckFacts } from './facts.js';
import type { Rule, RuleAnswer } from './rule.js';

export interface RuleFailed {
  readonly outcome: 'failed';
  readonly claimId: null;
  readonly summary: string;
}

export interface RuleOutcome {
  readonly rule: string;
  readonly ruleVersion: string;
  readonly answer: RuleAnswer | RuleFailed;
}

/** More would be a fault of the rule or a clip with thousands of claims; nobody reads them. */
const MOST_ANSWERS = 500;

/**
 * Asks every rule. One that throws, answers nothing or names a claim that is not there has failed, which is told and never
 * hides what the others say.
 */
export function runRules(
  rules: readonly Rule[],
  facts: CheckFacts,
  onFailure: (rule: Rule, error: unknown) => void,
): RuleOutcome[] {
  const claims = new Set(facts.claims.map(({ id }) => id));
  return rules.flatMap((rule) => {
    const { id, version } = rule;
    return answersOf(rule, facts, claims, onFailure).map((answer) => ({
      rule: id,
      ruleVersion: version,
      answer,
    }));
  });
}

const RULE_FAILED = 'This rule failed on this clip. It says nothing, neither for nor against.';

function answersOf(
  rule: Rule,
  facts: CheckFacts,
  claims: ReadonlySet<string>,
  onFailure: (rule: Rule, error: unknown) => void,
): (RuleAnswer | RuleFailed)[] {
  try {
    const answers = rule.check(facts);
    if (answers.length === 0) throw new Error('the rule gave no answer');
    const stray = answers.find(({ claimId }) => claimId !== null && !claims.has(claimId));
    if (stray !== undefined) throw new Error('the rule answered for a claim of another clip');
    return answers.slice(0, MOST_ANSWERS).map(boundedAnswer);
  } catch (error) {
    onFailure(rule, error);
    return [{ outcome: 'failed', claimId: null, summary: RULE_FAILED }];
  }
}
