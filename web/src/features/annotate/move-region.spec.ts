import { describe, expect, it } from '@jest/globals';
import { firstShape, moved, nextGrip, withCorner, withoutCorner } from './move-region';

describe('moving with the keyboard', () => {
  it('keeps a rectangle within the picture and its size', () => {
    const shape = moved(firstShape('rectangle'), 'whole', { x: 90, y: -90 });
    expect(shape).toEqual({ kind: 'rectangle', at: { x: 80, y: 0 }, width: 20, height: 20 });
  });
  it('changes the size by the far corner, never to nothing', () => {
    const shape = moved(firstShape('rectangle'), 0, { x: -90, y: 5 });
    expect(shape).toMatchObject({ at: { x: 40, y: 40 }, width: 0.5, height: 25 });
  });
  it('keeps the form of a polygon at the edge', () => {
    const shape = moved(firstShape('polygon'), 'whole', { x: -90, y: 0 });
    expect(shape).toMatchObject({
      points: [
        { x: 0, y: 60 },
        { x: 10, y: 40 },
        { x: 20, y: 60 },
      ],
    });
  });
  it('goes through the corners and back to the whole', () => {
    const line = firstShape('line');
    expect(nextGrip(line, 'whole')).toBe(0);
    expect(nextGrip(line, 1)).toBe('whole');
    expect(nextGrip(firstShape('point'), 'whole')).toBe('whole');
  });
  it('adds corners and takes them away again, but not below what makes the shape', () => {
    const more = withCorner(firstShape('polygon'), 2);
    expect(more).toMatchObject({ grip: 3, shape: { points: { length: 4 } } });
    const fewer = withoutCorner(more.shape, 3);
    expect(fewer.shape).toEqual(firstShape('polygon'));
    expect(withoutCorner(fewer.shape, 0).shape).toEqual(fewer.shape);
    expect(withoutCorner(firstShape('line'), 0).shape).toEqual(firstShape('line'));
  });
});
