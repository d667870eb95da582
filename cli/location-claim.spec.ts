import { describe, expect, it } from '@jest/globals';
import { locationClaim } from './location-claim.js';

describe('a claimed place', () => {
  it.each([
    ['words', 'south of Idlib', { statement: 'south of Idlib' }],
    ['words with coordinates', 'Idlib @ 35.93, 36.63', { statement: 'Idlib', lat: 35.93, lon: 36.63 }],
    [
      'coordinates with a radius',
      '@-33.92,18.42,500',
      { statement: '-33.92,18.42,500', lat: -33.92, lon: 18.42, radiusM: 500 },
    ],
    [
      'words with another @ before',
      'posted by @desk, Homs@34.73,36.71',
      { statement: 'posted by @desk, Homs', lat: 34.73, lon: 36.71 },
    ],
    ['an @ that no coordinates follow', 'the café @ the square', { statement: 'the café @ the square' }],
    ['one number only', 'Idlib@35', { statement: 'Idlib@35' }],
    ['impossible degrees, for the desk to refuse', 'x@95,200', { statement: 'x', lat: 95, lon: 200 }],
  ])('%s', (_, text, claim) => {
    expect(locationClaim(text)).toEqual(claim);
  });
});
