import { describe, expect, it } from '@jest/globals';
import { frameNumberAt, frameRateOf, withinNext, withinPrevious } from './frame-rate.js';

const ntsc = { fps: 30_000 / 1001, isConstant: true };
const changing = { fps: 24, isConstant: false };

it('every picture of a constant rate has its number, though times are whole milliseconds', () => {
  for (let number = 0; number < 20_000; number += 37)
    expect(frameNumberAt(Math.round((number * 1000) / ntsc.fps), ntsc)).toBe(number);
});

it('a changing or unknown rate numbers no picture', () => {
  expect(frameNumberAt(1000, changing)).toBeNull();
  expect(frameNumberAt(1000, frameRateOf(undefined))).toBeNull();
});

describe('stepping', () => {
  it('forward lands within the next picture, never on its edge', () => {
    const next = withinNext(1000 / ntsc.fps, ntsc) ?? 0;
    expect((next * ntsc.fps) / 1000).toBeCloseTo(2.5, 6);
  });
  it('forward is not known ahead when pictures stand differently long', () => {
    expect(withinNext(0, changing)).toBeNull();
  });
  it('back lands just before the present picture, and not before the film', () => {
    expect(withinPrevious(40)).toBe(39.5);
    expect(withinPrevious(0)).toBe(0);
  });
});
