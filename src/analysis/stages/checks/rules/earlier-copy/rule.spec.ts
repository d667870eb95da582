import { describe, expect, it } from '@jest/globals';
import { answerOf, argumentOf, copy, madeFacts, post, timeClaim } from '../../testing/made-facts.js';
import { earlierCopy } from './rule.js';

const FEBRUARY = timeClaim('2020-02-08T00:00:00Z', '2020-02-09T23:59:59Z');
const OLD = [post('desk', '2026-01-01T00:00:00Z'), post('submitter', '2015-03-01T12:00:00Z')];
const claims = [FEBRUARY];

describe('a copy from before the claimed time', () => {
  it('contradicts, with link, state, stretches and whose word its time is', () => {
    const answer = argumentOf(earlierCopy, { claims, copies: [copy({ posts: OLD })] });
    expect(answer).toMatchObject({
      outcome: 'contradicts',
      claimId: 'time-claim',
      foundValue: { latest: '2015-03-01T12:00:00.000Z' },
      evidence: [
        { kind: 'match', ref: 'match' },
        { kind: 'url', ref: 'https://example.org/older' },
      ],
    });
    expect(answer.summary).toContain('0:12–0:19 here = 0:03–0:10 there');
    expect(answer.summary).toContain('suggested by the desk, 93 % of the samples agree, mirrored');
    expect(answer.summary).toContain("2015-03-01 12:00 UTC by the submitter's word");
    expect(answer.summary).not.toMatch(/verified|fake/i);
  });

  it('is told as confirmed once a person has confirmed the match', () => {
    const { summary } = answerOf(earlierCopy, { claims, copies: [copy({ posts: OLD, state: 'confirmed' })] });
    expect(summary).toContain('confirmed by a person');
  });

  it('is the earliest of those that are sure, and the others are counted', () => {
    const older = copy({ matchId: 'older', posts: [post('id', '2012-01-01T00:00:00Z')] });
    const answer = argumentOf(earlierCopy, { claims, copies: [copy({ posts: OLD }), older] });
    expect(answer.summary).toContain('2012-01-01');
    expect(answer.summary).toContain('1 further copy of before that time is known');
    expect(answer.evidence[0]).toEqual({ kind: 'match', ref: 'older' });
  });

  it('that this desk itself held before the claimed time contradicts by the desk’s own clock', () => {
    const future = [timeClaim('2026-06-01T00:00:00Z', null)];
    const { summary } = answerOf(earlierCopy, {
      claims: future,
      copies: [copy({ posts: [post('desk', '2026-01-01T00:00:00Z')] })],
    });
    expect(summary).toContain('when this desk received it');
  });

  it.each([
    ['too few samples agree', { score: 0.4 }],
    [
      'the stretch is as short as a title',
      { coverage: 0.1, segments: [{ startMs: 0, endMs: 2_000, otherStartMs: 0, otherEndMs: 2_000 }] },
    ],
  ])('is only noted when %s, until a person confirms it', (_, weak) => {
    const asked = (state: 'suggested' | 'confirmed') =>
      answerOf(earlierCopy, { claims, copies: [copy({ ...weak, state, posts: OLD })] });
    expect(asked('suggested').outcome).toBe('neutral');
    expect(asked('suggested').summary).toContain('a person has to look');
    expect(asked('confirmed').outcome).toBe('contradicts');
  });

  it('bounds what hostile links and many stretches bring', () => {
    const segments = Array.from({ length: 500 }, (_, i) => ({
      ...{ startMs: i * 2_000, endMs: i * 2_000 + 1_000 },
      ...{ otherStartMs: i * 2_000, otherEndMs: i * 2_000 + 1_000 },
    }));
    const url = `https://example.org/\u202e"${'x'.repeat(9_000)}`;
    const answer = argumentOf(earlierCopy, { claims, copies: [copy({ posts: OLD, segments, url })] });
    expect(answer.summary.length).toBeLessThan(1_200);
    expect(answer.summary).not.toContain('\u202e');
    expect(answer.summary).toContain('and 495 more');
    expect(answer.evidence).toEqual([{ kind: 'match', ref: 'match' }]);
  });
});

describe('copies that are not earlier', () => {
  it('are told, without arguing', () => {
    const posts = [post('submitter', '2021-01-01T00:00:00Z')];
    const answer = answerOf(earlierCopy, { claims, copies: [copy({ posts })] });
    expect(answer).toMatchObject({ outcome: 'neutral', claimId: 'time-claim' });
    expect(answer.summary).toContain('1 copy is known here');
  });

  it('that share only the sound are left to another rule', () => {
    expect(
      answerOf(earlierCopy, { claims, copies: [copy({ kind: 'same_sound', posts: OLD })] }).outcome,
    ).toBe('not_applicable');
  });
});

describe('without a claimed beginning', () => {
  it('an earlier copy is noted on the clip as a whole', () => {
    const answer = answerOf(earlierCopy, {
      posts: [post('id', '2020-02-09T14:03:00Z')],
      copies: [copy({ posts: OLD })],
    });
    expect(answer).toMatchObject({ outcome: 'neutral', claimId: null });
    expect(answer.summary).toContain('before this post (2020-02-09 14:03 UTC');
  });

  it('a copy that is not earlier makes no note', () => {
    const answer = answerOf(earlierCopy, {
      posts: [post('id', '2012-02-09T14:03:00Z')],
      copies: [copy({ posts: OLD })],
    });
    expect(answer.outcome).toBe('not_applicable');
  });
});

describe('without copies', () => {
  it('says whether the archive was searched, and that no copy proves nothing', () => {
    expect(answerOf(earlierCopy, { claims }).summary).toContain('does not make this the first');
    expect(answerOf(earlierCopy, { claims, searched: false }).summary).toContain('could not be searched');
  });
});

describe('a copy in a case that readers may not see', () => {
  it('gives one neutral sentence, whatever is claimed, and never a time', () => {
    const elsewhere = [{ matchId: 'hidden' }, { matchId: 'hidden too' }];
    const noted = (earliest: string) =>
      earlierCopy
        .check(madeFacts({ claims: [timeClaim(earliest, null)], elsewhere }))
        .filter(({ outcome }) => outcome !== 'not_applicable');
    expect(noted('1990-01-01T00:00:00Z')).toEqual([
      {
        outcome: 'neutral',
        claimId: null,
        summary: expect.stringContaining('ask the lead') as unknown as string,
        compared: {},
        evidence: [
          { kind: 'match', ref: 'hidden' },
          { kind: 'match', ref: 'hidden too' },
        ],
      },
    ]);
    expect(noted('2030-01-01T00:00:00Z')).toEqual(noted('1990-01-01T00:00:00Z'));
  });
});
