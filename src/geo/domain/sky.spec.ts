import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lineBetween } from './geodesic-line.js';
import { shadowTimes } from './shadow-times.js';
import { shadowUnder } from './shadow.js';
import { skyDay } from './sky-day.js';
import { moonLightAt, positionOf } from './sky.js';
import { sunPath } from './sun-path.js';

const IDLIB = { latDeg: 35.8, lonDeg: 36.7 };
const at = (text: string) => Date.parse(text);

describe('where the sun stands', () => {
  it('agrees with PyEphem within 0.002 degrees at 35.80N 36.70E, 2020-02-09T10:00Z', () => {
    const sun = positionOf('sun', at('2020-02-09T10:00:00Z'), IDLIB);
    expect(sun.azimuthDeg).toBeCloseTo(183.947, 2);
    expect(Math.abs(sun.altitudeDeg - 39.331)).toBeLessThan(0.002);
    expect(Math.abs(sun.apparentAltitudeDeg - 39.3503)).toBeLessThan(0.002);
  });

  // Reda and Andreas, "Solar Position Algorithm", NREL/TP-560-34302, table A5.1: 2003-10-17 12:30:30 -07:00, Golden, Colorado.
  it("agrees with NREL's published example within 0.01 degrees", () => {
    const golden = { latDeg: 39.742476, lonDeg: -105.1786 };
    const sun = positionOf('sun', at('2003-10-17T19:30:30Z'), golden);
    expect(Math.abs(sun.azimuthDeg - 194.34024)).toBeLessThan(0.01);
    expect(Math.abs(90 - sun.altitudeDeg - 50.1275)).toBeLessThan(0.01);
  });

  it('is followed by the quick path within 0.003 degrees, anywhere and any day', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -89, max: 89, noNaN: true }),
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.integer({ min: at('1701-01-01'), max: at('2199-12-31') }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (latDeg, lonDeg, fromMs, part) => {
          const point = { latDeg, lonDeg };
          const atMs = Math.floor(fromMs + part * 86_400_000);
          const [quick, true_] = [sunPath(fromMs, point)(atMs), positionOf('sun', atMs, point)];
          const turned = Math.abs(((quick.azimuthDeg - true_.azimuthDeg + 540) % 360) - 180);
          expect(Math.abs(quick.altitudeDeg - true_.altitudeDeg)).toBeLessThan(0.003);
          expect(turned * Math.cos((true_.altitudeDeg * Math.PI) / 180)).toBeLessThan(0.004);
        },
      ),
      { numRuns: 200, seed: 4 },
    );
  });
});

describe('a day', () => {
  // US Naval Observatory, "Rise, Set, and Twilight Definitions": an equinox day at Greenwich has some 12 h 10 min of sun.
  it('has sunrise, noon and sunset in order, and twilights around them', () => {
    const day = skyDay(at('2020-03-20T00:00:00Z'), at('2020-03-21T00:00:00Z'), {
      latDeg: 51.4769,
      lonDeg: 0,
    });
    const order = [
      day.astronomicalDawnMs,
      day.nauticalDawnMs,
      day.civilDawnMs,
      day.sunriseMs,
      day.noonMs,
      day.sunsetMs,
      day.civilDuskMs,
      day.nauticalDuskMs,
      day.astronomicalDuskMs,
    ].map(Number);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    const minutes = (Number(day.sunsetMs) - Number(day.sunriseMs)) / 60_000;
    expect(minutes).toBeGreaterThan(720);
    expect(minutes).toBeLessThan(740);
    expect(day.daylight).toBe('usual');
  });

  it.each([
    ['polar_day', '2020-06-21', 71],
    ['polar_night', '2020-12-21', 71],
    ['polar_day', '2020-12-21', -90],
    ['polar_night', '2020-12-21', 90],
  ])('says %s on %s at latitude %d', (daylight, day, latDeg) => {
    const from = at(`${day}T00:00:00Z`);
    const found = skyDay(from, from + 86_400_000, { latDeg, lonDeg: 25 });
    expect(found).toMatchObject({ daylight, sunriseMs: null, sunsetMs: null });
  });
});

describe('the moon', () => {
  it('was full on 9 February 2020 (07:33 UTC) and new on 26 June 2025 (10:32 UTC)', () => {
    expect(moonLightAt(at('2020-02-09T07:33:00Z'))).toMatchObject({ phase: 'full_moon' });
    expect(Math.abs(moonLightAt(at('2020-02-09T07:33:00Z')).phaseDeg - 180)).toBeLessThan(0.05);
    expect(moonLightAt(at('2025-06-25T10:32:00Z')).phase).toBe('new_moon');
  });
});

describe('a shadow', () => {
  it('points away from the sun and is as long as its height at 45 degrees', () => {
    const sun = { azimuthDeg: 270, altitudeDeg: 45, apparentAltitudeDeg: 45 };
    expect(shadowUnder(sun)).toEqual({ directionDeg: 90, lengthRatio: 1 });
  });

  it('is none while the sun is down', () => {
    expect(shadowUnder({ azimuthDeg: 270, altitudeDeg: -1, apparentAltitudeDeg: -0.4 })).toBeNull();
  });

  const fromMs = at('2020-02-08T22:00:00Z');
  const toMs = fromMs + 86_400_000;

  it('measured by its direction is found again at the time that cast it', () => {
    const castMs = at('2020-02-09T07:15:00Z');
    const cast = shadowUnder(positionOf('sun', castMs, IDLIB));
    const found = shadowTimes(fromMs, toMs, IDLIB, {
      directionDeg: cast?.directionDeg ?? 0,
      directionToleranceDeg: 2,
      lengthRatio: null,
      lengthTolerance: 0.1,
    });
    expect(found).toHaveLength(1);
    expect(Math.abs((found[0]?.bestMs ?? 0) - castMs)).toBeLessThan(5_000);
    expect(found[0]?.fromMs).toBeLessThan(castMs);
    expect(found[0]?.toMs).toBeGreaterThan(castMs);
  });

  it('measured by its length alone fits once in the morning and once in the afternoon', () => {
    const found = shadowTimes(fromMs, toMs, IDLIB, {
      directionDeg: null,
      directionToleranceDeg: 5,
      lengthRatio: 2,
      lengthTolerance: 0.05,
    });
    expect(found).toHaveLength(2);
    for (const { lengthRatio } of found) expect(lengthRatio).toBeCloseTo(2, 2);
  });

  it('that no sun of that day casts fits at no time', () => {
    const north = { directionDeg: 180, directionToleranceDeg: 5, lengthRatio: null, lengthTolerance: 0.1 };
    expect(shadowTimes(fromMs, toMs, IDLIB, north)).toEqual([]);
    const short = { ...north, directionDeg: null, lengthRatio: 0.1 };
    expect(shadowTimes(fromMs, toMs, IDLIB, short)).toEqual([]);
  });
});

describe('a line over the ellipsoid', () => {
  // The inverse example of GeographicLib's documentation, JFK to LHR: 51.198883 degrees, 5551759.400 m.
  it('measures 5551.759 km from New York to London, setting out at 51.1989 degrees', () => {
    const line = lineBetween({ latDeg: 40.6, lonDeg: -73.8 }, { latDeg: 51.6, lonDeg: -0.5 });
    expect(line).toEqual({ distanceM: 5551759.4, bearingDeg: 51.1989, finalBearingDeg: 107.8218 });
  });

  it('crosses the date line by the short way and has no direction between equal points', () => {
    const line = lineBetween({ latDeg: 0, lonDeg: 179.9 }, { latDeg: 0, lonDeg: -179.9 });
    expect(line.distanceM).toBeLessThan(22_300);
    expect(line.bearingDeg).toBe(90);
    expect(lineBetween(IDLIB, IDLIB)).toEqual({ distanceM: 0, bearingDeg: null, finalBearingDeg: null });
  });
});
