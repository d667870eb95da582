import type { Logger } from 'pino';
import type { PartEnding, PartHandler, PartRun, PartWritten } from '../../../clips/worker.js';
import { readFoundValue, RuleFindings, type RuleFinding } from '../../../findings/worker.js';
import type { Tx } from '../../../platform/db/database.js';
import { CheckOutcomeRepository } from './check-outcome.repository.js';
import type { CheckFacts } from './domain/facts.js';
import type { Rule } from './domain/rule.js';
import { runRules, type RuleOutcome } from './domain/run-rules.js';
import { gatherFacts, type FactSources } from './gather-facts.js';

/**
 * Part `checks`: compares, by rules, what is claimed with what is known, and writes down what each of them answered. Runs
 * again whenever something that it compares is new; the same facts leave everything as it is.
 */
export class CheckClip implements PartHandler {
  readonly #outcomes = new CheckOutcomeRepository();
  readonly #findings = new RuleFindings();

  constructor(
    private readonly sources: FactSources,
    private readonly rules: readonly Rule[],
    private readonly logger: Logger,
  ) {}

  async execute(run: PartRun): Promise<PartEnding> {
    const facts = await gatherFacts(this.sources, run);
    run.signal.throwIfAborted();
    const failed = new Set<string>();
    const outcomes = runRules(this.#checked(facts), facts, ({ id }, error) => {
      failed.add(id);
      this.logger.error({ err: error, rule: id, clipId: facts.clip.id }, 'a rule failed');
    });
    return {
      outcome: outcomes.some((outcome) => argumentOf(outcome) !== null) ? 'found' : 'not_found',
      warnings: [...failed].map((id) => `The rule ${id} failed and says nothing.`),
      write: (tx) => this.#write(tx, run, outcomes),
      custody: [],
    };
  }

  /** A found value that does not fit its claim would stop the transaction of all rules: it is the one rule that fails. */
  #checked(facts: CheckFacts): Rule[] {
    const types = new Map(facts.claims.map(({ id, type }) => [id, type]));
    return this.rules.map((rule) => ({
      ...rule,
      check: (given) => {
        const answers = rule.check(given);
        for (const answer of answers) {
          const type = types.get(answer.claimId ?? '');
          if (answer.outcome !== 'not_applicable' && answer.foundValue !== undefined && type !== undefined)
            readFoundValue(type, answer.foundValue);
        }
        return answers;
      },
    }));
  }

  async #write(tx: Tx, { attempt }: PartRun, outcomes: readonly RuleOutcome[]): Promise<PartWritten> {
    const clip = { id: attempt.clipId, caseId: attempt.caseId, actor: `worker:${attempt.workerId}` };
    const arguing = outcomes.flatMap((outcome) => {
      const argument = argumentOf(outcome);
      return argument === null ? [] : [{ outcome, argument }];
    });
    const { findingIds, custody } = await this.#findings.replace(
      tx,
      clip,
      arguing.map(({ argument }) => argument),
    );
    const idOf = new Map(arguing.map(({ outcome }, i) => [outcome, findingIds[i] ?? null]));
    await this.#outcomes.replace(
      tx,
      clip.id,
      outcomes.map((outcome) => ({
        rule: outcome.rule,
        ruleVersion: outcome.ruleVersion,
        claimId: outcome.answer.claimId,
        outcome: outcome.answer.outcome,
        summary: outcome.answer.summary,
        compared: 'compared' in outcome.answer ? (outcome.answer.compared ?? {}) : {},
        findingId: idOf.get(outcome) ?? null,
      })),
    );
    return { custody };
  }
}

function argumentOf({ rule, ruleVersion, answer }: RuleOutcome): RuleFinding | null {
  if (answer.outcome === 'not_applicable' || answer.outcome === 'failed') return null;
  return {
    rule,
    ruleVersion,
    claimId: answer.claimId,
    stance: answer.outcome,
    summary: answer.summary,
    detail: answer.compared,
    foundValue: answer.foundValue ?? null,
    evidence: answer.evidence,
  };
}
