import { describe, expect, it } from '@jest/globals';
import { answerOf, madeFacts, post, timeClaim } from '../../testing/made-facts.js';
import { postTime } from './rule.js';

const FEBRUARY = timeClaim('2020-02-08T00:00:00Z', '2020-02-09T23:59:59Z');
const asked = (posts: ReturnType<typeof post>[], claim = FEBRUARY) =>
  answerOf(postTime, { claims: [claim], posts });

describe('a post from before the claimed time', () => {
  it.each([
    ['id', "by the post's id"],
    ['platform', 'by what the platform or page says'],
    ['submitter', "by the submitter's word"],
    ['desk', 'This desk held the clip'],
  ] as const)('contradicts, and the summary names whose word it is: %s', (source, words) => {
    const answer = asked([post(source, '2015-03-01T12:00:00Z')]);
    expect(answer).toMatchObject({ outcome: 'contradicts', claimId: 'time-claim' });
    expect(answer.summary).toContain(words);
    expect(answer.summary).toContain('4 years before the earliest claimed time (2020-02-08 00:00 UTC)');
  });

  it('repeats the caveat of whoever decoded the time', () => {
    const caveat = "Chosen by the author's own program.";
    expect(asked([post('id', '2015-03-01T12:00:00Z', { caveat })]).summary).toContain(caveat);
  });

  it('does not contradict within the tolerance of clocks', () => {
    expect(asked([post('id', '2020-02-07T23:51:00Z')]).outcome).toBe('neutral');
    expect(asked([post('id', '2020-02-07T23:49:00Z')]).outcome).toBe('contradicts');
  });

  it('needs fourteen hours more when the claimed date has no zone', () => {
    const claim = timeClaim('2020-02-08T00:00:00Z', null, { zoneAssumed: true });
    expect(asked([post('id', '2020-02-07T11:00:00Z')], claim).outcome).toBe('neutral');
    expect(asked([post('id', '2020-02-07T09:00:00Z')], claim).outcome).toBe('contradicts');
  });

  it('of which only the date is known must have been over everywhere on earth', () => {
    const on = (day: string) => asked([post('platform', day, { dayOnly: true })]).outcome;
    expect(on('2020-02-07')).toBe('neutral');
    expect(on('2020-02-06')).toBe('contradicts');
  });

  it('is no contradiction when only a weaker word says so', () => {
    const answer = asked([post('submitter', '2015-03-01T12:00:00Z'), post('id', '2020-02-09T14:03:00Z')]);
    expect(answer.outcome).toBe('neutral');
    expect(answer.summary).toContain('disagree');
  });

  it('contradicts although a weaker word says otherwise, which is told', () => {
    const answer = asked([post('submitter', '2020-02-09T14:03:00Z'), post('id', '2015-03-01T12:00:00Z')]);
    expect(answer.outcome).toBe('contradicts');
    expect(answer.summary).toContain('Against that stands 2020-02-09 14:03 UTC');
  });

  it('contradicts a claim about times before 1970, too', () => {
    const claim = timeClaim('1969-07-20T00:00:00Z', null);
    expect(asked([post('submitter', '1950-01-01T00:00:00Z')], claim).outcome).toBe('contradicts');
    expect(asked([post('submitter', '0001-01-01T00:00:00Z')], claim).outcome).toBe('contradicts');
  });
});

describe('a post from after the claimed beginning', () => {
  it('fits and supports nothing, because old footage is posted anew', () => {
    const answer = asked([post('id', '2020-02-09T14:03:00Z')]);
    expect(answer).toMatchObject({ outcome: 'neutral', claimId: 'time-claim' });
    expect(answer.summary).toContain('does not show when the clip was filmed');
  });

  it('supports a claim that is open towards the past, by id or platform and not by word', () => {
    const claim = timeClaim(null, '2020-02-10T00:00:00Z');
    expect(asked([post('id', '2020-02-09T14:03:00Z')], claim).outcome).toBe('supports');
    expect(asked([post('submitter', '2020-02-09T14:03:00Z')], claim).outcome).toBe('neutral');
    expect(asked([post('id', '2020-02-11T14:03:00Z')], claim).outcome).toBe('neutral');
  });
});

describe('without what could be compared', () => {
  it('says that nobody claims a time, or that no time of publication is known', () => {
    expect(answerOf(postTime, {}).summary).toContain('Nobody claims a time');
    expect(asked([])).toMatchObject({ outcome: 'not_applicable', claimId: 'time-claim' });
    expect(asked([post('desk', '2026-01-01T00:00:00Z')]).outcome).toBe('not_applicable');
  });

  it('answers each time claim for itself', () => {
    const claims = [FEBRUARY, timeClaim('2014-01-01T00:00:00Z', null, { id: 'other' })];
    const answers = postTime.check(madeFacts({ claims, posts: [post('id', '2015-03-01T12:00:00Z')] }));
    expect(answers.map(({ claimId, outcome }) => [claimId, outcome])).toEqual([
      ['time-claim', 'contradicts'],
      ['other', 'neutral'],
    ]);
  });
});
