import { ShapeType, type Shape as AnnotoriousShape } from '@annotorious/annotorious';
import { boundsOf, clamp, round, type Shape, type Size } from '@/regions/region';

interface RectangleGeometry {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly rot?: number;
}

/** Annotorious counts in the picture's pixels. Undefined for what it has no editor for. */
export function toAnnotorious(shape: Shape, size: Size): AnnotoriousShape | undefined {
  const x = (percent: number) => (percent / 100) * size.width;
  const y = (percent: number) => (percent / 100) * size.height;
  const { at, width, height } = boundsOf(shape);
  const bounds = { minX: x(at.x), minY: y(at.y), maxX: x(at.x + width), maxY: y(at.y + height) };
  if (shape.kind === 'rectangle') {
    const geometry = { bounds, x: x(at.x), y: y(at.y), w: x(width), h: y(height), rot: 0 };
    return { type: ShapeType.RECTANGLE, geometry };
  }
  if (shape.kind === 'polygon') {
    const points = shape.points.map((point) => [x(point.x), y(point.y)]);
    const geometry = { bounds, points };
    return { type: ShapeType.POLYGON, geometry };
  }
  return undefined;
}

/** What was drawn, kept within the picture. A rectangle that was turned is a polygon from then on. */
export function fromAnnotorious(drawn: AnnotoriousShape, size: Size): Shape | undefined {
  const corner = (x: number, y: number) => ({
    x: clamp((x / size.width) * 100),
    y: clamp((y / size.height) * 100),
  });
  if (drawn.type === ShapeType.RECTANGLE) {
    const { x, y, w, h, rot = 0 } = drawn.geometry as unknown as RectangleGeometry;
    if (rot !== 0) return { kind: 'polygon', points: turned(x, y, w, h, rot).map(([a, b]) => corner(a, b)) };
    const [from, to] = [
      corner(Math.min(x, x + w), Math.min(y, y + h)),
      corner(Math.max(x, x + w), Math.max(y, y + h)),
    ];
    return { kind: 'rectangle', at: from, width: round(to.x - from.x), height: round(to.y - from.y) };
  }
  if (drawn.type === ShapeType.POLYGON) {
    const { points } = drawn.geometry as unknown as { points: readonly [number, number][] };
    return { kind: 'polygon', points: points.map(([x, y]) => corner(x, y)) };
  }
  return undefined;
}

function turned(x: number, y: number, w: number, h: number, by: number): [number, number][] {
  const [midX, midY] = [x + w / 2, y + h / 2];
  const [cos, sin] = [Math.cos(by), Math.sin(by)];
  const corners: [number, number][] = [
    [x, y],
    [x + w, y],
    [x + w, y + h],
    [x, y + h],
  ];
  return corners.map(([a, b]) => [
    midX + (a - midX) * cos - (b - midY) * sin,
    midY + (a - midX) * sin + (b - midY) * cos,
  ]);
}
