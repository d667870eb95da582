import { describe, expect, it } from '@jest/globals';
import { claimedPlaces, foundPlaces } from './place-facts';

const claim = (value: Record<string, unknown>, type = 'location') =>
  ({ id: 'c', type, statement: 'invented', value }) as unknown as Parameters<typeof claimedPlaces>[0][number];
const finding = (foundValue: Record<string, unknown> | null, more: object = {}) =>
  ({ id: 'f', claimId: 'c', foundValue, withdrawn: null, rule: null, ...more }) as unknown as Parameters<
    typeof foundPlaces
  >[0][number];

describe('a claimed place', () => {
  it('is where its numbers say, or what was read from its words', () => {
    expect(claimedPlaces([claim({ lat: 1, lon: 2, radiusM: 30 })])[0]).toMatchObject({
      point: { lat: 1, lon: 2 },
      radiusM: 30,
    });
    const written = claim({ coordinates: '1°N 2°E', point: { lat: 1, lon: 2, format: 'dms' } });
    expect(claimedPlaces([written])[0]?.point).toEqual({ lat: 1, lon: 2 });
  });
  it('is the middle of its polygon, given with or without the outer array', () => {
    const ring = [
      [0, 0],
      [4, 0],
      [4, 2],
      [0, 0],
    ];
    for (const polygon of [ring, [ring]]) {
      expect(claimedPlaces([claim({ polygon })])[0]).toMatchObject({
        point: { lat: 1, lon: 2 },
        rings: [ring],
      });
    }
  });
  it('may be a name alone', () => {
    expect(claimedPlaces([claim({ place: 'Saraqeb' })])[0]).toMatchObject({ place: 'Saraqeb', point: null });
  });
});

describe('a found place', () => {
  it('carries where the camera looked', () => {
    const value = { lat: 1, lon: 2, uncertaintyM: 5, viewDirectionDeg: 90, fieldOfViewDeg: 60 };
    expect(foundPlaces([finding(value)], [claim({})])).toMatchObject([
      { point: { lat: 1, lon: 2 }, uncertaintyM: 5, viewDirectionDeg: 90, fieldOfViewDeg: 60 },
    ]);
  });
  it('is none when a rule only repeats what the file says', () => {
    const byRule = finding({ lat: 1, lon: 2 }, { rule: 'embedded-position' });
    expect(foundPlaces([byRule], [claim({})])).toEqual([]);
  });
  it('is none when it was withdrawn, answers no place claim, or names no point', () => {
    const value = { lat: 1, lon: 2 };
    expect(foundPlaces([finding(value, { withdrawn: { by: null } })], [claim({})])).toEqual([]);
    expect(foundPlaces([finding(value)], [claim({}, 'time')])).toEqual([]);
    expect(foundPlaces([finding({ place: 'Idlib' }), finding(null)], [claim({})])).toEqual([]);
  });
});
