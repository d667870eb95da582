/** Side of the square grey frames that the frames pass yields. */
export const GREY_SIDE = 256;
export const GREY_BYTES = GREY_SIDE * GREY_SIDE;

/** Side of the reduction on which cuts are decided, and of the still smaller one on which motion is first sought. */
export const SMALL_SIDE = 32;
export const COARSE_SIDE = 16;

const BINS = 32;

/** What the cut detector keeps of a grey frame: about 5 kB, whatever the clip's size. */
export interface SmallFrame {
  /** Mean luma of each cell, 0..255, row by row. */
  readonly cells: Float32Array;
  readonly coarse: Float32Array;
  /** Share of pixels in each of 32 luma bins, after reduction to 64 × 64. */
  readonly histogram: Float32Array;
  readonly mean: number;
  /** Standard deviation of `cells`. */
  readonly contrast: number;
}

/** @throws RangeError when the frame has not 256 × 256 bytes. */
export function smallFrame(grey: Uint8Array): SmallFrame {
  if (grey.length !== GREY_BYTES) throw new RangeError(`a grey frame has ${GREY_BYTES} bytes`);
  const fine = sumsOf4x4(grey);
  const cells = meansOf2x2(fine, GREY_SIDE / 4, 1 / 64);
  const coarse = meansOf2x2(cells, SMALL_SIDE, 1 / 4);
  const mean = meanOf(cells);
  return { cells, coarse, histogram: histogramOf(fine), mean, contrast: deviationOf(cells, mean) };
}

/** Read before the next frame comes; a new one for each would be most of the garbage of the pass. */
const SUMS = new Float32Array((GREY_SIDE / 4) ** 2);

/** The only loop over all 65 536 pixels, hence written out: the worker's share of the pass hangs on it. */
function sumsOf4x4(grey: Uint8Array): Float32Array {
  const side = GREY_SIDE / 4;
  const sums = SUMS;
  for (let cell = 0, at = 0; cell < sums.length; at += 3 * GREY_SIDE) {
    for (let x = 0; x < side; x += 1, cell += 1, at += 4) {
      let sum = 0;
      for (let row = at; row <= at + 3 * GREY_SIDE; row += GREY_SIDE) {
        sum += grey[row]! + grey[row + 1]! + grey[row + 2]! + grey[row + 3]!;
      }
      sums[cell] = sum;
    }
  }
  return sums;
}

function meansOf2x2(source: Float32Array, side: number, weight: number): Float32Array {
  const half = side / 2;
  const means = new Float32Array(half * half);
  for (let y = 0, cell = 0; y < half; y += 1) {
    for (let x = 0, at = 2 * y * side; x < half; x += 1, cell += 1, at += 2) {
      const sum = source[at]! + source[at + 1]! + source[at + side]! + source[at + side + 1]!;
      means[cell] = weight * sum;
    }
  }
  return means;
}

/** `fine` holds sums of 16 pixels, hence 0..4080. Each value is shared between its two nearest bins, so that a small change of light moves little. */
function histogramOf(fine: Float32Array): Float32Array {
  const histogram = new Float32Array(BINS);
  const perBin = (16 * 256) / BINS;
  for (let i = 0; i < fine.length; i += 1) {
    const place = Math.max(0, fine[i]! / perBin - 0.5);
    const bin = Math.min(BINS - 2, place | 0);
    const upper = Math.min(1, place - bin);
    histogram[bin]! += 1 - upper;
    histogram[bin + 1]! += upper;
  }
  for (let i = 0; i < BINS; i += 1) histogram[i]! /= fine.length;
  return histogram;
}

function meanOf(values: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += values[i]!;
  return sum / values.length;
}

function deviationOf(values: Float32Array, mean: number): number {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += (values[i]! - mean) ** 2;
  return Math.sqrt(sum / values.length);
}
