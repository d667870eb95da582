import { describe, expect, it } from '@jest/globals';
import { boundsOf, circleAround, pointAt, turnOf, wedge } from './geometry';

const village = { lat: 35.76, lon: 36.76 };

describe('drawing on the globe', () => {
  it('goes a kilometre north by 0.009 degrees of latitude', () => {
    const [lon, lat] = pointAt(village, 0, 1000);
    expect(lon).toBeCloseTo(36.76, 9);
    expect(lat - village.lat).toBeCloseTo(0.008993, 5);
  });

  it('closes its circles', () => {
    const ring = circleAround(village, 3000);
    expect(ring.at(-1)?.[0]).toBeCloseTo(ring[0]?.[0] ?? 0, 9);
    expect(ring).toHaveLength(73);
  });

  it('does not tear a circle at the antimeridian', () => {
    const longitudes = circleAround({ lat: 0, lon: 179.99 }, 5000).map(([lon]) => lon);
    expect(Math.max(...longitudes) - Math.min(...longitudes)).toBeLessThan(0.1);
    expect(Math.max(...longitudes)).toBeGreaterThan(180);
  });

  it('begins and ends what a camera sees at the camera', () => {
    const ring = wedge(village, 90, 60, 500);
    expect(ring[0]).toEqual([36.76, 35.76]);
    expect(ring.at(-1)).toEqual([36.76, 35.76]);
    expect(ring.slice(1, -1).every(([lon]) => lon > 36.76)).toBe(true);
  });

  it('keeps a direction within one turn', () => {
    expect([turnOf(-10), turnOf(360), turnOf(725)]).toEqual([350, 0, 5]);
  });
});

describe('the box around what is drawn', () => {
  const mark = (lat: number, lon: number) =>
    ({ id: `${lat},${lon}`, lat, lon, shape: 'circle', tone: 'found' }) as const;

  it('is nothing for nothing', () => expect(boundsOf({ marks: [] })).toBeNull());
  it('holds marks and areas', () => {
    const content = {
      marks: [mark(1, 2)],
      areas: [{ rings: [[[3, 4]] as const], tone: 'claimed' as const }],
    };
    expect(boundsOf(content)).toEqual([2, 1, 3, 4]);
  });
  it('takes the short way round', () => {
    expect(boundsOf({ marks: [mark(-17, 179), mark(-18, -179)] })).toEqual([179, -18, 181, -17]);
  });
});
