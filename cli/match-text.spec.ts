import { describe, expect, it } from '@jest/globals';
import { matchText, type SeenMatch } from './match-text.js';

const match: SeenMatch = {
  id: 'm1',
  clipId: 'c2',
  kind: 'same_footage',
  mirrored: true,
  speed: 1.25,
  score: 0.914,
  coverage: 1,
  otherCoverage: 0.333,
  segments: [{ startMs: 12_000, endMs: 19_040, otherStartMs: 3_000, otherEndMs: 11_800 }],
  state: 'rejected',
  decision: { rationale: 'another \u202eday' },
};

describe('a match as text', () => {
  it('says what the other clip shares, stretch by stretch, and what was decided, without hidden characters', () => {
    expect(matchText(match).split('\n')).toEqual([
      'm1  rejected   same_footage  clip c2  mirrored, at 1.25 times the speed, score 0.91, 100 % of this clip, 33 % of the other',
      '    0:00:12.000 to 0:00:19.040 here = 0:00:03.000 to 0:00:11.800 there',
      '    "another  day"',
    ]);
  });

  it('says of one that is elsewhere only whom to ask', () => {
    expect(matchText({ id: 'm1', elsewhere: true })).toBe(
      'm1  elsewhere: the other clip lies in a case that you cannot see; ask the lead',
    );
  });
});
