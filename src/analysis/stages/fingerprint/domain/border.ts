import { GREY_BYTES, GREY_SIDE } from '../../frames/domain/small-frame.js';
import type { GridRectangle } from './pdq-lens.js';

/** How far a border's pixels may lie from its colour: compression rings a few steps about the edge. */
const EVEN_WITHIN = 12;
/** Away from the edge it is flat, most of it: a wall in soft light is not. */
const FLAT_WITHIN = 4;
const FLAT_SHARE = 0.85;
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
  readonly #darkest = new Uint8Array(GREY_BYTES);
  readonly #brightest = new Uint8Array(GREY_BYTES);
  readonly #pictures: Uint8Array[] = [];

  /** @param grey must stay as it is until `finish` */
  add(grey: Uint8Array): void {
    this.#pictures.push(grey);
  }

  /**
   * Gives what is inside the border of the pictures added since the last time, or undefined without a border.
   * @param before what was inside it until now: a border goes on while it stays even, also when the picture beside it is dark
   */
  finish(before: GridRectangle | undefined): GridRectangle | undefined {
    const pictures = this.#pictures.splice(0);
    // Nearly every picture without a border is told by its outermost lines; all of it is looked at only then.
    if (pictures.length === 0 || !this.#hasEvenEdge(pictures)) return undefined;
    this.#takeIn(pictures, 0, GREY_BYTES, 1);
    return this.#find() ?? (before && this.#isStillAround(before) ? before : undefined);
  }

  #hasEvenEdge(pictures: readonly Uint8Array[]): boolean {
    this.#takeIn(pictures, 0, GREY_SIDE, 1);
    this.#takeIn(pictures, LAST * GREY_SIDE, GREY_BYTES, 1);
    this.#takeIn(pictures, 0, GREY_BYTES, GREY_SIDE);
    this.#takeIn(pictures, LAST, GREY_BYTES, GREY_SIDE);
    return [fromTop, fromBottom, fromLeft(ACROSS), fromRight(ACROSS)].some(
      (side) => this.#share(side, 0, this.#colourOf(side), EVEN_WITHIN) >= CLEAN_SHARE,
    );
  }

  /** The range of every `step`-th pixel over the pictures. */
  #takeIn(pictures: readonly Uint8Array[], from: number, to: number, step: number): void {
    const darkest = this.#darkest;
    const brightest = this.#brightest;
    for (let i = from; i < to; i += step) {
      darkest[i] = 255;
      brightest[i] = 0;
    }
    for (const grey of pictures) {
      for (let i = from; i < to; i += step) {
        const value = grey[i]!;
        if (value < darkest[i]!) darkest[i] = value;
        if (value > brightest[i]!) brightest[i] = value;
      }
    }
  }

  #find(): GridRectangle | undefined {
    const top = this.#depth(fromTop);
    const bottom = GREY_SIDE - this.#depth(fromBottom);
    const down = bottom > top ? { from: top, to: bottom } : ACROSS;
    const left = this.#depth(fromLeft(down));
    const right = GREY_SIDE - this.#depth(fromRight(down));
    const isBorder = left + top + (GREY_SIDE - right) + (GREY_SIDE - bottom) >= LEAST_BORDER_CELLS;
    const isContent = right - left >= LEAST_CONTENT_CELLS && bottom - top >= LEAST_CONTENT_CELLS;
    return isBorder && isContent ? { left, top, right, bottom } : undefined;
  }

  /** How many lines of border there are, counted from the edge that the side starts at. */
  #depth(side: Side): number {
    const colour = this.#colourOf(side);
    const clean: number[] = [];
    for (let line = 0; line < GREY_SIDE; line += 1) {
      const share = this.#share(side, line, colour, EVEN_WITHIN);
      const last = clean.at(-1);
      if (share >= CLEAN_SHARE) clean.push(line);
      else if (last === undefined) return 0;
      else if (share < PICTURE_SHARE && line - last <= EDGE_CELLS && !this.#isWriting(side, line, colour))
        return this.#isFlat(side, clean, colour) ? line : 0;
      else if (share < WRITTEN_SHARE) return 0;
    }
    return 0;
  }

  /** Beside the picture it rings; but away from it a border has one colour, where a wall or a sky has many. */
  #isFlat(side: Side, clean: readonly number[], colour: number): boolean {
    const away = clean.slice(0, Math.max(1, clean.length - 2));
    const shares = away.map((line) => this.#share(side, line, colour, FLAT_WITHIN));
    return shares.reduce((sum, share) => sum + share, 0) / away.length >= FLAT_SHARE;
  }

  /** A thick headline covers most of a line, too; but behind it the border goes on. */
  #isWriting(side: Side, line: number, colour: number): boolean {
    for (let ahead = line + 1; ahead < Math.min(GREY_SIDE / 2, line + 2 * EDGE_CELLS); ahead += 1)
      if (this.#share(side, ahead, colour, EVEN_WITHIN) >= CLEAN_SHARE) return true;
    return false;
  }

  /** The middle value of the outermost line. */
  #colourOf({ place, from, to }: Side): number {
    const values = Uint8Array.from({ length: to - from }, (_, i) => this.#darkest[place(0, from + i)]!);
    return values.sort()[values.length >> 1]!;
  }

  /** How much of a line never left the colour by more than so much. */
  #share({ place, from, to }: Side, line: number, colour: number, within: number): number {
    let even = 0;
    for (let at = from; at < to; at += 1) {
      const pixel = place(line, at);
      if (this.#darkest[pixel]! >= colour - within && this.#brightest[pixel]! <= colour + within) even += 1;
    }
    return even / (to - from);
  }

  #isStillAround({ left, top, right, bottom }: GridRectangle): boolean {
    const sides: [number, Side][] = [
      [top, fromTop],
      [GREY_SIDE - bottom, fromBottom],
      [left, fromLeft({ from: top, to: bottom })],
      [GREY_SIDE - right, fromRight({ from: top, to: bottom })],
    ];
    return sides.every(([lines, side]) => {
      if (lines === 0) return true;
      const colour = this.#colourOf(side);
      return (
        this.#share(side, 0, colour, EVEN_WITHIN) >= CLEAN_SHARE &&
        this.#share(side, lines - 1, colour, EVEN_WITHIN) >= PICTURE_SHARE
      );
    });
  }
}

/** A picture seen from one of its edges. */
interface Side extends Stretch {
  /** Where a pixel lies: lines are counted from the edge, positions along it. */
  readonly place: (line: number, at: number) => number;
}

/** Of the positions along an edge. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

const LAST = GREY_SIDE - 1;
const ACROSS: Stretch = { from: 0, to: GREY_SIDE };
const fromTop: Side = { ...ACROSS, place: (line, at) => line * GREY_SIDE + at };
const fromBottom: Side = { ...ACROSS, place: (line, at) => (LAST - line) * GREY_SIDE + at };
const fromLeft = (down: Stretch): Side => ({ ...down, place: (line, at) => at * GREY_SIDE + line });
const fromRight = (down: Stretch): Side => ({ ...down, place: (line, at) => at * GREY_SIDE + LAST - line });
