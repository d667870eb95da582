import type { ClaimVerdict } from '../../clips/index.js';

export type Stance = 'supports' | 'contradicts' | 'neutral';

/** Arguments that speak against what was concluded. Claims that are still open need no alarm. */
const AGAINST: Readonly<Record<ClaimVerdict, readonly Stance[]>> = {
  unreviewed: [],
  in_review: [],
  contested: [],
  confirmed: ['contradicts'],
  refuted: ['supports'],
  inconclusive: ['supports', 'contradicts'],
  undeterminable: ['supports', 'contradicts'],
};

/** True when a new argument asks people to look again at a conclusion; it never changes the verdict. */
export function callsForAttention(verdict: ClaimVerdict, stance: Stance): boolean {
  return AGAINST[verdict].includes(stance);
}
