import { describe, expect, it } from '@jest/globals';
import { pictureGeometry } from './picture-geometry.js';

const of = (rotationDegrees: number, num = 1, den = 1) =>
  pictureGeometry({ rotationDegrees, sampleAspectRatio: { num, den } });

describe('how a picture is stored', () => {
  it.each([
    [0, 0],
    [90, 1],
    [180, 2],
    [270, 3],
    [359.6, 0],
    [89.5, 1],
  ])('a turn of %d° is %d quarters', (degrees, quarterTurns) => {
    expect(of(degrees)).toEqual({ geometry: { pixelAspect: 1, quarterTurns }, warnings: [] });
  });

  it('a turn by anything else is left undone, with a warning', () => {
    const { geometry, warnings } = of(30);
    expect(geometry.quarterTurns).toBe(0);
    expect(warnings).toHaveLength(1);
  });

  it('pixels are made square unless their shape is absurd', () => {
    expect(of(0, 64, 45).geometry.pixelAspect).toBeCloseTo(1.4222, 4);
    const { geometry, warnings } = of(0, 5000, 1);
    expect(geometry.pixelAspect).toBe(1);
    expect(warnings[0]).toContain('5000:1');
  });
});
