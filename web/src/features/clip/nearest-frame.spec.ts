import { describe, expect, it } from '@jest/globals';
import { frameAt, frameBeside } from './nearest-frame.js';

const frames = [0, 1000, 4000].map((ptsMs) => ({ ptsMs }));

describe('the keyframe of a time', () => {
  it.each([
    [0, 0],
    [999, 0],
    [1000, 1000],
    [3999, 1000],
    [99_000, 4000],
    [-5, 0],
  ])('at %d ms is that of %d ms', (ptsMs, expected) => {
    expect(frameAt(frames, ptsMs)?.ptsMs).toBe(expected);
  });
  it('is none in a clip without frames', () => {
    expect(frameAt([], 5)).toBeUndefined();
  });
});

describe('stepping by keyframes', () => {
  it.each([
    [0, 1, 1000],
    [1000, -1, 0],
    [0, -1, 0],
    [4000, 1, 4000],
    [2500, 1, 4000],
    [2500, -1, 1000],
    [9000, 1, 4000],
    [9000, -1, 4000],
    [0, 2, 4000],
  ])('from %d ms by %d goes to %d ms', (ptsMs, by, expected) => {
    expect(frameBeside(frames, ptsMs, by)?.ptsMs).toBe(expected);
  });
  it('goes nowhere in a clip without frames', () => {
    expect(frameBeside([], 0, 1)).toBeUndefined();
  });
});
