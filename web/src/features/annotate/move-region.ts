import { clamp, round, type Point, type Shape } from '@/regions/region';

/** What the arrow keys move: the whole region, or one corner of it by its place in the list. */
export type Grip = 'whole' | number;

export const STEP = 2;
export const FINE_STEP = 0.25;
/** Thinner than this, a rectangle is neither seen nor caught again. */
const THINNEST = 0.5;

/** A region to begin with, in the middle of the picture, for whoever draws with the keyboard. */
export function firstShape(kind: Shape['kind']): Shape {
  switch (kind) {
    case 'point':
      return { kind, at: { x: 50, y: 50 } };
    case 'line':
      return {
        kind,
        points: [
          { x: 40, y: 50 },
          { x: 60, y: 50 },
        ],
      };
    case 'polygon':
      return {
        kind,
        points: [
          { x: 40, y: 60 },
          { x: 50, y: 40 },
          { x: 60, y: 60 },
        ],
      };
    case 'rectangle':
    case 'ellipse':
      return { kind: 'rectangle', at: { x: 40, y: 40 }, width: 20, height: 20 };
  }
}

export function gripsOf(shape: Shape): readonly Grip[] {
  switch (shape.kind) {
    case 'rectangle':
      return ['whole', 0];
    case 'polygon':
    case 'line':
      return ['whole', ...shape.points.keys()];
    case 'point':
    case 'ellipse':
      return ['whole'];
  }
}

export function nextGrip(shape: Shape, grip: Grip): Grip {
  const grips = gripsOf(shape);
  return grips[(grips.indexOf(grip) + 1) % grips.length] ?? 'whole';
}

/** Moved by so many percent, as far as the picture reaches. */
export function moved(shape: Shape, grip: Grip, by: Point): Shape {
  switch (shape.kind) {
    case 'point':
      return { ...shape, at: shifted(shape.at, by) };
    case 'ellipse':
      return { ...shape, at: shifted(shape.at, by) };
    case 'rectangle': {
      const { at, width, height } = shape;
      if (grip === 'whole')
        return {
          ...shape,
          at: {
            x: round(Math.min(Math.max(0, at.x + by.x), 100 - width)),
            y: round(Math.min(Math.max(0, at.y + by.y), 100 - height)),
          },
        };
      return {
        ...shape,
        width: round(Math.min(Math.max(THINNEST, width + by.x), 100 - at.x)),
        height: round(Math.min(Math.max(THINNEST, height + by.y), 100 - at.y)),
      };
    }
    case 'polygon':
    case 'line': {
      if (grip !== 'whole')
        return {
          ...shape,
          points: shape.points.map((point, index) => (index === grip ? shifted(point, by) : point)),
        };
      const xs = shape.points.map(({ x }) => x);
      const ys = shape.points.map(({ y }) => y);
      const within = {
        x: Math.min(Math.max(by.x, -Math.min(...xs)), 100 - Math.max(...xs)),
        y: Math.min(Math.max(by.y, -Math.min(...ys)), 100 - Math.max(...ys)),
      };
      return { ...shape, points: shape.points.map((point) => shifted(point, within)) };
    }
  }
}

/** A further corner after the one that is held, half way to the next. */
export function withCorner(shape: Shape, grip: Grip): { readonly shape: Shape; readonly grip: Grip } {
  if (shape.kind !== 'polygon' && shape.kind !== 'line') return { shape, grip };
  const { points } = shape;
  const index = grip === 'whole' ? points.length - 1 : grip;
  const here = points[index] ?? { x: 50, y: 50 };
  const next = points[index + 1] ?? (shape.kind === 'polygon' ? points[0] : undefined);
  const corner =
    next === undefined
      ? shifted(here, { x: 5, y: 0 })
      : { x: round((here.x + next.x) / 2), y: round((here.y + next.y) / 2) };
  return { shape: { ...shape, points: points.toSpliced(index + 1, 0, corner) }, grip: index + 1 };
}

export function withoutCorner(shape: Shape, grip: Grip): { readonly shape: Shape; readonly grip: Grip } {
  if (shape.kind !== 'polygon' && shape.kind !== 'line') return { shape, grip };
  const fewest = shape.kind === 'polygon' ? 3 : 2;
  if (grip === 'whole' || shape.points.length <= fewest) return { shape, grip };
  return { shape: { ...shape, points: shape.points.toSpliced(grip, 1) }, grip: 'whole' };
}

function shifted(point: Point, by: Point): Point {
  return { x: clamp(point.x + by.x), y: clamp(point.y + by.y) };
}
