import { describe, expect, it } from '@jest/globals';
import { lookup, placeClaim } from '../testing/geo-facts.js';
import { madeFacts } from '../../testing/made-facts.js';
import { placeName } from './rule.js';

const CLAIM = placeClaim(35.76, 36.76);
const judge = (places: ReturnType<typeof lookup>, claim = CLAIM) =>
  placeName.check(madeFacts({ claims: [claim], places }));

describe('a claimed place name', () => {
  it('near the claimed point supports, in any spelling', () => {
    const [answer] = judge(lookup('خان السبل', ['Khan al-Sebel', 35.755, 36.755, 0.9]));
    expect(answer).toMatchObject({ outcome: 'supports', claimId: 'place' });
  });

  it('of which all places lie far off contradicts, and names the nearest with its distance', () => {
    const [answer] = judge(lookup('Paris', ['Paris', 33.66, -95.55, 1], ['Paris', 48.85, 2.35, 1]));
    expect(answer).toMatchObject({ outcome: 'contradicts', compared: { places: [{ latDeg: 48.85 }, {}] } });
    expect(answer?.summary).toMatch(/\(SY, 48\.85, 2\.35\) lies \d+ km/);
    expect(answer?.summary).toContain('2 places of such a name are known');
  });

  it('that is only spelled alike never contradicts', () => {
    expect(judge(lookup('Sebil', ['Sabel', 10, 10, 0.75]))).toMatchObject([{ outcome: 'neutral' }]);
  });

  it('between near and far is neutral', () => {
    expect(judge(lookup('Idlib', ['Idlib', 36.3, 36.76, 1]))).toMatchObject([{ outcome: 'neutral' }]);
  });

  it('without a point lists what is known', () => {
    const claim = { ...CLAIM, point: null };
    const [answer] = judge(lookup('Idlib', ['Idlib', 35.93, 36.63, 1]), claim);
    expect(answer).toMatchObject({ outcome: 'neutral' });
  });

  it('says nothing while places are still missing, also where one near or far is known already', () => {
    for (const found of [
      lookup('Paris', ['Paris', 33.66, -95.55, 1]),
      lookup('Paris', ['Paris', 35.76, 36.76, 1]),
    ]) {
      const [answer] = judge(new Map([...found].map(([id, known]) => [id, { ...known, complete: false }])));
      expect(answer).toMatchObject({ outcome: 'not_applicable', claimId: 'place' });
      expect(answer?.summary).toContain('still being read in');
    }
  });

  it('that nobody knows says nothing, also when something else is spelled a little alike', () => {
    for (const places of [lookup('Nowhere'), lookup('Khan al-Sebel', ["Xi'an", 34.26, 108.93, 0.41])])
      expect(judge(places)).toMatchObject([{ outcome: 'not_applicable', claimId: 'place' }]);
    expect(placeName.check(madeFacts({}))).toMatchObject([{ outcome: 'not_applicable', claimId: null }]);
  });
});
