import { GREY_SIDE } from '../../frames/domain/small-frame.js';

/** Side of the square that PDQ reduces every picture to before its cosine transform. */
export const PDQ_SIDE = 64;

/**
 * Sums of fewer cells are filled up with weights of zero, so that so many can be written out. Windows of PDQ's blur span four
 * to five cells of most pictures, a few of 1080 lines six, one of 5 pixels 52.
 */
export const LEAST_TAPS = 5;

/** Below this PDQ gives no hash (Meta's `MIN_HASHABLE_DIM`). */
const LEAST_SIDE_PX = 5;

/** A part of the 256 × 256 grid, in cells, which may be cut: `left <= x < right`, `top <= y < bottom`. */
export interface GridRectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const WHOLE_GRID: GridRectangle = { left: 0, top: 0, right: GREY_SIDE, bottom: GREY_SIDE };

export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** Sixty-four weighted sums of neighbouring grid cells: sum i is of `length` cells from `first[i]`. */
export interface GridSums {
  readonly length: number;
  readonly first: Int32Array;
  /** `weights[length * i ..]`, each sum's weights adding up to 1. */
  readonly weights: Float64Array;
}

/** How a part of a 256 × 256 grey picture is reduced to PDQ's 64 × 64. */
export interface PdqLens {
  readonly rows: GridSums;
  readonly columns: GridSums;
  /** The part is too small in the source to be hashed. */
  readonly isTooSmall: boolean;
}

/**
 * PDQ blurs the full-size picture by two box passes and takes every so-manieth pixel. Both are linear and separable, and so
 * is the area scaling to the grid, so that one matrix per dimension does all three: shared/performance.md, section 3b.
 * @param source size of the whole upright picture in its own pixels
 */
export function makeLens(source: PixelSize, part: GridRectangle = WHOLE_GRID): PdqLens {
  const width = Math.round((source.width * (part.right - part.left)) / GREY_SIDE);
  const height = Math.round((source.height * (part.bottom - part.top)) / GREY_SIDE);
  return {
    rows: sumsOf(Math.max(LEAST_SIDE_PX, height), part.top, part.bottom),
    columns: sumsOf(Math.max(LEAST_SIDE_PX, width), part.left, part.right),
    isTooSmall: width < LEAST_SIDE_PX || height < LEAST_SIDE_PX,
  };
}

/** @param lengthPx of the part, in the source's pixels */
function sumsOf(lengthPx: number, from: number, to: number): GridSums {
  const dense = Array.from({ length: PDQ_SIDE }, (_, i) =>
    foldedIntoGrid(blurWeights(lengthPx, Math.floor(((i + 0.5) * lengthPx) / PDQ_SIDE)), lengthPx, from, to),
  );
  const spans = dense.map((weights) => {
    const first = weights.findIndex((weight) => weight !== 0);
    return { first, length: weights.findLastIndex((weight) => weight !== 0) - first + 1 };
  });
  const length = Math.max(LEAST_TAPS, ...spans.map((span) => span.length));
  const first = Int32Array.from(spans, (span) => Math.min(span.first, GREY_SIDE - length));
  const weights = new Float64Array(PDQ_SIDE * length);
  for (const [i, cells] of dense.entries())
    weights.set(cells.subarray(first[i], first[i]! + length), i * length);
  return { length, first, weights };
}

/** What each source pixel adds to the blurred pixel at `place`: two box means, each cut off at the picture's edge. */
function blurWeights(lengthPx: number, place: number): Map<number, number> {
  const outer = boxAround(place, lengthPx);
  const weights = new Map<number, number>();
  for (let middle = outer.from; middle < outer.to; middle += 1) {
    const inner = boxAround(middle, lengthPx);
    const share = 1 / ((outer.to - outer.from) * (inner.to - inner.from));
    for (let at = inner.from; at < inner.to; at += 1) weights.set(at, (weights.get(at) ?? 0) + share);
  }
  return weights;
}

/** PDQ's windows of an even number of pixels reach one pixel further on than back. */
function boxAround(place: number, lengthPx: number): { from: number; to: number } {
  const size = Math.ceil(lengthPx / (2 * PDQ_SIDE));
  const ahead = (size + 2) >> 1;
  return { from: Math.max(0, place + ahead - size), to: Math.min(lengthPx, place + ahead) };
}

/**
 * Grid cells are means of source pixels. Which sum of cells comes nearest to the wanted sum of pixels depends on what pictures
 * look like; the least expected error, when pixels are the more alike the nearer they lie, is Wiener's: solve
 * (likeness of cells to each other) x = (likeness of cells to the wanted sum). Taking each pixel for the mean of its cells
 * instead doubles the bits by which hashes differ from those of full-size pictures (2.2 instead of 1.2).
 */
function foldedIntoGrid(
  pixels: ReadonlyMap<number, number>,
  lengthPx: number,
  from: number,
  to: number,
): Float64Array {
  const cellsPerPixel = (to - from) / lengthPx;
  const places = [...pixels.keys()];
  const first = Math.floor(from + Math.min(...places) * cellsPerPixel + ROUNDING);
  const last = Math.ceil(from + (Math.max(...places) + 1) * cellsPerPixel - ROUNDING);
  const cellAt = (i: number): Span => ({ from: first + i, to: first + i + 1 });
  const equations = Array.from({ length: last - first }, (_, i) => {
    const row = Array.from({ length: last - first }, (_2, j) => likeness(cellAt(i), cellAt(j)));
    let wanted = 0;
    for (const [pixel, weight] of pixels) {
      const at = from + pixel * cellsPerPixel;
      wanted += weight * likeness(cellAt(i), { from: at, to: at + cellsPerPixel });
    }
    return [...row, wanted];
  });
  const solution = solve(equations);
  const total = solution.reduce((sum, weight) => sum + weight, 0);
  const cells = new Float64Array(GREY_SIDE);
  for (const [i, weight] of solution.entries()) cells[first + i] = weight / total;
  return cells;
}

/** Keeps a cell out that is touched by no more than a rounding fault. */
const ROUNDING = 1e-9;

interface Span {
  readonly from: number;
  readonly to: number;
}

/** How far pixels are alike, in cells; between 5 and 100 the hashes hardly change. */
const REACH = 20;

/** Covariance of the means over two spans of a line whose points have the covariance e^(-distance / reach). */
function likeness(one: Span, other: Span): number {
  const sum =
    twiceIntegrated(other.to - one.from) -
    twiceIntegrated(other.to - one.to) -
    twiceIntegrated(other.from - one.from) +
    twiceIntegrated(other.from - one.to);
  return sum / ((one.to - one.from) * (other.to - other.from));
}

function twiceIntegrated(distance: number): number {
  const reaches = Math.abs(distance) / REACH;
  return REACH * REACH * (Math.exp(-reaches) + reaches);
}

/** Gauss's elimination; a matrix of likenesses is positive definite, so no pivot is sought. `rows` end with the right side and are used up. */
function solve(rows: number[][]): number[] {
  const count = rows.length;
  for (const [at, pivot] of rows.entries()) {
    for (const row of rows.slice(at + 1)) {
      const factor = row[at]! / pivot[at]!;
      for (let column = at; column <= count; column += 1) row[column]! -= factor * pivot[column]!;
    }
  }
  const solution = Array.from({ length: count }, () => 0);
  for (let at = count - 1; at >= 0; at -= 1) {
    let rest = rows[at]![count]!;
    for (let column = at + 1; column < count; column += 1) rest -= rows[at]![column]! * solution[column]!;
    solution[at] = rest / rows[at]![at]!;
  }
  return solution;
}
