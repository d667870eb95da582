import type { Schemas } from '@/api/problem';

/** Who asks, and what they have had to do with the claim. */
export interface Standing {
  readonly userId: string;
  readonly role: 'submitter' | 'reviewer' | 'lead' | undefined;
  /** Whoever handed the clip in, as far as the reader may know. */
  readonly submitterIds: readonly string[];
  readonly isClosed: boolean;
  readonly verdict: Schemas['Claim']['verdict'];
  readonly assessments: readonly Pick<Schemas['Assessment'], 'madeBy' | 'current'>[];
  readonly rulings: readonly Pick<Schemas['Ruling'], 'madeBy'>[];
}

export type AssessmentBar = 'not_reviewer' | 'clip_closed' | 'own_submission' | 'ruled_by_you';
export type RulingBar = 'not_lead' | 'clip_closed' | 'own_submission' | 'assessed_by_you' | 'not_contested';

/** Why this person cannot assess the claim; null when the desk will let them, as far as the page can know. */
export function barToAssess(standing: Standing): AssessmentBar | null {
  const { userId, role, rulings } = standing;
  if (role !== 'reviewer' && role !== 'lead') return 'not_reviewer';
  if (standing.isClosed) return 'clip_closed';
  if (standing.submitterIds.includes(userId)) return 'own_submission';
  return rulings.some(({ madeBy }) => madeBy === userId) ? 'ruled_by_you' : null;
}

/** Why this person cannot rule on the claim. */
export function barToRule(standing: Standing): RulingBar | null {
  const { userId, role, assessments } = standing;
  if (role !== 'lead') return 'not_lead';
  if (standing.isClosed) return 'clip_closed';
  if (standing.submitterIds.includes(userId)) return 'own_submission';
  if (assessments.some(({ madeBy }) => madeBy === userId)) return 'assessed_by_you';
  return standing.verdict === 'contested' ? null : 'not_contested';
}

/** Whether people have settled the claim; the work on a clip can be closed once every claim is. */
export function isConcluded(verdict: Standing['verdict']): boolean {
  return ['confirmed', 'refuted', 'inconclusive', 'undeterminable'].includes(verdict);
}
