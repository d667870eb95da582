import { describe, expect, it } from '@jest/globals';
import { radiusOf } from './claimed-radius.js';

describe('how far a claimed place reaches', () => {
  const centre = { latDeg: 35.5, lonDeg: 36.5 };

  it('is the radius as claimed, else the precision in which it was written, else nothing', () => {
    expect(radiusOf({ radiusM: 3_000, point: { precisionM: 7 } }, centre)).toBe(3_000);
    expect(radiusOf({ point: { lat: 1, lon: 2, precisionM: 7 } }, centre)).toBe(7);
    expect(radiusOf({}, centre)).toBe(0);
  });

  it('is that to the farthest corner of a polygon, as one ring or several', () => {
    const ring = [
      [36, 35],
      [37, 35],
      [37, 36],
      [36, 35],
    ];
    expect(radiusOf({ polygon: ring }, centre)).toBeCloseTo(71_600, -3);
    expect(radiusOf({ polygon: [ring] }, centre)).toBe(radiusOf({ polygon: ring }, centre));
  });

  it('does not run round the earth at the date line', () => {
    const across = [
      [179, 0],
      [-179, 0],
      [-179, 1],
      [179, 0],
    ];
    expect(radiusOf({ polygon: across }, { latDeg: 0.5, lonDeg: 180 })).toBeLessThan(130_000);
  });
});
