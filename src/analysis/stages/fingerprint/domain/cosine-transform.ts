import { PDQ_SIDE } from './pdq-lens.js';

/** Frequencies kept in each direction: 1 to 16, that of even light left out. */
export const KEPT = 16;

const HALF = PDQ_SIDE / 2;

/** Row i: cosine of frequency i + 1 at the first 32 places; the other half is the same with the sign of the frequency. */
const COSINES = Float64Array.from({ length: KEPT * HALF }, (_, at) => {
  const frequency = Math.floor(at / HALF) + 1;
  return Math.sqrt(2 / PDQ_SIDE) * Math.cos((Math.PI / 2 / PDQ_SIDE) * frequency * (2 * (at % HALF) + 1));
});

/** The two halves of the picture, upper and lower, added and subtracted: a cosine is even or odd about the middle. */
const SUMS = new Float64Array(HALF * PDQ_SIDE);
const DIFFERENCES = new Float64Array(HALF * PDQ_SIDE);

/** Down each column: 64 rows of 64 to 16 of 64. */
export function transformDown(small: Float64Array, out: Float64Array): void {
  for (let row = 0; row < HALF; row += 1) {
    const upper = row * PDQ_SIDE;
    const lower = (PDQ_SIDE - 1 - row) * PDQ_SIDE;
    for (let column = 0; column < PDQ_SIDE; column += 1) {
      const near = small[upper + column]!;
      const far = small[lower + column]!;
      SUMS[upper + column] = near + far;
      DIFFERENCES[upper + column] = near - far;
    }
  }
  for (let row = 0; row < KEPT; row += 1) {
    const half = row % 2 === 0 ? DIFFERENCES : SUMS;
    for (let column = 0; column < PDQ_SIDE; column += 4) fourColumns(half, row, column, out);
  }
}

/** Four at a time, so that a cosine is read once for them all. */
function fourColumns(half: Float64Array, row: number, column: number, out: Float64Array): void {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let at = row * HALF, i = column; i < HALF * PDQ_SIDE; at += 1, i += PDQ_SIDE) {
    const cosine = COSINES[at]!;
    a += cosine * half[i]!;
    b += cosine * half[i + 1]!;
    c += cosine * half[i + 2]!;
    d += cosine * half[i + 3]!;
  }
  const to = row * PDQ_SIDE + column;
  out[to] = a;
  out[to + 1] = b;
  out[to + 2] = c;
  out[to + 3] = d;
}

const LINE_SUMS = new Float64Array(HALF);
const LINE_DIFFERENCES = new Float64Array(HALF);

/** Along each of the 16 rows that are left: 16 of 64 to 16 of 16. */
export function transformAlong(rows: Float64Array, out: Float64Array): void {
  for (let row = 0; row < KEPT; row += 1) {
    const from = row * PDQ_SIDE;
    for (let i = 0; i < HALF; i += 1) {
      const near = rows[from + i]!;
      const far = rows[from + PDQ_SIDE - 1 - i]!;
      LINE_SUMS[i] = near + far;
      LINE_DIFFERENCES[i] = near - far;
    }
    for (let column = 0; column < KEPT; column += 1) {
      const half = column % 2 === 0 ? LINE_DIFFERENCES : LINE_SUMS;
      let sum = 0;
      for (let i = 0, at = column * HALF; i < HALF; i += 1, at += 1) sum += COSINES[at]! * half[i]!;
      out[row * KEPT + column] = sum;
    }
  }
}
