/** One picture, 8 bits of grey a pixel, row by row. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly luma: Uint8Array;
}

/** Where letters may stand, in pixels; `tone` is theirs. */
export interface TextBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly tone: LetterTone;
}

export type LetterTone = 'bright' | 'dark';

/** Captions are drawn near the ends of the scale, so that they stand out from any picture. */
const BRIGHT_FROM = 195;
const DARK_TO = 60;
/** How much a stroke stands out from what lies beside it. */
const EDGE = 70;
/** Pixels that an edge may take: pictures are JPEG. */
const EDGE_PX = 3;
/** Letters between these shares of the picture's height are looked for. */
const LEAST_HEIGHT = 1 / 50;
const MOST_HEIGHT = 1 / 6;
const LEAST_ASPECT = 1.5;
/** Share of the box that has strokes. */
const LEAST_DENSITY = 0.25;
const MOST_BOXES = 8;

/**
 * Boxes that look like lines of letters: many short strokes of one tone beside each other, best first, at most eight.
 * Whole pictures are no use to an OCR engine: its own layout analysis takes a white caption for part of the picture.
 */
export function findTextLines(picture: GreyPicture): TextBox[] {
  return (['bright', 'dark'] as const)
    .flatMap((tone) => linesOfTone(picture, tone))
    .toSorted((a, b) => b.strokes - a.strokes)
    .slice(0, MOST_BOXES)
    .map(({ box }) => box);
}

interface Line {
  readonly box: TextBox;
  readonly strokes: number;
}

/** Strokes counted in square cells, so that neighbours can be joined cheaply. */
interface Grid {
  readonly cellPx: number;
  readonly columns: number;
  readonly rows: number;
  readonly strokes: Uint16Array;
}

function linesOfTone(picture: GreyPicture, tone: LetterTone): Line[] {
  const grid = countStrokes(picture, tone);
  const pieces = componentsOf(grid)
    .map((cells) => pieceOf(grid, cells))
    .filter(({ top, bottom }) => {
      const height = (bottom - top) * grid.cellPx;
      return height >= picture.height * LEAST_HEIGHT && height <= picture.height * MOST_HEIGHT;
    });
  return joinPieces(pieces).flatMap((piece) => lineOf(picture, grid.cellPx, piece, tone));
}

/** Words of one line, in cells; `right` and `bottom` are the first beyond. */
interface Piece {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly cells: number;
  readonly strokes: number;
}

function pieceOf({ columns, strokes }: Grid, cells: readonly number[]): Piece {
  let [left, right, top, bottom, sum] = [Infinity, 0, Infinity, 0, 0];
  for (const cell of cells) {
    const column = cell % columns;
    const row = (cell - column) / columns;
    left = Math.min(left, column);
    right = Math.max(right, column + 1);
    top = Math.min(top, row);
    bottom = Math.max(bottom, row + 1);
    sum += strokes[cell] ?? 0;
  }
  return { left, right, top, bottom, cells: cells.length, strokes: sum };
}

/** Words apart by no more than their height, and side by side for most of it, are one line. */
function joinPieces(pieces: readonly Piece[]): Piece[] {
  const lines: Piece[] = [];
  for (const piece of pieces.toSorted((a, b) => a.left - b.left)) {
    const at = lines.findIndex((line) => isBeside(line, piece));
    const before = lines[at];
    if (before === undefined) lines.push(piece);
    else lines[at] = joined(before, piece);
  }
  return lines;
}

function isBeside(line: Piece, piece: Piece): boolean {
  const [high, low] = [line.bottom - line.top, piece.bottom - piece.top];
  const shared = Math.min(line.bottom, piece.bottom) - Math.max(line.top, piece.top);
  return (
    shared >= 0.6 * Math.min(high, low) && piece.left - line.right <= Math.min(high, low) && high < 2.5 * low
  );
}

function joined(a: Piece, b: Piece): Piece {
  return {
    left: Math.min(a.left, b.left),
    right: Math.max(a.right, b.right),
    top: Math.min(a.top, b.top),
    bottom: Math.max(a.bottom, b.bottom),
    cells: a.cells + b.cells,
    strokes: a.strokes + b.strokes,
  };
}

function countStrokes({ width, height, luma }: GreyPicture, tone: LetterTone): Grid {
  const cellPx = Math.max(4, Math.round(height / 90));
  const columns = Math.ceil(width / cellPx);
  const rows = Math.ceil(height / cellPx);
  const strokes = new Uint16Array(columns * rows);
  // A letter's own width, and the long joins of Arabic.
  const longestPx = Math.round(height / 10);
  // Seen as bright letters in either tone.
  const flip = tone === 'bright' ? 0 : 255;
  const from = tone === 'bright' ? BRIGHT_FROM : 255 - DARK_TO;
  for (let y = 0; y < height; y += 1) {
    const row = y * width;
    const at = (x: number): number => (luma[row + Math.min(Math.max(x, 0), width - 1)] ?? 0) ^ flip;
    const cellRow = Math.floor(y / cellPx) * columns;
    for (let x = 0; x < width; x += 1) {
      if (((luma[row + x] ?? 0) ^ flip) < from) continue;
      let end = x;
      while (end + 1 < width && ((luma[row + end + 1] ?? 0) ^ flip) >= from) end += 1;
      const stands = Math.max(at(x - EDGE_PX), at(end + EDGE_PX)) <= from - EDGE;
      if (stands && end - x < longestPx) {
        for (let cell = Math.floor(x / cellPx); cell <= Math.floor(end / cellPx); cell += 1)
          strokes[cellRow + cell] = (strokes[cellRow + cell] ?? 0) + 1;
      }
      x = end;
    }
  }
  return { cellPx, columns, rows, strokes };
}

/** A gap between words is no wider than so many cells. */
const GAP_CELLS = 4;
const LEAST_STROKES = 2;

/** Cells with strokes that touch, or lie in one row with a word's gap between. */
function componentsOf({ columns, rows, strokes }: Grid): number[][] {
  const seen = new Uint8Array(strokes.length);
  const isText = (cell: number): boolean => (strokes[cell] ?? 0) >= LEAST_STROKES;
  const components: number[][] = [];
  for (let start = 0; start < strokes.length; start += 1) {
    if (seen[start] === 1 || !isText(start)) continue;
    seen[start] = 1;
    const cells = [start];
    for (const cell of cells) {
      const column = cell % columns;
      const row = (cell - column) / columns;
      for (let down = -1; down <= 1; down += 1) {
        if (row + down < 0 || row + down >= rows) continue;
        const reach = down === 0 ? GAP_CELLS : 1;
        const last = Math.min(column + reach, columns - 1);
        for (let to = Math.max(column - reach, 0); to <= last; to += 1) {
          const next = (row + down) * columns + to;
          if (seen[next] === 1 || !isText(next)) continue;
          seen[next] = 1;
          cells.push(next);
        }
      }
    }
    components.push(cells);
  }
  return components;
}

/** The box around a line with room around it, when it has the shape of one. */
function lineOf(picture: GreyPicture, cellPx: number, piece: Piece, tone: LetterTone): Line[] {
  const width = (piece.right - piece.left) * cellPx;
  const height = (piece.bottom - piece.top) * cellPx;
  const isLine = height <= picture.height * MOST_HEIGHT && width >= LEAST_ASPECT * height;
  if (!isLine || piece.cells * cellPx ** 2 < LEAST_DENSITY * width * height) return [];
  const room = Math.round(Math.max(cellPx, height / 4));
  const x = Math.max(piece.left * cellPx - room, 0);
  const y = Math.max(piece.top * cellPx - room, 0);
  const right = Math.min(piece.right * cellPx + room, picture.width);
  const bottom = Math.min(piece.bottom * cellPx + room, picture.height);
  return [{ strokes: piece.strokes, box: { x, y, width: right - x, height: bottom - y, tone } }];
}

/** Letters become black on white, softly, with a white margin: `[grey of the line]`. */
export function cutOut({ width, luma }: GreyPicture, box: TextBox): GreyPicture {
  const cut = new Uint8Array(box.width * box.height);
  for (let y = 0; y < box.height; y += 1) {
    for (let x = 0; x < box.width; x += 1) {
      const value = luma[(box.y + y) * width + box.x + x] ?? 0;
      cut[y * box.width + x] = box.tone === 'bright' ? ramp(215 - value) : ramp(value - 40);
    }
  }
  return { width: box.width, height: box.height, luma: cut };
}

function ramp(distance: number): number {
  return Math.min(Math.max(distance * 6, 0), 255);
}
