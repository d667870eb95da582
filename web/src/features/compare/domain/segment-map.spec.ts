import { describe, expect, it } from '@jest/globals';
import { isMirroredAt, placeOf, rateAt, seenFrom, segmentsOf, type Match, type Segment } from './segment-map';

const segment = (startMs: number, endMs: number, otherStartMs: number, speed = 1): Segment => ({
  startMs,
  endMs,
  otherStartMs,
  otherEndMs: otherStartMs + (endMs - startMs) * speed,
  mirrored: false,
  speed,
  score: 1,
});
const match = (segments: Segment[]): Match => ({
  id: 'm',
  ofClipId: 'a',
  clipId: 'b',
  kind: 'same_footage',
  mirrored: false,
  speed: segments[0]?.speed ?? 1,
  score: 1,
  coverage: 0.5,
  otherCoverage: 1,
  segments,
  method: 'test',
  state: 'suggested',
  decision: null,
  version: 1,
  createdAt: '2026-01-01T00:00:00.000Z',
});

describe('a point of one clip', () => {
  const segments = [segment(1_000, 3_000, 5_000), segment(4_000, 5_000, 0, 1.25)];

  it('is where the segment puts it in the other, from either side', () => {
    expect(placeOf(segments, { side: 'this', ms: 1_500 })).toEqual({
      thisMs: 1_500,
      otherMs: 5_500,
      segment: 0,
    });
    expect(placeOf(segments, { side: 'other', ms: 5_500 })).toEqual({
      thisMs: 1_500,
      otherMs: 5_500,
      segment: 0,
    });
  });

  it('runs at the speed of its segment', () => {
    const there = placeOf(segments, { side: 'this', ms: 4_400 });
    expect(there).toEqual({ thisMs: 4_400, otherMs: 500, segment: 1 });
    expect(placeOf(segments, { side: 'other', ms: 500 })).toEqual(there);
    expect(rateAt(segments, there)).toBe(1.25);
  });

  it('between the segments has no counterpart, and passes at its own speed', () => {
    const gap = placeOf(segments, { side: 'this', ms: 3_500 });
    expect(gap).toEqual({ thisMs: 3_500, otherMs: null, segment: null });
    expect(rateAt(segments, gap)).toBe(1);
    expect(placeOf(segments, { side: 'other', ms: 9_000 })).toEqual({
      thisMs: null,
      otherMs: 9_000,
      segment: null,
    });
    expect(placeOf([], { side: 'this', ms: 0 }).otherMs).toBeNull();
  });

  it('never leaves the segment because its ends were rounded', () => {
    const rounded = [{ ...segment(0, 1_000, 0, 1.001), otherEndMs: 1_000 }];
    expect(placeOf(rounded, { side: 'this', ms: 1_000 }).otherMs).toBe(1_000);
  });

  it('that is shown twice stays in the segment in which one was', () => {
    const twice = [segment(0, 1_000, 0), segment(2_000, 3_000, 0)];
    expect(placeOf(twice, { side: 'other', ms: 500 }).thisMs).toBe(500);
    expect(placeOf(twice, { side: 'other', ms: 500 }, 1).thisMs).toBe(2_500);
    expect(placeOf(twice, { side: 'other', ms: 500 }, 7).thisMs).toBe(500);
  });
});

describe('a match seen from the other clip', () => {
  const told = match([segment(4_000, 5_000, 0, 0.8), segment(0, 1_000, 2_000, 0.8)]);

  it('has its sides exchanged, in the order of that clip', () => {
    const turned = seenFrom(told, 'b');
    expect(turned).toMatchObject({
      ofClipId: 'b',
      clipId: 'a',
      coverage: 1,
      otherCoverage: 0.5,
      speed: 1.25,
    });
    expect(
      turned?.segments.map(({ startMs, otherStartMs, speed }) => [startMs, otherStartMs, speed]),
    ).toEqual([
      [0, 4_000, 1.25],
      [2_000, 0, 1.25],
    ]);
  });

  it('turned round twice is as it was, and is nobody else’s', () => {
    const twice = seenFrom(seenFrom(told, 'b') ?? told, 'a');
    expect(twice?.speed).toBe(0.8);
    expect(twice?.segments).toEqual(told.segments.toSorted((a, b) => a.startMs - b.startMs));
    expect(seenFrom(told, 'a')).toBe(told);
    expect(seenFrom(told, 'c')).toBeUndefined();
  });
});

it('a segment says for itself whether it is mirrored', () => {
  const mixed = { mirrored: true, segments: [{ ...segment(0, 1_000, 0), mirrored: false }] };
  expect(isMirroredAt(mixed, { thisMs: 0, otherMs: 0, segment: 0 })).toBe(false);
  expect(isMirroredAt(mixed, { thisMs: 2_000, otherMs: null, segment: null })).toBe(true);
});

it('equal bytes are one segment from start to end, other matches only what was found', () => {
  const file = { ...match([]), kind: 'same_file' as const };
  expect(segmentsOf(file, 4_000)).toMatchObject([{ startMs: 0, endMs: 4_000, otherEndMs: 4_000, speed: 1 }]);
  expect(segmentsOf(file, null)).toEqual([]);
  expect(segmentsOf(match([]), 4_000)).toEqual([]);
});
