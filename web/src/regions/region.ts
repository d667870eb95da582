import type { Schemas } from '@/api/problem';

export type Selector = Schemas['Selector'];

/** In percent of the picture's width and height, so that it fits every copy of the frame. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export type Shape =
  | { readonly kind: 'rectangle'; readonly at: Point; readonly width: number; readonly height: number }
  | { readonly kind: 'polygon'; readonly points: readonly Point[] }
  | { readonly kind: 'line'; readonly points: readonly Point[] }
  | { readonly kind: 'point'; readonly at: Point }
  | { readonly kind: 'ellipse'; readonly at: Point; readonly radiusX: number; readonly radiusY: number };

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const round = (percent: number): number => Math.round(percent * 1e4) / 1e4;
export const clamp = (percent: number): number => round(Math.min(100, Math.max(0, percent)));

/** The shapes that a selector names, by the forms in which the desk answers them. A time range alone names none. */
export function shapesOf(selector: Selector | undefined, size: Size): readonly Shape[] {
  if (selector === undefined) return [];
  const parts = [selector, ...(selector.refinedBy === undefined ? [] : [selector.refinedBy])];
  return parts.flatMap((part) => {
    switch (part.type) {
      case 'PointSelector':
        return [{ kind: 'point', at: { x: part.x, y: part.y } } satisfies Shape];
      case 'SvgSelector':
        return shapesOfSvg(part.value, size);
      case 'FragmentSelector':
        return shapesOfFragment(part.value, size);
    }
  });
}

function shapesOfFragment(value: string, size: Size): Shape[] {
  const found = /(?:^|&)xywh=(percent:|pixel:)?([\d.,]+)/.exec(value);
  if (found === null) return [];
  const isPercent = found[1] === 'percent:';
  const [x = 0, y = 0, w, h] = (found[2] ?? '').split(',').map(Number);
  const across = isPercent ? 1 : 100 / size.width;
  const down = isPercent ? 1 : 100 / size.height;
  const at = { x: round(x * across), y: round(y * down) };
  if (w === undefined || h === undefined || (w === 0 && h === 0)) return [{ kind: 'point', at }];
  return [{ kind: 'rectangle', at, width: round(w * across), height: round(h * down) }];
}

function shapesOfSvg(svg: string, size: Size): Shape[] {
  const [, , width = size.width, height = size.height] =
    /viewBox="([^"]+)"/
      .exec(svg)?.[1]
      ?.split(/[\s,]+/)
      .map(Number) ?? [];
  const across = (x: number) => round((x / width) * 100);
  const down = (y: number) => round((y / height) * 100);
  return [...svg.matchAll(/<(polygon|polyline|line|circle|ellipse|rect)\b([^>]*)>/g)].map(
    ([, name = '', text = '']): Shape => {
      const numbers = attributesOf(text);
      const of = (key: string) => numbers.get(key) ?? 0;
      const at = { x: across(of('cx')), y: down(of('cy')) };
      if (name === 'rect')
        return {
          kind: 'rectangle',
          at: { x: across(of('x')), y: down(of('y')) },
          width: across(of('width')),
          height: down(of('height')),
        };
      if (name === 'circle' && of('r') === 0) return { kind: 'point', at };
      if (name === 'circle' || name === 'ellipse')
        return {
          kind: 'ellipse',
          at,
          radiusX: across(of(name === 'circle' ? 'r' : 'rx')),
          radiusY: down(of(name === 'circle' ? 'r' : 'ry')),
        };
      const points =
        name === 'line'
          ? [
              { x: across(of('x1')), y: down(of('y1')) },
              { x: across(of('x2')), y: down(of('y2')) },
            ]
          : pointsOf(text).map(({ x, y }) => ({ x: across(x), y: down(y) }));
      return { kind: name === 'polygon' ? 'polygon' : 'line', points };
    },
  );
}

function attributesOf(text: string): ReadonlyMap<string, number> {
  return new Map(
    [...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key = '', value]) => [key, Number(value)]),
  );
}

function pointsOf(text: string): Point[] {
  const numbers =
    (/points="([^"]*)"/.exec(text)?.[1] ?? '').match(/-?[\d.]+(?:e-?\d+)?/gi)?.map(Number) ?? [];
  return numbers.flatMap((x, index) => (index % 2 === 0 ? [{ x, y: numbers[index + 1] ?? 0 }] : []));
}

/** How the shape is sent: percent for rectangles and points, a drawing in the frame's own pixels for the rest. */
export function selectorOf(shape: Shape, size: Size): Selector {
  const x = (percent: number) => round((percent / 100) * size.width);
  const y = (percent: number) => round((percent / 100) * size.height);
  const list = (points: readonly Point[]) => points.map((point) => `${x(point.x)},${y(point.y)}`).join(' ');
  const drawing = (inner: string): Selector => ({
    type: 'SvgSelector',
    value: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}">${inner}</svg>`,
  });
  switch (shape.kind) {
    case 'rectangle': {
      const { at, width, height } = shape;
      const value = `xywh=percent:${[at.x, at.y, width, height].map(round).join(',')}`;
      return { type: 'FragmentSelector', value };
    }
    case 'point':
      return { type: 'PointSelector', x: round(shape.at.x), y: round(shape.at.y) };
    case 'polygon':
      return drawing(`<polygon points="${list(shape.points)}"/>`);
    case 'line':
      return drawing(`<polyline points="${list(shape.points)}"/>`);
    case 'ellipse':
      return drawing(
        `<ellipse cx="${x(shape.at.x)}" cy="${y(shape.at.y)}" rx="${x(shape.radiusX)}" ry="${y(shape.radiusY)}"/>`,
      );
  }
}

/** The smallest upright rectangle around a shape. */
export function boundsOf(shape: Shape): {
  readonly at: Point;
  readonly width: number;
  readonly height: number;
} {
  if (shape.kind === 'rectangle') return shape;
  if (shape.kind === 'point') return { at: shape.at, width: 0, height: 0 };
  if (shape.kind === 'ellipse')
    return {
      at: { x: shape.at.x - shape.radiusX, y: shape.at.y - shape.radiusY },
      width: 2 * shape.radiusX,
      height: 2 * shape.radiusY,
    };
  const xs = shape.points.map(({ x }) => x);
  const ys = shape.points.map(({ y }) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { at: { x: left, y: top }, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}
