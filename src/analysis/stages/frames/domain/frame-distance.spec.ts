import { describe, expect, it } from '@jest/globals';
import { histogramDistance, plainDistance, structuralDistance } from './frame-distance.js';
import { smallFrame } from './small-frame.js';
import { even, landscape, mixed, picture } from './testing/grey-pictures.js';

const A = smallFrame(landscape(1));
const B = smallFrame(landscape(2));

describe('structural distance', () => {
  it('is nothing between a picture and itself, and much between two scenes', () => {
    expect(structuralDistance(A, A)).toBe(0);
    expect(structuralDistance(A, B)).toBeGreaterThan(0.5);
  });

  it('is small for the same scene seen a little further along', () => {
    const moved = smallFrame(landscape(1, 48));
    expect(plainDistance(A, moved)).toBeGreaterThan(0.4);
    expect(structuralDistance(A, moved)).toBeLessThan(0.25);
  });

  it('is small for the same scene in other light', () => {
    expect(structuralDistance(A, smallFrame(landscape(1).map((level) => level * 0.8 + 20)))).toBeLessThan(
      0.2,
    );
  });

  it('is never more than without a shift', () => {
    expect(structuralDistance(A, B)).toBeLessThanOrEqual(plainDistance(A, B));
  });

  it('goes by the light alone between two even tones', () => {
    expect(structuralDistance(smallFrame(even(40)), smallFrame(even(41)))).toBeLessThan(0.1);
    expect(structuralDistance(smallFrame(even(40)), smallFrame(even(200)))).toBe(1);
  });

  it('does not match a scene with a wall by its own even corner', () => {
    const corner = smallFrame(picture((x, y) => (x < 150 && y < 150 ? 120 : 60 + ((x * 7 + y * 13) % 160))));
    const wall = smallFrame(picture((x) => 120 + (x % 64) / 16));
    expect(structuralDistance(corner, wall)).toBeGreaterThan(0.4);
  });
});

describe('histogram distance', () => {
  it('moves with the share of pixels that change their tone', () => {
    expect(histogramDistance(A, A)).toBe(0);
    expect(histogramDistance(smallFrame(even(0)), smallFrame(even(255)))).toBeCloseTo(1, 5);
    expect(histogramDistance(smallFrame(mixed(even(0), even(0), 1)), smallFrame(even(1)))).toBeLessThan(0.2);
  });
});

describe('a small frame', () => {
  it('keeps mean and contrast', () => {
    const halves = smallFrame(picture((x) => (x < 128 ? 0 : 200)));
    expect(halves.mean).toBeCloseTo(100, 5);
    expect(halves.contrast).toBeCloseTo(100, 5);
    expect(halves.cells[0]).toBe(0);
    expect(halves.cells[31]).toBe(200);
    expect(halves.histogram.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
  });
});
