import { describe, expect, it } from '@jest/globals';
import { GREY_SIDE } from '../../frames/domain/small-frame.js';
import { BorderFinder } from './border.js';
import type { GridRectangle } from './pdq-lens.js';
import { blobs, picture, randomFrom } from '../testing/pictures.js';

const FOOTAGE = [0, 3, 6].map((shift) => blobs(21, shift));

/** Six pictures of moving footage under a mask: what it gives for a place is drawn there instead. */
function found(
  mask: (x: number, y: number) => number | undefined,
  before?: GridRectangle,
  footage: readonly Uint8Array[] = FOOTAGE,
): GridRectangle | undefined {
  const finder = new BorderFinder();
  const random = randomFrom(5);
  for (const grey of footage)
    finder.add(picture((x, y) => (mask(x, y) ?? grey[y * GREY_SIDE + x]!) + 2 * random() - 1));
  return finder.finish(before);
}

const inside = (x: number, y: number, { left, top, right, bottom }: GridRectangle): boolean =>
  x >= left && x < right && y >= top && y < bottom;

describe('a border', () => {
  it.each([
    ['letterbox, black', { left: 0, top: 32, right: 256, bottom: 224 }, 0],
    ['pillarbox, grey', { left: 70, top: 0, right: 186, bottom: 256 }, 128],
    ['frame of a colour', { left: 20, top: 40, right: 230, bottom: 200 }, 90],
    ['white bar above', { left: 0, top: 50, right: 256, bottom: 256 }, 255],
  ])('is found: %s', (_what, rectangle, colour) => {
    expect(found((x, y) => (inside(x, y, rectangle) ? undefined : colour))).toEqual(rectangle);
  });

  it('may carry a caption', () => {
    const rectangle = { left: 0, top: 48, right: 256, bottom: 208 };
    const caption = (x: number, y: number) => y >= 222 && y < 240 && x > 60 && x < 190 && (x + y) % 5 < 2;
    expect(found((x, y) => (inside(x, y, rectangle) ? undefined : caption(x, y) ? 240 : 0))).toEqual(
      rectangle,
    );
  });

  it('may stand around a picture that is a little turned', () => {
    const slanted = (x: number, y: number) => {
      const [across, down] = [x - 128, y - 128];
      return Math.abs(across + 0.035 * down) < 90 && Math.abs(down - 0.035 * across) < 80;
    };
    const rectangle = found((x, y) => (slanted(x, y) ? undefined : 60))!;
    for (const [side, at] of [
      ['left', 38],
      ['right', 218],
      ['top', 48],
      ['bottom', 208],
    ] as const)
      expect(Math.abs(rectangle[side] - at)).toBeLessThanOrEqual(3);
  });

  it('goes on while the picture beside it is dark', () => {
    const rectangle = { left: 0, top: 32, right: 256, bottom: 224 };
    expect(found(() => 2, rectangle)).toEqual(rectangle);
    expect(found(() => 2)).toBeUndefined();
  });

  it('ends when there is picture where it was', () => {
    expect(found(() => undefined, { left: 0, top: 32, right: 256, bottom: 224 })).toBeUndefined();
  });
});

describe('no border', () => {
  it.each([
    ['footage to its edges', () => undefined],
    [
      'a night sky over a skyline',
      (x: number, y: number) => (y < 60 + 30 * Math.sin(x / 15) ? 4 : undefined),
    ],
    ['a wall in soft light', (x: number) => (x < 80 ? 130 + x / 8 : undefined)],
    ['a sky that grows lighter', (_x: number, y: number) => (y < 90 ? 20 + y / 3 : undefined)],
    ['a black picture', () => 0],
    [
      'a small picture within a flat one',
      (x: number, y: number) => (x > 100 && x < 140 && y > 90 && y < 150 ? undefined : 30),
    ],
    ['the seam of an encoder', (x: number) => (x < 2 ? 0 : undefined)],
  ])('is seen in %s', (_what, mask: (x: number, y: number) => number | undefined) => {
    expect(found(mask)).toBeUndefined();
  });
});
