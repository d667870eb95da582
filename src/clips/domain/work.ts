import { isConcluded, type ClaimVerdict } from './verification.js';

export const WORK_STATES = [
  'unassigned',
  'assigned',
  'in_review',
  'second_review',
  'needs_help',
  'closed',
] as const;
export type WorkState = (typeof WORK_STATES)[number];

/** What a person holds the clip at, above what follows from its facts. */
export type WorkHold = 'needs_help' | 'closed';

export interface WorkFacts {
  readonly hold: WorkHold | null;
  readonly assigned: boolean;
  readonly verdicts: readonly ClaimVerdict[];
}

/**
 * Where the people's work on a clip stands. `in_review` once somebody has assessed a claim, `second_review` once every claim
 * has been assessed by somebody; a hold stands above both until it is lifted.
 */
export function projectWork(facts: WorkFacts): WorkState {
  if (facts.hold !== null) return facts.hold;
  const assessed = facts.verdicts.filter((verdict) => verdict !== 'unreviewed').length;
  if (assessed === 0) return facts.assigned ? 'assigned' : 'unassigned';
  return assessed < facts.verdicts.length ? 'in_review' : 'second_review';
}

export type WorkRefusal = 'claims_open' | 'reason_required' | 'work_follows' | 'clip_closed';

export type WorkDecision =
  | { readonly allowed: true; readonly hold: WorkHold | null }
  | { readonly allowed: false; readonly refusal: WorkRefusal };

/**
 * May a person move the work to `asked`? Only holds are theirs to set and to lift: every other state follows from assigning
 * and assessing. Closing needs every claim concluded; lifting a closure needs a reason.
 */
export function decideWork(facts: WorkFacts, asked: WorkState, reason: string | null): WorkDecision {
  const present = projectWork(facts);
  if (asked === present) return { allowed: true, hold: facts.hold };
  if (asked === 'closed') {
    return facts.verdicts.every(isConcluded) ? allow('closed') : refuse('claims_open');
  }
  if (facts.hold === 'closed' && reason === null) return refuse('reason_required');
  if (asked === 'needs_help') return allow('needs_help');
  // Asked for a state that follows from facts: that lifts a hold, and cannot do more.
  return facts.hold === null ? refuse('work_follows') : allow(null);
}

function allow(hold: WorkHold | null): WorkDecision {
  return { allowed: true, hold };
}

function refuse(refusal: WorkRefusal): WorkDecision {
  return { allowed: false, refusal };
}
