import { describe, expect, it } from '@jest/globals';
import { boundsOf, selectorOf, shapesOf, type Shape } from './region';

const size = { width: 320, height: 240 };

const shapes: Shape[] = [
  { kind: 'rectangle', at: { x: 10.5, y: 20 }, width: 8, height: 32 },
  { kind: 'point', at: { x: 71.25, y: 18 } },
  {
    kind: 'polygon',
    points: [
      { x: 0, y: 25 },
      { x: 37.5, y: 12.5 },
      { x: 100, y: 50 },
    ],
  },
  {
    kind: 'line',
    points: [
      { x: 5, y: 5 },
      { x: 50, y: 95 },
    ],
  },
  { kind: 'ellipse', at: { x: 50, y: 50 }, radiusX: 10, radiusY: 20 },
];

describe('a region', () => {
  it.each(shapes)('is read as it was sent: $kind', (shape) => {
    expect(shapesOf(selectorOf(shape, size), size)).toEqual([shape]);
  });

  it('of pixels is read by the size of the frame', () => {
    expect(shapesOf({ type: 'FragmentSelector', value: 'xywh=32,24,160,120' }, size)).toEqual([
      { kind: 'rectangle', at: { x: 10, y: 10 }, width: 50, height: 50 },
    ]);
  });

  it('that refines a time range is found, and a range alone has none', () => {
    const refinedBy = selectorOf({ kind: 'point', at: { x: 1, y: 2 } }, size);
    expect(shapesOf({ type: 'FragmentSelector', value: 't=0.5,1.25', refinedBy }, size)).toHaveLength(1);
    expect(shapesOf({ type: 'FragmentSelector', value: 't=0.5,1.25' }, size)).toEqual([]);
    expect(shapesOf(undefined, size)).toEqual([]);
  });

  it('of several drawings is read whole, by its view box', () => {
    const value =
      '<svg viewBox="0 0 100 100"><line x1="0" y1="0" x2="10" y2="20"/><circle cx="5" cy="6" r="0"/></svg>';
    expect(shapesOf({ type: 'SvgSelector', value }, size)).toEqual([
      {
        kind: 'line',
        points: [
          { x: 0, y: 0 },
          { x: 10, y: 20 },
        ],
      },
      { kind: 'point', at: { x: 5, y: 6 } },
    ]);
  });

  it('has bounds', () => {
    expect(shapes.map((shape) => boundsOf(shape).width)).toEqual([8, 0, 100, 45, 20]);
  });
});
