import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isConcluded, type ClaimVerdict } from './verification.js';
import { decideWork, projectWork, WORK_STATES, type WorkFacts } from './work.js';

const verdict = fc.constantFrom<ClaimVerdict>(
  'unreviewed',
  'in_review',
  'confirmed',
  'refuted',
  'inconclusive',
  'undeterminable',
  'contested',
);
const facts: fc.Arbitrary<WorkFacts> = fc.record({
  hold: fc.constantFrom('needs_help', 'closed', null),
  assigned: fc.boolean(),
  verdicts: fc.array(verdict, { maxLength: 4 }),
});

describe('projectWork', () => {
  const free = { hold: null, assigned: false, verdicts: ['unreviewed', 'unreviewed'] } as const;

  it.each<[WorkFacts, string]>([
    [free, 'unassigned'],
    [{ ...free, assigned: true }, 'assigned'],
    [{ ...free, verdicts: ['in_review', 'unreviewed'] }, 'in_review'],
    [{ ...free, verdicts: ['in_review', 'confirmed'] }, 'second_review'],
    [{ ...free, hold: 'needs_help' }, 'needs_help'],
    [{ ...free, hold: 'closed', verdicts: ['confirmed'] }, 'closed'],
    [{ ...free, verdicts: [] }, 'unassigned'],
  ])('makes of %j %s', (given, expected) => {
    expect(projectWork(given)).toBe(expected);
  });
});

describe('decideWork', () => {
  it('has an answer for every state and question, and moves to what it allowed', () => {
    fc.assert(
      fc.property(
        facts,
        fc.constantFrom(...WORK_STATES),
        fc.constantFrom('because', null),
        (before, asked, reason) => {
          const decision = decideWork(before, asked, reason);
          fc.pre(decision.allowed);
          const after = projectWork({ ...before, hold: decision.hold });
          const held = (state: string) => state === 'needs_help' || state === 'closed';
          expect(held(asked) ? after : held(after)).toBe(held(asked) ? asked : false);
        },
      ),
    );
  });

  it('closes only what is concluded', () => {
    fc.assert(
      fc.property(facts, (before) => {
        fc.pre(before.hold !== 'closed');
        expect(decideWork(before, 'closed', null).allowed).toBe(before.verdicts.every(isConcluded));
      }),
    );
  });

  it('never lifts a closure without a reason', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...WORK_STATES), (before, asked) => {
        fc.pre(asked !== 'closed');
        const decision = decideWork({ ...before, hold: 'closed' }, asked, null);
        expect(decision).toEqual({ allowed: false, refusal: 'reason_required' });
      }),
    );
  });

  it('reaches every state from every other', () => {
    const verdicts: ClaimVerdict[][] = [
      ['unreviewed', 'unreviewed'],
      ['in_review', 'unreviewed'],
      ['confirmed', 'refuted'],
    ];
    const reached = new Set(
      verdicts.flatMap((each) =>
        [true, false].flatMap((assigned) =>
          WORK_STATES.flatMap((asked) => {
            const before = { hold: null, assigned, verdicts: each };
            const decision = decideWork(before, asked, 'because');
            return decision.allowed ? [projectWork({ ...before, hold: decision.hold })] : [];
          }),
        ),
      ),
    );
    expect([...reached].toSorted()).toEqual([...WORK_STATES].toSorted());
  });

  it('refuses states that only follow from acts', () => {
    expect(decideWork({ hold: null, assigned: false, verdicts: [] }, 'assigned', null)).toEqual({
      allowed: false,
      refusal: 'work_follows',
    });
  });
});
