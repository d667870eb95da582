import type { ClipRow } from './clip-row';

export type Tone = 'gray' | 'blue' | 'teal' | 'yellow' | 'red' | 'orange' | 'grape';
type Verdict = ClipRow['claims'][number]['verdict'];

export const processingTone: Readonly<Record<ClipRow['processing'], Tone>> = {
  queued: 'gray',
  running: 'blue',
  complete: 'teal',
  partial: 'yellow',
  failed: 'red',
  cancelled: 'gray',
};
export const verificationTone: Readonly<Record<ClipRow['verification'], Tone>> = {
  unreviewed: 'gray',
  in_review: 'blue',
  disputed: 'orange',
  refuted: 'red',
  verified: 'teal',
  inconclusive: 'grape',
};
export const verdictTone: Readonly<Record<Verdict, Tone>> = {
  unreviewed: 'gray',
  in_review: 'blue',
  confirmed: 'teal',
  refuted: 'red',
  inconclusive: 'grape',
  undeterminable: 'grape',
  contested: 'orange',
};
/** Beside the colour, for whoever does not tell it apart. */
export const verdictSign: Readonly<Record<Verdict, string>> = {
  unreviewed: '·',
  in_review: '…',
  confirmed: '✓',
  refuted: '✕',
  inconclusive: '~',
  undeterminable: '?',
  contested: '⇄',
};
