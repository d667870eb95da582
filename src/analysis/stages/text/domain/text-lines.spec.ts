import { describe, expect, it } from '@jest/globals';
import { cutOut, findTextLines, type GreyPicture } from './text-lines.js';

const WIDTH = 640;
const HEIGHT = 360;

function picture(paint: (x: number, y: number) => number): GreyPicture {
  const luma = Uint8Array.from({ length: WIDTH * HEIGHT }, (_, i) => paint(i % WIDTH, Math.floor(i / WIDTH)));
  return { width: WIDTH, height: HEIGHT, luma };
}

/** Upright strokes of 4 pixels every 10, in words of 60 with gaps of 14: what letters look like from afar. */
function isStroke(x: number, y: number, top: number): boolean {
  if (y < top || y >= top + 24 || x < 150 || x >= 470) return false;
  const inWord = (x - 150) % 74;
  return inWord < 60 && inWord % 10 < 4;
}

describe('lines of letters', () => {
  it.each([
    ['bright', 240, 20],
    ['dark', 10, 230],
  ] as const)('%s ones are found as one box with room around them', (tone, letters, ground) => {
    const boxes = findTextLines(picture((x, y) => (isStroke(x, y, 300) ? letters : ground)));
    const box = boxes.find((each) => each.tone === tone);
    expect(box?.x).toBeLessThan(150);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeGreaterThan(460);
    expect(box?.y).toBeLessThan(300);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeGreaterThan(324);
    expect(box?.height).toBeLessThan(60);
  });

  it('two lines apart are two boxes', () => {
    const isEither = (x: number, y: number) => isStroke(x, y, 40) || isStroke(x, y, 300);
    const boxes = findTextLines(picture((x, y) => (isEither(x, y) ? 240 : 20)));
    expect(boxes.filter(({ tone }) => tone === 'bright')).toHaveLength(2);
  });

  it.each([
    ['black', () => 0],
    ['white', () => 255],
    ['a soft slope', (x: number) => Math.floor((x * 255) / WIDTH)],
    ['a bright wall beside a dark one', (x: number) => (x < WIDTH / 2 ? 250 : 10)],
    ['letters of the ground’s own grey', (x: number, y: number) => (isStroke(x, y, 300) ? 130 : 100)],
  ])('there are none in %s', (_, paint) => {
    expect(findTextLines(picture(paint))).toEqual([]);
  });

  it('are at most eight in a picture full of strokes', () => {
    const many = picture((x, y) => (y % 40 < 14 && isStroke(x, (y % 40) + 300, 300) ? 240 : 20));
    expect(findTextLines(many)).toHaveLength(8);
  });

  it.each([
    [1, 1],
    [2, 900],
    [900, 2],
  ])('a picture of %i × %i is no trouble', (width, height) => {
    expect(findTextLines({ width, height, luma: new Uint8Array(width * height).fill(255) })).toEqual([]);
  });

  it('are cut out black on white in either tone', () => {
    const page = picture((x, y) => (isStroke(x, y, 300) ? 240 : 20));
    const box = { x: 150, y: 300, width: 20, height: 10, tone: 'bright' } as const;
    expect(cutOut(page, box).luma[0]).toBe(0);
    expect(cutOut(page, box).luma[5]).toBe(255);
    expect(cutOut(page, { ...box, tone: 'dark' }).luma[0]).toBe(255);
  });
});
