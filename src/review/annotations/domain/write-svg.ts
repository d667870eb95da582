import { onGrid, type FrameSize, type Point, type Shape } from './shapes.js';

const PERCENT: FrameSize = { width: 100, height: 100 };

/**
 * The shapes as an SVG of our own making. In the frame's pixels, with a viewBox that says so: programs that ignore the
 * viewBox draw it right on the frame, and those that heed it on any copy. Without a known frame the viewBox is in percent.
 */
export function writeSvg(shapes: readonly Shape[], frame: FrameSize | null): string {
  const size = frame ?? PERCENT;
  const stretched = frame === null ? ' preserveAspectRatio="none"' : '';
  const drawn = shapes.map((shape) => element(shape, size)).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}"${stretched}>${drawn}</svg>`;
}

function element(shape: Shape, size: FrameSize): string {
  const x = (percent: number) => pixels(percent, size.width);
  const y = (percent: number) => pixels(percent, size.height);
  const list = (points: readonly Point[]) => points.map((point) => `${x(point.x)},${y(point.y)}`).join(' ');
  switch (shape.kind) {
    case 'point':
      return `<circle cx="${x(shape.at.x)}" cy="${y(shape.at.y)}" r="0"/>`;
    case 'rectangle':
      return `<rect x="${x(shape.at.x)}" y="${y(shape.at.y)}" width="${x(shape.width)}" height="${y(shape.height)}"/>`;
    case 'ellipse':
      return `<ellipse cx="${x(shape.centre.x)}" cy="${y(shape.centre.y)}" rx="${x(shape.radiusX)}" ry="${y(shape.radiusY)}"/>`;
    case 'line':
      return `<polyline points="${list(shape.points)}"/>`;
    case 'polygon':
      return `<polygon points="${list(shape.points)}"/>`;
  }
}

/** Arithmetic and not text: a page of large drawings has hundreds of thousands of numbers. */
const FRACTIONS = [1, 10, 1e3, 1e5, 1e7];

/** The shortest number that is read as this percent again: what was drawn at 32 pixels is not written as 31.99992. */
function pixels(percent: number, side: number): number {
  const exact = (percent / 100) * side;
  for (const fraction of FRACTIONS) {
    const short = Math.round(exact * fraction) / fraction;
    if (onGrid((short / side) * 100) === percent) return short;
  }
  return exact;
}
