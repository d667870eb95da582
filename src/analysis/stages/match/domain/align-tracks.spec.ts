import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { emptyTrack } from '../../fingerprint/domain/track.js';
import { alignTracks, canBeLaid } from './align-tracks.js';
import { turnRound, type AlignedSegment } from './alignment.js';
import { USUAL_SPEEDS } from './line.js';
import { madeTrack, wanderingScene, type Take } from './testing/made-tracks.js';

const TOLERANCE_MS = 200;
const seeds = fc.integer({ min: 1, max: 1e6 });

/** A take of a scene that no other test clip shows. */
function foreign(seed: number, lengthMs: number): Take {
  return { scene: wanderingScene(seed + 7_000_000, 1 + lengthMs / 1000), fromMs: 0, lengthMs };
}

/** Fields that are not as they should be; times may be off by 200 ms. */
function errorsOf(segment: AlignedSegment | undefined, truth: Partial<AlignedSegment>): string[] {
  if (segment === undefined) return ['no segment'];
  return Object.entries(truth).flatMap(([field, value]) => {
    const found = segment[field as keyof AlignedSegment];
    const tolerance = field === 'speed' ? 0.04 : TOLERANCE_MS;
    const isNear =
      typeof value === 'number' && typeof found === 'number'
        ? Math.abs(found - value) <= tolerance
        : found === value;
    return isNear ? [] : [`${field} is ${found}, not ${value}`];
  });
}

function expectNear(segment: AlignedSegment | undefined, truth: Partial<AlignedSegment>): void {
  expect(errorsOf(segment, truth)).toEqual([]);
}

describe('alignment of two tracks', () => {
  it('finds a planted stretch, whatever its place, speed, direction, sampling phase and noise', () => {
    fc.assert(
      fc.property(
        ...[seeds, fc.constantFrom(...USUAL_SPEEDS), fc.boolean(), fc.nat({ max: 99 }), fc.nat({ max: 24 })],
        ...[fc.integer({ min: 0, max: 4_000 }), fc.integer({ min: 4_000, max: 9_000 })],
        (seed, speed, mirrored, phaseMs, noiseBits, introMs, lengthMs) => {
          const scene = wanderingScene(seed, 40);
          const fromMs = 5_000;
          const copy = { scene, fromMs, lengthMs, speed, mirrored, noiseBits };
          const here = madeTrack([foreign(seed, introMs), copy, foreign(seed + 1, 2_000)], { phaseMs });
          const there = madeTrack([{ scene, fromMs: 0, lengthMs: 35_000 }]);
          const found = alignTracks(here, there);
          expect(found?.segments).toHaveLength(1);
          expectNear(found?.segments[0], {
            ...{ startMs: introMs, endMs: introMs + lengthMs, mirrored, speed },
            ...{ otherStartMs: fromMs, otherEndMs: fromMs + speed * lengthMs },
          });
        },
      ),
      { numRuns: 12 },
    );
  });

  it('finds every part that a compilation uses, by time, and says how much of each side they cover', () => {
    const scene = wanderingScene(11, 60);
    const part = (fromMs: number, lengthMs: number): Take => ({ scene, fromMs, lengthMs, noiseBits: 10 });
    const compilation = madeTrack([
      part(40_000, 5_000),
      foreign(12, 3_000),
      part(10_000, 4_000),
      part(25_000, 3_000),
    ]);
    const found = alignTracks(compilation, madeTrack([{ scene, fromMs: 0, lengthMs: 60_000 }]));
    expect(found?.segments).toHaveLength(3);
    expectNear(found?.segments[0], { startMs: 0, endMs: 5_000, otherStartMs: 40_000, otherEndMs: 45_000 });
    expectNear(found?.segments[1], { startMs: 8_000, endMs: 12_000, otherStartMs: 10_000 });
    expectNear(found?.segments[2], { startMs: 12_000, endMs: 15_000, otherStartMs: 25_000 });
    expect(found?.coverage).toBeCloseTo(12 / 15, 1);
    expect(found?.otherCoverage).toBeCloseTo(12 / 60, 1);
  });

  it('finds a short clip in each turn of its loop', () => {
    const scene = wanderingScene(21, 10);
    const once: Take = { scene, fromMs: 0, lengthMs: 5_000 };
    const found = alignTracks(madeTrack([once, once, once]), madeTrack([once]));
    expect(found?.segments).toHaveLength(3);
    expect(found?.coverage).toBeGreaterThan(0.95);
    expect(found?.otherCoverage).toBeGreaterThan(0.95);
  });

  it('is the same turned round, whichever clip comes first', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(0.5, 1, 1.25), fc.boolean(), (seed, speed, mirrored) => {
        const scene = wanderingScene(seed, 20);
        const a = madeTrack([
          foreign(seed, 1_000),
          { scene, fromMs: 2_000, lengthMs: 6_000, speed, mirrored },
        ]);
        const b = madeTrack([{ scene, fromMs: 0, lengthMs: 20_000 }]);
        const found = alignTracks(a, b);
        expect(found).not.toBeNull();
        expect(alignTracks(b, a)).toEqual(turnRound(found!));
      }),
      { numRuns: 4 },
    );
  });

  it('lays a clip on itself from start to end', () => {
    const track = madeTrack([{ scene: wanderingScene(31, 20), fromMs: 0, lengthMs: 20_000 }]);
    expect(alignTracks(track, track)).toEqual({
      ...{ mirrored: false, speed: 1, score: 1, coverage: 1, otherCoverage: 1 },
      segments: [
        {
          ...{ startMs: 0, endMs: 20_000, otherStartMs: 0, otherEndMs: 20_000 },
          ...{ mirrored: false, speed: 1, score: 1 },
        },
      ],
    });
  });

  it('finds nothing between unrelated clips', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 0, max: 400 }), (seed, bitsPerSecond) => {
        const scene = (at: number): Take => ({
          scene: wanderingScene(at, 30, bitsPerSecond),
          ...{ fromMs: 0, lengthMs: 30_000 },
        });
        expect(alignTracks(madeTrack([scene(seed)]), madeTrack([scene(seed + 1)]))).toBeNull();
      }),
      { numRuns: 6 },
    );
  });
});

describe('pictures that stand still', () => {
  const still = (seed: number, lengthMs: number, noiseBits = 4): Take => ({
    scene: wanderingScene(seed, 1, 0),
    ...{ fromMs: 0, lengthMs, noiseBits },
  });

  it('one still picture in common, for however long, is no match', () => {
    const a = madeTrack([still(41, 10_000), foreign(1, 5_000)], { seed: 2 });
    const b = madeTrack([foreign(2, 4_000), still(41, 20_000)], { seed: 3 });
    expect(alignTracks(a, b)).toBeNull();
    expect(alignTracks(madeTrack([still(41, 9_000)]), madeTrack([still(41, 9_000)], { seed: 5 }))).toBeNull();
  });

  it('a title card in common neither adds a segment nor moves the one beside it', () => {
    const scene = wanderingScene(51, 20);
    const a = madeTrack([still(52, 4_000), { scene, fromMs: 3_000, lengthMs: 6_000, noiseBits: 8 }], {
      seed: 2,
    });
    const b = madeTrack([{ scene, fromMs: 0, lengthMs: 20_000 }, still(52, 7_000)], { seed: 3 });
    const found = alignTracks(a, b);
    expect(found?.segments).toHaveLength(1);
    expectNear(found?.segments[0], { startMs: 4_000, endMs: 10_000, otherStartMs: 3_000, otherEndMs: 9_000 });
  });

  it('black, which has no quality, matches nothing, not even itself', () => {
    const black = madeTrack([{ scene: wanderingScene(61, 10), fromMs: 0, lengthMs: 10_000, quality: 0 }]);
    expect(alignTracks(black, black)).toBeNull();
  });

  it('the same place seen at two times, little moving, is not the same footage', () => {
    // 12 of 256 bits tremble around the one picture that the fixed camera sees.
    const a = madeTrack([still(71, 30_000, 12)], { seed: 4 });
    const b = madeTrack([still(71, 30_000, 12)], { seed: 5 });
    expect(alignTracks(a, b)).toBeNull();
  });

  it('no picture and a single picture are no match and no crash', () => {
    const one = madeTrack([still(81, 100)]);
    expect(alignTracks(emptyTrack(0), one)).toBeNull();
    expect(alignTracks(one, emptyTrack(0))).toBeNull();
    expect(alignTracks(one, one)).toBeNull();
  });
});

it('a clip that shows one picture only, or for a moment only, can be laid on nothing', () => {
  const still = { scene: wanderingScene(81, 10, 0), fromMs: 0, lengthMs: 5_000 };
  const moving = { scene: wanderingScene(82, 10), fromMs: 0, lengthMs: 5_000 };
  expect([still, { ...moving, lengthMs: 500 }, moving].map((take) => canBeLaid(madeTrack([take])))).toEqual([
    false,
    false,
    true,
  ]);
  expect(canBeLaid(emptyTrack(0))).toBe(false);
});

describe('a clip of an hour', () => {
  it('finds the minute of it that another clip shows within bounded work', () => {
    const scene = wanderingScene(91, 60, 40);
    const hours = (seed: number, lengthMs: number): Take => ({
      scene: wanderingScene(seed, lengthMs / 1000, 40),
      ...{ fromMs: 0, lengthMs },
    });
    const a = madeTrack([hours(92, 2_000_000), { scene, fromMs: 0, lengthMs: 60_000 }, hours(93, 1_600_000)]);
    const b = madeTrack([{ scene, fromMs: 0, lengthMs: 60_000 }]);
    const before = process.cpuUsage().user;
    const found = alignTracks(a, b);
    expect((process.cpuUsage().user - before) / 1e6).toBeLessThan(5);
    expect(found?.segments).toHaveLength(1);
    expectNear(found?.segments[0], {
      startMs: 2_000_000,
      endMs: 2_060_000,
      otherStartMs: 0,
      otherEndMs: 60_000,
    });
  }, 20_000);
});
