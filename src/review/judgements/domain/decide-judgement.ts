import type { ClaimVerdict } from '../../../clips/index.js';
import { verdictOf, type Judgement } from './verdict.js';

export interface ClaimInReview {
  readonly judgements: readonly Judgement[];
  /** Everybody who handed the clip in. */
  readonly submitterIds: readonly string[];
  readonly closed: boolean;
  readonly reviewsRequired: number;
}

export type JudgementRefusal =
  'clip_closed' | 'own_submission' | 'not_contested' | 'assessed_by_you' | 'ruled_by_you';

export type JudgementDecision =
  | { readonly allowed: true; readonly verdict: ClaimVerdict }
  | { readonly allowed: false; readonly refusal: JudgementRefusal };

/**
 * May this judgement be taken, and what does it make of the claim? Total over every claim and every judgement: the state of a
 * claim is its history, and this is the only step from one to the next. Whether the person's role allows it is asked before.
 */
export function decideJudgement(claim: ClaimInReview, judgement: Judgement): JudgementDecision {
  const refusal = refusalOf(claim, judgement);
  if (refusal !== null) return { allowed: false, refusal };
  return { allowed: true, verdict: verdictOf([...claim.judgements, judgement], claim.reviewsRequired) };
}

function refusalOf(claim: ClaimInReview, { kind, madeBy }: Judgement): JudgementRefusal | null {
  if (claim.closed) return 'clip_closed';
  if (claim.submitterIds.includes(madeBy)) return 'own_submission';
  const before = new Set(claim.judgements.filter((each) => each.madeBy === madeBy).map((each) => each.kind));
  switch (kind) {
    case 'assessment':
      // Whoever ruled has decided between the others and cannot be one of them.
      return before.has('ruling') ? 'ruled_by_you' : null;
    case 'ruling':
      if (before.has('assessment')) return 'assessed_by_you';
      return verdictOf(claim.judgements, claim.reviewsRequired) === 'contested' ? null : 'not_contested';
  }
}
