import { GREY_BYTES, GREY_SIDE } from '../../frames/domain/small-frame.js';
import type { GridRectangle } from './pdq-lens.js';

/** How far a border's pixels may lie from its colour: compression rings a few steps about the edge. */
const EVEN_WITHIN = 12;
/** A line of the border in which hardly a pixel is anything else. */
const CLEAN_SHARE = 0.97;
/** A line of the border that carries a caption or a logo. */
const WRITTEN_SHARE = 0.4;
/** Where fewer pixels are the border's, the picture has begun. */
const PICTURE_SHARE = 0.5;
/** From the last clean line to the picture: a straight edge needs one, a picture turned by two degrees nine, a skyline more. */
const EDGE_CELLS = 12;
/** Less than this in all would be the dark seam of an encoder. */
const LEAST_BORDER_CELLS = 4;
/** A smaller picture within another is a picture in picture, not a border. */
const LEAST_CONTENT_CELLS = 64;

/**
 * Finds the even border around a picture (letterbox, pillarbox, the frame of a screen recording, of any colour) from pictures
 * that follow each other. A border stays as it is, is even, reaches from edge to edge and ends along a straight line; a night
 * sky ends along a skyline. Writing within the border does not count as picture.
 */
export class BorderFinder {
  readonly #darkest = new Uint8Array(GREY_BYTES).fill(255);
  readonly #brightest = new Uint8Array(GREY_BYTES);

  add(grey: Uint8Array): void {
    const darkest = this.#darkest;
    const brightest = this.#brightest;
    for (let i = 0; i < GREY_BYTES; i += 1) {
      const value = grey[i]!;
      if (value < darkest[i]!) darkest[i] = value;
      if (value > brightest[i]!) brightest[i] = value;
    }
  }

  /**
   * Gives what is inside the border of the pictures added since the last time, or undefined without a border.
   * @param before what was inside it until now: a border goes on while it stays even, also when the picture beside it is dark
   */
  finish(before: GridRectangle | undefined): GridRectangle | undefined {
    const found = this.#find() ?? (before && this.#isStillAround(before) ? before : undefined);
    this.#darkest.fill(255);
    this.#brightest.fill(0);
    return found;
  }

  #find(): GridRectangle | undefined {
    const across = { from: 0, to: GREY_SIDE };
    const top = this.#depth((line, at) => line * GREY_SIDE + at, across);
    const bottom = GREY_SIDE - this.#depth((line, at) => (GREY_SIDE - 1 - line) * GREY_SIDE + at, across);
    const down = bottom > top ? { from: top, to: bottom } : across;
    const left = this.#depth((line, at) => at * GREY_SIDE + line, down);
    const right = GREY_SIDE - this.#depth((line, at) => at * GREY_SIDE + GREY_SIDE - 1 - line, down);
    const isBorder = left + top + (GREY_SIDE - right) + (GREY_SIDE - bottom) >= LEAST_BORDER_CELLS;
    const isContent = right - left >= LEAST_CONTENT_CELLS && bottom - top >= LEAST_CONTENT_CELLS;
    return isBorder && isContent ? { left, top, right, bottom } : undefined;
  }

  /**
   * How many lines of border there are, counted from one edge of the picture.
   * @param place of a pixel: line from the edge, position along it
   */
  #depth(place: (line: number, at: number) => number, along: { from: number; to: number }): number {
    const colour = this.#colourOf(place, along);
    let lastClean = -1;
    for (let line = 0; line < GREY_SIDE; line += 1) {
      const share = this.#evenShare(place, along, line, colour);
      if (share >= CLEAN_SHARE) lastClean = line;
      else if (lastClean < 0) return 0;
      else if (
        share < PICTURE_SHARE &&
        line - lastClean <= EDGE_CELLS &&
        !this.#isWriting(place, along, line, colour)
      )
        return line;
      else if (share < WRITTEN_SHARE) return 0;
    }
    return 0;
  }

  /** A thick headline covers most of a line, too; but behind it the border goes on. */
  #isWriting(
    place: (line: number, at: number) => number,
    along: { from: number; to: number },
    line: number,
    colour: number,
  ): boolean {
    for (let ahead = line + 1; ahead < Math.min(GREY_SIDE / 2, line + 2 * EDGE_CELLS); ahead += 1) {
      if (this.#evenShare(place, along, ahead, colour) >= CLEAN_SHARE) return true;
    }
    return false;
  }

  /** The middle value of the outermost line. */
  #colourOf(place: (line: number, at: number) => number, { from, to }: { from: number; to: number }): number {
    const values = Uint8Array.from({ length: to - from }, (_, i) => this.#darkest[place(0, from + i)]!);
    return values.sort()[values.length >> 1]!;
  }

  #evenShare(
    place: (line: number, at: number) => number,
    { from, to }: { from: number; to: number },
    line: number,
    colour: number,
  ): number {
    let even = 0;
    for (let at = from; at < to; at += 1) {
      const pixel = place(line, at);
      if (this.#darkest[pixel]! >= colour - EVEN_WITHIN && this.#brightest[pixel]! <= colour + EVEN_WITHIN)
        even += 1;
    }
    return even / (to - from);
  }

  #isStillAround({ left, top, right, bottom }: GridRectangle): boolean {
    const across = { from: 0, to: GREY_SIDE };
    const down = { from: top, to: bottom };
    const isClean = (
      lines: number,
      place: (line: number, at: number) => number,
      along: { from: number; to: number },
    ): boolean => {
      if (lines === 0) return true;
      const colour = this.#colourOf(place, along);
      return (
        this.#evenShare(place, along, 0, colour) >= CLEAN_SHARE &&
        this.#evenShare(place, along, lines - 1, colour) >= PICTURE_SHARE
      );
    };
    return (
      isClean(top, (line, at) => line * GREY_SIDE + at, across) &&
      isClean(GREY_SIDE - bottom, (line, at) => (GREY_SIDE - 1 - line) * GREY_SIDE + at, across) &&
      isClean(left, (line, at) => at * GREY_SIDE + line, down) &&
      isClean(GREY_SIDE - right, (line, at) => at * GREY_SIDE + GREY_SIDE - 1 - line, down)
    );
  }
}
