import { grounds, tones, type Scheme } from './palette';
import type { Shape, Tone } from './map-content';
import { SHAPE_SIZE, shapeCorners } from './shape-corners';

/** Drawn twice as large as shown, for sharp screens. */
export const MARK_PIXEL_RATIO = 2;

export const markImageName = (shape: Shape | 'arrow', tone: Tone, isHollow = false) =>
  `${shape}-${tone}${isHollow ? '-hollow' : ''}`;

interface MarkLook {
  readonly shape: Shape;
  readonly tone: Tone;
  readonly isHollow: boolean;
}

/** The picture of a mark on the map: with a halo, so that it stands out from any ground. */
export function markImage({ shape, tone, isHollow }: MarkLook, scheme: Scheme): ImageData {
  const pen = penOf(SHAPE_SIZE, SHAPE_SIZE);
  const [color, halo] = [tones[scheme][tone], grounds[scheme].halo];
  pen.lineJoin = 'round';
  pen.beginPath();
  for (const [x, y] of shapeCorners[shape]) pen.lineTo(x, y);
  pen.closePath();
  pen.lineWidth = isHollow ? 8 : 5;
  pen.strokeStyle = halo;
  pen.stroke();
  pen.fillStyle = isHollow ? halo : color;
  pen.fill();
  if (isHollow) {
    pen.lineWidth = 4;
    pen.strokeStyle = color;
    pen.stroke();
  }
  return pen.getImageData(0, 0, SHAPE_SIZE, SHAPE_SIZE);
}

/** Points up from the middle of its foot; the map turns it. */
export function arrowImage(tone: Tone, scheme: Scheme): ImageData {
  const pen = penOf(SHAPE_SIZE, 160);
  for (const [width, color] of [
    [11, grounds[scheme].halo],
    [5, tones[scheme][tone]],
  ] as const) {
    pen.lineWidth = width;
    pen.strokeStyle = color;
    pen.lineJoin = 'round';
    pen.beginPath();
    pen.moveTo(20, 158);
    pen.lineTo(20, 10);
    pen.moveTo(8, 26);
    pen.lineTo(20, 8);
    pen.lineTo(32, 26);
    pen.stroke();
  }
  return pen.getImageData(0, 0, SHAPE_SIZE, 160);
}

function penOf(width: number, height: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (pen === null) throw new Error('the browser draws no pictures');
  return pen;
}
