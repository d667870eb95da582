import { describe, expect, it } from '@jest/globals';
import { displayGeometry, frameRateModeOf, integerOf, millisecondsOf, ratioOf } from './quantities.js';

const SQUARE = { num: 1, den: 1 };

describe('what ffprobe writes', () => {
  it('is null where it is unknown', () => {
    expect([undefined, '', 'N/A', 'inf'].map(millisecondsOf)).toEqual([null, null, null, null]);
    expect([undefined, '', 'N/A', '1.5'].map(integerOf)).toEqual([null, null, null, null]);
    expect([undefined, '0:1', '0/0', '1/0', '-1/2', 'N/A'].map(ratioOf)).toEqual(Array(6).fill(null));
  });

  it('is read in our units', () => {
    expect(millisecondsOf('29.600148')).toBe(29_600);
    expect(millisecondsOf('-0.066667')).toBe(-67);
    expect(ratioOf('30000/1001')).toEqual({ num: 30_000, den: 1001 });
    expect(ratioOf('4:3')).toEqual({ num: 4, den: 3 });
  });
});

describe('displayGeometry', () => {
  it.each([
    [0, 0, 1920, 1080],
    [-90, 90, 1080, 1920],
    [90, 270, 1080, 1920],
    [180, 180, 1920, 1080],
    [-180, 180, 1920, 1080],
    [-270, 270, 1080, 1920],
  ])('a matrix of %i turns clockwise by %i', (matrix, turn, width, height) => {
    expect(displayGeometry(1920, 1080, SQUARE, matrix)).toEqual({
      rotationDegrees: turn,
      displayWidth: width,
      displayHeight: height,
    });
  });

  it('makes pixels square before it turns', () => {
    const shown = displayGeometry(720, 576, { num: 16, den: 15 }, -90);
    expect([shown.displayWidth, shown.displayHeight]).toEqual([576, 768]);
  });
});

describe('frameRateModeOf', () => {
  it.each([
    ['33 and 34 ms of a millisecond clock', 33, 34, { num: 1, den: 1000 }, 'constant'],
    ['the jitter of a phone', 28, 45, { num: 1, den: 90_000 }, 'variable'],
    ['one dropped picture', 40, 80, { num: 1, den: 25 }, 'variable'],
    ['a coarse tick', 40, 40, { num: 1, den: 25 }, 'constant'],
  ] as const)('%s is %s–%s ms', (_what, smallest, largest, timeBase, mode) => {
    expect(frameRateModeOf(smallest, largest, timeBase)).toBe(mode);
  });

  it('claims nothing of a single picture', () => {
    expect(frameRateModeOf(null, null, null)).toBe('unknown');
  });
});
