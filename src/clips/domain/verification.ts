export type ClaimVerdict =
  'unreviewed' | 'in_review' | 'confirmed' | 'refuted' | 'inconclusive' | 'undeterminable' | 'contested';
export type ConclusiveVerdict = 'confirmed' | 'refuted' | 'inconclusive' | 'undeterminable';
export type Verification = 'unreviewed' | 'in_review' | 'disputed' | 'refuted' | 'verified' | 'inconclusive';

/** Concluded: the reviews that were asked for agree, or a lead has ruled. */
export function isConcluded(verdict: ClaimVerdict): verdict is ConclusiveVerdict {
  return verdict !== 'unreviewed' && verdict !== 'in_review' && verdict !== 'contested';
}

/** The clip's roll-up of its claims' verdicts: as weak as its weakest claim. */
export function rollUpVerification(verdicts: readonly ClaimVerdict[]): Verification {
  if (verdicts.every((verdict) => verdict === 'unreviewed')) return 'unreviewed';
  if (verdicts.includes('contested')) return 'disputed';
  if (!verdicts.every(isConcluded)) return 'in_review';
  if (verdicts.includes('refuted')) return 'refuted';
  return verdicts.every((verdict) => verdict === 'confirmed') ? 'verified' : 'inconclusive';
}
