import { describe, expect, it } from '@jest/globals';
import type { ClaimVerdict } from '../../clips/index.js';
import { callsForAttention, type Stance } from './attention.js';

const STANCES: readonly Stance[] = ['supports', 'contradicts', 'neutral'];

describe('a finding on a concluded claim', () => {
  it.each<[ClaimVerdict, Stance[]]>([
    ['confirmed', ['contradicts']],
    ['refuted', ['supports']],
    ['inconclusive', ['supports', 'contradicts']],
    ['undeterminable', ['supports', 'contradicts']],
    ['unreviewed', []],
    ['in_review', []],
    ['contested', []],
  ])('that is %s calls for attention when it %j', (verdict, calling) => {
    expect(STANCES.filter((stance) => callsForAttention(verdict, stance))).toEqual(calling);
  });
});
