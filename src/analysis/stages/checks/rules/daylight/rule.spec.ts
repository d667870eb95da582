import { describe, expect, it } from '@jest/globals';
import type { ClaimFacts } from '../../domain/facts.js';
import { framesOf, placeClaim, timeClaim } from '../testing/geo-facts.js';
import { madeFacts } from '../../testing/made-facts.js';
import { daylight } from './rule.js';

const PLACE = placeClaim(35.76, 36.76);
const MIDNIGHT = timeClaim('2020-02-08T21:30:00Z', '2020-02-08T22:30:00Z');
const NOON = timeClaim('2020-02-09T09:30:00Z', '2020-02-09T10:30:00Z');
const judge = (luma: number, ...claims: ClaimFacts[]) =>
  daylight.check(madeFacts({ frames: framesOf(luma), claims }));

describe('daylight', () => {
  it('bright pictures claimed for midnight contradict the time, and say what else is bright', () => {
    const [answer] = judge(122, PLACE, MIDNIGHT);
    expect(answer).toMatchObject({
      outcome: 'contradicts',
      claimId: 'time',
      compared: { medianLuma: 122, brightShare: 1, locationClaimId: 'place' },
      evidence: [{ kind: 'frame', ref: 'frame' }],
    });
    expect(answer?.summary).toMatch(/night mode/);
  });

  it.each([
    ['dark pictures at midnight', 20, MIDNIGHT],
    ['dim pictures at midnight', 60, MIDNIGHT],
    ['bright pictures at noon', 122, NOON],
    ['dark pictures at noon', 20, NOON],
    ['bright pictures at dusk', 122, timeClaim('2020-02-09T15:00:00Z', '2020-02-09T15:30:00Z')],
  ])('%s are neutral', (_what, luma, time) => {
    expect(judge(luma, PLACE, time)).toMatchObject([{ outcome: 'neutral' }]);
  });

  it('does not contradict where the claimed place reaches into daylight', () => {
    const continent = placeClaim(35.76, 36.76, 8_000_000);
    expect(judge(122, continent, MIDNIGHT)).toMatchObject([{ outcome: 'neutral' }]);
  });

  it('does not contradict a midnight in polar day', () => {
    const summer = timeClaim('2020-06-20T21:30:00Z', '2020-06-20T22:30:00Z');
    expect(judge(122, placeClaim(78.2, 15.6), summer)).toMatchObject([{ outcome: 'neutral' }]);
  });

  it.each([
    ['an open end', [PLACE, timeClaim('2020-02-08T21:30:00Z', null)]],
    ['a whole day', [PLACE, timeClaim('2020-02-08T00:00:00Z', '2020-02-09T23:59:59Z')]],
    ['a zone that was assumed', [PLACE, timeClaim('2020-02-08T21:30:00Z', '2020-02-08T22:30:00Z', true)]],
    ['a year beyond the almanac', [PLACE, timeClaim('1066-10-14T21:30:00Z', '1066-10-14T22:30:00Z')]],
    ['no point', [MIDNIGHT]],
  ])('does not apply with %s', (_what, claims) => {
    expect(judge(122, ...claims)).toMatchObject([{ outcome: 'not_applicable' }]);
  });

  it('does not apply without samples', () => {
    const facts = madeFacts({ claims: [PLACE, MIDNIGHT] });
    expect(daylight.check(facts)).toMatchObject([{ outcome: 'not_applicable' }]);
  });
});
