import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import geodesic from 'geographiclib-geodesic';
import { boxAround, boxOfPoints, type GeoBox } from './geo-box.js';

const { WGS84 } = geodesic.Geodesic;

function holds(box: GeoBox, lat: number, lon: number): boolean {
  const slack = 1e-9;
  const inLatitude = lat >= box.south - slack && lat <= box.north + slack;
  return (
    inLatitude &&
    [lon, lon + 360, lon - 360].some((turned) => turned >= box.west - slack && turned <= box.east + slack)
  );
}

describe('a box around a point', () => {
  it('holds every point within the radius, at any latitude and across the antimeridian', () => {
    const circle = fc.record({
      lat: fc.double({ min: -90, max: 90, noNaN: true }),
      lon: fc.double({ min: -180, max: 180, noNaN: true }),
      radiusM: fc.double({ min: 1, max: 20_000_000, noNaN: true }),
      azimuth: fc.double({ min: 0, max: 360, noNaN: true }),
    });
    fc.assert(
      fc.property(circle, ({ lat, lon, radiusM, azimuth }) => {
        const far = WGS84.Direct(lat, lon, azimuth, radiusM);
        expect(holds(boxAround({ lat, lon }, radiusM), far.lat2 ?? NaN, far.lon2 ?? NaN)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is not much larger than it must be', () => {
    const box = boxAround({ lat: 35.8, lon: 36.7 }, 1_000);
    expect(box.north - box.south).toBeCloseTo(2_000 / 110_950, 3);
    expect(box.east - box.west).toBeCloseTo(2_000 / 90_400, 3);
  });

  it('ends beyond 180 degrees where it crosses the antimeridian, and goes all the way round at a pole', () => {
    const fiji = boxAround({ lat: -17, lon: 179.99 }, 5_000);
    expect(fiji.west).toBeLessThan(180);
    expect(fiji.east).toBeGreaterThan(180);
    expect(boxAround({ lat: 89.99, lon: 10 }, 5_000)).toMatchObject({ west: -180, east: 180, north: 90 });
  });
});

describe('the box of a polygon', () => {
  it('is that of its points', () => {
    const box = { west: 36, south: 35, east: 37, north: 35.5 };
    expect(
      boxOfPoints([
        [36, 35],
        [37, 35.5],
        [36.5, 35.2],
        [36, 35],
      ]),
    ).toEqual(box);
  });

  it('crosses the antimeridian the short way', () => {
    const box = { west: 179, south: -18, east: 181, north: -16 };
    expect(
      boxOfPoints([
        [179, -18],
        [-179, -18],
        [-179, -16],
        [179, -16],
        [179, -18],
      ]),
    ).toEqual(box);
    expect(
      boxOfPoints([
        [-179, -18],
        [-179, -16],
        [179, -16],
        [-179, -18],
      ]),
    ).toEqual(box);
  });
});
