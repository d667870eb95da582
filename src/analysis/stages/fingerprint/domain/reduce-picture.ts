import { GREY_SIDE } from '../../frames/domain/small-frame.js';
import { LEAST_TAPS, PDQ_SIDE, type PdqLens } from './pdq-lens.js';

/** One row of the picture after its columns are reduced; read before the next is made. */
const LINE = new Float64Array(GREY_SIDE);

/** Writes the 64 × 64 that a lens makes of a grey picture, row by row. */
export function reducePicture(grey: Uint8Array, { rows, columns }: PdqLens, out: Float64Array): void {
  const left = columns.first[0]!;
  const right = columns.first[PDQ_SIDE - 1]! + columns.length;
  for (let row = 0; row < PDQ_SIDE; row += 1) {
    const from = rows.first[row]! * GREY_SIDE;
    sumDown(grey, from, rows.weights, row * rows.length, left, right);
    for (let tap = LEAST_TAPS; tap < rows.length; tap += 1) {
      const weight = rows.weights[row * rows.length + tap]!;
      if (weight !== 0) addLine(grey, from + tap * GREY_SIDE, weight, left, right);
    }
    sumAlong(columns.length, columns.first, columns.weights, out, row * PDQ_SIDE);
  }
}

/**
 * Half the work of a hash, hence written out: weights stay in registers. Sums go from the first tap to the last here and
 * everywhere, so that a hash is the same to the bit however they are spelled.
 */
function sumDown(
  grey: Uint8Array,
  from: number,
  weights: Float64Array,
  at: number,
  left: number,
  right: number,
): void {
  const w0 = weights[at]!;
  const w1 = weights[at + 1]!;
  const w2 = weights[at + 2]!;
  const w3 = weights[at + 3]!;
  const w4 = weights[at + 4]!;
  for (let x = left, i = from + left; x < right; x += 1, i += 1) {
    LINE[x] =
      w0 * grey[i]! +
      w1 * grey[i + GREY_SIDE]! +
      w2 * grey[i + 2 * GREY_SIDE]! +
      w3 * grey[i + 3 * GREY_SIDE]! +
      w4 * grey[i + 4 * GREY_SIDE]!;
  }
}

function addLine(grey: Uint8Array, from: number, weight: number, left: number, right: number): void {
  for (let x = left; x < right; x += 1) LINE[x]! += weight * grey[from + x]!;
}

function sumAlong(
  length: number,
  first: Int32Array,
  weights: Float64Array,
  out: Float64Array,
  to: number,
): void {
  for (let column = 0, at = 0; column < PDQ_SIDE; column += 1, at += length) {
    const x = first[column]!;
    let sum =
      weights[at]! * LINE[x]! +
      weights[at + 1]! * LINE[x + 1]! +
      weights[at + 2]! * LINE[x + 2]! +
      weights[at + 3]! * LINE[x + 3]! +
      weights[at + 4]! * LINE[x + 4]!;
    for (let tap = LEAST_TAPS; tap < length; tap += 1) sum += weights[at + tap]! * LINE[x + tap]!;
    out[to + column] = sum;
  }
}

/** Meta's measure: steps between neighbours in whole hundredths of the range, so that faint ones count nothing. */
export function qualityOf(small: Float64Array): number {
  let sum = 0;
  for (let row = 0, at = 0; row < PDQ_SIDE; row += 1) {
    for (let column = 1; column < PDQ_SIDE; column += 1, at += 1) sum += stepOf(small[at]!, small[at + 1]!);
    at += 1;
  }
  for (let at = PDQ_SIDE; at < small.length; at += 1) sum += stepOf(small[at - PDQ_SIDE]!, small[at]!);
  return Math.min(100, Math.trunc(sum / 90));
}

function stepOf(here: number, there: number): number {
  return ((Math.abs(here - there) * 100) / 255) | 0;
}

export function meanOf(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += values[i]!;
  return sum / values.length;
}
