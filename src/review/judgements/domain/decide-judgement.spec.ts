import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isConcluded, type ClaimVerdict, type ConclusiveVerdict } from '../../../clips/index.js';
import { decideJudgement, type JudgementRefusal } from './decide-judgement.js';
import { currentAssessments, verdictOf, type Judgement } from './verdict.js';

const SUBMITTER = 'sam';
const REVIEWERS = ['ana', 'ben', 'cem', 'dua', SUBMITTER];
const LEADS = ['lea', 'leo'];
const VERDICTS = ['confirmed', 'refuted', 'inconclusive', 'undeterminable'] as const;

interface Act {
  readonly kind: 'assessment' | 'ruling';
  readonly madeBy: string;
  readonly verdict: ConclusiveVerdict;
}

const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom('assessment', 'assessment', 'assessment', 'ruling'),
  madeBy: fc.constantFrom(...REVIEWERS, ...LEADS),
  // Mostly one of two, so that long histories agree now and then.
  verdict: fc.constantFrom(...VERDICTS, 'confirmed', 'confirmed', 'refuted'),
});
const acts = fc.array(act, { minLength: 1, maxLength: 120 });
const required = fc.integer({ min: 1, max: 4 });

interface Step {
  readonly before: ClaimVerdict;
  readonly act: Act;
  readonly after: ClaimVerdict;
  readonly refusal: JudgementRefusal | null;
}

function play(said: readonly Act[], reviewsRequired: number): { steps: Step[]; taken: Judgement[] } {
  const taken: Judgement[] = [];
  const steps = said.map((each, ordinal): Step => {
    const before = verdictOf(taken, reviewsRequired);
    const judgement = { ...each, ordinal };
    const decision = decideJudgement(
      { judgements: taken, submitterIds: [SUBMITTER], closed: false, reviewsRequired },
      judgement,
    );
    if (!decision.allowed) return { before, act: each, after: before, refusal: decision.refusal };
    taken.push(judgement);
    return { before, act: each, after: decision.verdict, refusal: null };
  });
  return { steps, taken };
}

/** The contract's sentences written down a second time, from the whole history instead of step by step. */
function verdictByTheBook(taken: readonly Judgement[], reviewsRequired: number): ClaimVerdict {
  const lastRuling = taken.filter(({ kind }) => kind === 'ruling').at(-1);
  const people = [...new Set(taken.filter(({ kind }) => kind === 'assessment').map(({ madeBy }) => madeBy))];
  const latest = people.map((person) =>
    taken.filter(({ kind, madeBy }) => kind === 'assessment' && madeBy === person).at(-1),
  );
  if (lastRuling === undefined) {
    if (people.length === 0) return 'unreviewed';
    if (people.length < reviewsRequired) return 'in_review';
    const said = new Set(latest.map((each) => each?.verdict));
    return said.size === 1 ? (latest[0]?.verdict ?? 'unreviewed') : 'contested';
  }
  const differing = latest.filter(
    (each) =>
      each !== undefined &&
      taken.indexOf(each) > taken.indexOf(lastRuling) &&
      each.verdict !== lastRuling.verdict,
  );
  return differing.length === 0 ? lastRuling.verdict : 'contested';
}

describe('long histories by several reviewers and leads', () => {
  it('end where the contract says, after every step', () => {
    fc.assert(
      fc.property(acts, required, (said, reviewsRequired) => {
        const { steps, taken } = play(said, reviewsRequired);
        expect(steps.at(-1)?.after).toBe(verdictByTheBook(taken, reviewsRequired));
      }),
      { numRuns: 2_000 },
    );
  });

  it('never conclude on fewer independent people than required, without a ruling', () => {
    fc.assert(
      fc.property(acts, required, (said, reviewsRequired) => {
        const { taken } = play(said, reviewsRequired);
        fc.pre(!taken.some(({ kind }) => kind === 'ruling'));
        const concluded = isConcluded(verdictOf(taken, reviewsRequired));
        expect(concluded && currentAssessments(taken).length < reviewsRequired).toBe(false);
      }),
    );
  });

  it('take nothing from a submitter, no ruling by who assessed, no assessment by who ruled, no ruling without a contest', () => {
    fc.assert(
      fc.property(acts, required, (said, reviewsRequired) => {
        const { steps, taken } = play(said, reviewsRequired);
        expect(taken.some(({ madeBy }) => madeBy === SUBMITTER)).toBe(false);
        const of = (kind: string) =>
          new Set(taken.filter((each) => each.kind === kind).map(({ madeBy }) => madeBy));
        expect([...of('ruling')].filter((person) => of('assessment').has(person))).toEqual([]);
        const ruled = steps.filter((step) => step.act.kind === 'ruling' && step.refusal === null);
        expect(
          ruled.every(({ before, after, act: { verdict } }) => before === 'contested' && after === verdict),
        ).toBe(true);
      }),
    );
  });

  it('leave the claim as it was when something is refused', () => {
    fc.assert(
      fc.property(acts, required, (said, reviewsRequired) => {
        const { steps } = play(said, reviewsRequired);
        const refused = steps.filter(({ refusal }) => refusal !== null);
        expect(refused.every(({ before, after }) => before === after)).toBe(true);
      }),
    );
  });

  it('reach every verdict, and every refusal', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(acts, (said) => {
        for (const { before, after, refusal } of play(said, 2).steps) seen.add(before).add(refusal ?? after);
      }),
      { numRuns: 500, seed: 4 },
    );
    expect([...seen].toSorted()).toEqual(
      [
        ...VERDICTS,
        'unreviewed',
        'in_review',
        'contested',
        'own_submission',
        'not_contested',
        'assessed_by_you',
        'ruled_by_you',
      ].toSorted(),
    );
  });
});

describe('a closed clip', () => {
  it('takes neither assessment nor ruling', () => {
    fc.assert(
      fc.property(act, (each) => {
        const closed = { judgements: [], submitterIds: [], closed: true, reviewsRequired: 2 };
        expect(decideJudgement(closed, { ...each, ordinal: 0 })).toEqual({
          allowed: false,
          refusal: 'clip_closed',
        });
      }),
    );
  });
});
