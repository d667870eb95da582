import { describe, expect, it } from '@jest/globals';
import { filmedAt, placeClaim } from '../testing/geo-facts.js';
import { madeFacts } from '../../testing/made-facts.js';
import { embeddedPosition } from './rule.js';

const KHAN_AL_SEBEL = placeClaim(35.76, 36.76);
const judge = (lat: number, lon: number, accuracyM: number | null, claim = KHAN_AL_SEBEL) =>
  embeddedPosition.check(madeFacts({ metadata: filmedAt(lat, lon, accuracyM), claims: [claim] }));

describe('a position in the file', () => {
  it('40 km from the claimed village contradicts, and is given as found', () => {
    const [answer] = judge(36.12, 36.76, 10);
    expect(answer).toMatchObject({
      outcome: 'contradicts',
      claimId: 'place',
      compared: { distanceM: 39_945 },
      foundValue: { lat: 36.12, lon: 36.76, uncertaintyM: 10 },
      evidence: [{ kind: 'metadata', ref: 'gps' }],
    });
    expect(answer?.summary).toContain('40 km');
  });

  it('within the claimed radius supports', () => {
    expect(judge(35.77, 36.77, 10)).toMatchObject([{ outcome: 'supports' }]);
  });

  it('beyond the radius by no more than the device may be off is neutral', () => {
    expect(judge(35.79, 36.76, 500)).toMatchObject([{ outcome: 'neutral' }]);
    expect(judge(35.79, 36.76, 5)).toMatchObject([{ outcome: 'contradicts' }]);
  });

  it('is held against a kilometre where no radius is claimed, and half of one for a silent device', () => {
    expect(judge(35.7725, 36.76, null, placeClaim(35.76, 36.76, 0))).toMatchObject([{ outcome: 'neutral' }]);
    expect(judge(35.78, 36.76, null, placeClaim(35.76, 36.76, 0))).toMatchObject([
      { outcome: 'contradicts' },
    ]);
  });

  it('is measured over the date line', () => {
    const [answer] = judge(-17, 179.99, 10, placeClaim(-17, -179.99, 3_000));
    expect(answer).toMatchObject({ outcome: 'supports' });
  });

  it.each([
    ['no metadata', madeFacts({ claims: [KHAN_AL_SEBEL] })],
    ['the position 0, 0', madeFacts({ metadata: filmedAt(0, 0, null), claims: [KHAN_AL_SEBEL] })],
    ['no claimed point', madeFacts({ metadata: filmedAt(1, 1, null) })],
  ])('does not apply with %s', (_what, facts) => {
    expect(embeddedPosition.check(facts)).toMatchObject([{ outcome: 'not_applicable' }]);
  });
});
