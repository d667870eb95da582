import { describe, expect, it } from '@jest/globals';
import { areaAround, readArea, readPoint } from './place-filter.js';

describe('an area to look in', () => {
  it('is west, south, east, north', () => {
    expect(readArea('36.5, 35.5,36.9,+36')).toEqual({
      westDeg: 36.5,
      southDeg: 35.5,
      eastDeg: 36.9,
      northDeg: 36,
    });
  });

  it('crosses the antimeridian when west is the greater', () => {
    expect(readArea('170,-20,-170,-10')).toEqual({
      westDeg: 170,
      southDeg: -20,
      eastDeg: 190,
      northDeg: -10,
    });
  });

  it.each([
    '',
    '1,2,3',
    '1,2,3,4,5',
    '1,2,3,x',
    '1,2,3,Infinity',
    '0x1,2,3,4',
    '1e2,2,3,4',
    '-181,0,0,1',
    '0,0,0,90.1',
    '0,2,1,1',
  ])('says what is wrong with %j', (text) => {
    expect(typeof readArea(text)).toBe('string');
  });
});

describe('a circle to look in', () => {
  it('is a latitude and a longitude', () => {
    expect(readPoint('35.76,36.76')).toEqual({ latDeg: 35.76, lonDeg: 36.76 });
    expect(typeof readPoint('95,0')).toBe('string');
    expect(typeof readPoint('0,181')).toBe('string');
  });

  it('lies within an area that widens with the latitude', () => {
    const degree = 111_195;
    const atEquator = areaAround({ latDeg: 0, lonDeg: 10, radiusM: degree });
    expect(atEquator.eastDeg - atEquator.westDeg).toBeCloseTo(2, 2);
    const atSixty = areaAround({ latDeg: 60, lonDeg: 10, radiusM: degree });
    expect(atSixty.eastDeg - atSixty.westDeg).toBeCloseTo(4, 1);
    expect(atSixty.northDeg).toBeCloseTo(61, 2);
  });

  it('with the pole in it reaches every longitude', () => {
    expect(areaAround({ latDeg: 89.5, lonDeg: 10, radiusM: 100_000 })).toMatchObject({
      westDeg: -180,
      eastDeg: 180,
      northDeg: 90,
    });
  });
});
