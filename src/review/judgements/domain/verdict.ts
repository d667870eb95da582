import type { ClaimVerdict, ConclusiveVerdict } from '../../../clips/index.js';

/** What one person said of one claim, with its place in the order in which such things were said. */
export interface Judgement {
  readonly kind: 'assessment' | 'ruling';
  readonly madeBy: string;
  readonly verdict: ConclusiveVerdict;
  /** Grows with time; never equal for two judgements. */
  readonly ordinal: number;
}

/** Each person's newest assessment: it supersedes their earlier ones, which stay on record. */
export function currentAssessments<J extends Judgement>(judgements: readonly J[]): J[] {
  const newest = new Map<string, J>();
  for (const judgement of inOrder(judgements)) {
    if (judgement.kind === 'assessment') newest.set(judgement.madeBy, judgement);
  }
  return [...newest.values()];
}

/**
 * The verdict of a claim: a function of its current assessments and its rulings and of nothing else. Every assessment counts
 * as independent, because those that would not are never taken (see `decideJudgement`).
 * @param reviewsRequired independent assessments that conclude a claim, 1 or more
 */
export function verdictOf(judgements: readonly Judgement[], reviewsRequired: number): ClaimVerdict {
  const assessments = currentAssessments(judgements);
  const ruling = inOrder(judgements).findLast(({ kind }) => kind === 'ruling');
  if (ruling !== undefined) {
    // It covers what was said before it; who says otherwise afterwards opens the question again.
    const contradicted = assessments.some(
      ({ ordinal, verdict }) => ordinal > ruling.ordinal && verdict !== ruling.verdict,
    );
    return contradicted ? 'contested' : ruling.verdict;
  }
  const [first] = assessments;
  if (first === undefined) return 'unreviewed';
  if (assessments.length < reviewsRequired) return 'in_review';
  return assessments.every(({ verdict }) => verdict === first.verdict) ? first.verdict : 'contested';
}

/**
 * Admiralty credibility of a claim that is concluded: the ruling's digit, else the most cautious among those who agree. Caution
 * grows with the digit, but 6 (cannot be judged) says nothing against the others' word.
 */
export function credibilityOf(judgements: readonly (Judgement & { readonly credibility: number })[]): number {
  const ruling = inOrder(judgements).findLast(({ kind }) => kind === 'ruling');
  if (ruling !== undefined) return ruling.credibility;
  const judged = currentAssessments(judgements)
    .map(({ credibility }) => credibility)
    .filter((digit) => digit !== CANNOT_BE_JUDGED);
  return judged.length === 0 ? CANNOT_BE_JUDGED : Math.max(...judged);
}

const CANNOT_BE_JUDGED = 6;

function inOrder<J extends Judgement>(judgements: readonly J[]): J[] {
  return judgements.toSorted((a, b) => a.ordinal - b.ordinal);
}
