/** In percent of the frame's width (x) and height (y): a crop of other pixel size of the same frame keeps its meaning. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What a person drew, in percent of the frame. */
export type Shape =
  | { readonly kind: 'point'; readonly at: Point }
  | { readonly kind: 'rectangle'; readonly at: Point; readonly width: number; readonly height: number }
  | { readonly kind: 'ellipse'; readonly centre: Point; readonly radiusX: number; readonly radiusY: number }
  | { readonly kind: 'line'; readonly points: readonly Point[] }
  | { readonly kind: 'polygon'; readonly points: readonly Point[] };

/** Pixels of the frame that a person drew on. */
export interface FrameSize {
  readonly width: number;
  readonly height: number;
}

export const MAX_POINTS = 1_000;

/** Ten thousand steps a percent: 0.004 of a pixel of a 4K frame. */
const STEPS = 10_000;
/** Drawing programs leave their rounding at the edge; what is further out was not drawn on this frame. */
const EDGE_TOLERANCE = 0.01;

/**
 * The shape on the desk's grid, edges drawn in to the frame's.
 * @returns undefined when it leaves the frame by more than a rounding error, or a number is none.
 */
export function settleShape(shape: Shape): Shape | undefined {
  const { left, top, right, bottom } = boundsOf(shape);
  const inside = Math.min(left, top) >= -EDGE_TOLERANCE && Math.max(right, bottom) <= 100 + EDGE_TOLERANCE;
  // Written so that NaN, which compares false with everything, is refused.
  return inside ? rounded(shape) : undefined;
}

/** Smaller than the grid: nobody could see it again. */
export function isInvisible(shape: Shape): boolean {
  if (shape.kind === 'rectangle') return shape.width === 0 || shape.height === 0;
  return shape.kind === 'ellipse' && (shape.radiusX === 0 || shape.radiusY === 0);
}

export function countPoints(shape: Shape): number {
  return 'points' in shape ? shape.points.length : 1;
}

function boundsOf(shape: Shape): { left: number; top: number; right: number; bottom: number } {
  switch (shape.kind) {
    case 'point':
      return { left: shape.at.x, right: shape.at.x, top: shape.at.y, bottom: shape.at.y };
    case 'rectangle':
      return {
        left: shape.at.x,
        right: shape.at.x + shape.width,
        top: shape.at.y,
        bottom: shape.at.y + shape.height,
      };
    case 'ellipse':
      return {
        left: shape.centre.x - shape.radiusX,
        right: shape.centre.x + shape.radiusX,
        top: shape.centre.y - shape.radiusY,
        bottom: shape.centre.y + shape.radiusY,
      };
    case 'line':
    case 'polygon': {
      const xs = shape.points.map(({ x }) => x);
      const ys = shape.points.map(({ y }) => y);
      return {
        left: Math.min(...xs),
        right: Math.max(...xs),
        top: Math.min(...ys),
        bottom: Math.max(...ys),
      };
    }
  }
}

function rounded(shape: Shape): Shape {
  switch (shape.kind) {
    case 'point':
      return { kind: 'point', at: roundedPoint(shape.at) };
    case 'rectangle': {
      const at = roundedPoint(shape.at);
      const width = onGrid(Math.min(shape.width, 100 - at.x));
      const height = onGrid(Math.min(shape.height, 100 - at.y));
      return { kind: 'rectangle', at, width, height };
    }
    case 'ellipse': {
      const centre = roundedPoint(shape.centre);
      const radiusX = onGrid(Math.min(shape.radiusX, centre.x, 100 - centre.x));
      const radiusY = onGrid(Math.min(shape.radiusY, centre.y, 100 - centre.y));
      return { kind: 'ellipse', centre, radiusX, radiusY };
    }
    case 'line':
    case 'polygon':
      return { kind: shape.kind, points: shape.points.map(roundedPoint) };
  }
}

function roundedPoint({ x, y }: Point): Point {
  return { x: within(x), y: within(y) };
}

function within(percent: number): number {
  return onGrid(Math.min(Math.max(percent, 0), 100));
}

/** Plus zero turns -0, which JSON would lose, into 0. */
export function onGrid(percent: number): number {
  return Math.round(percent * STEPS) / STEPS + 0;
}
