import { GREY_BYTES, GREY_SIDE } from '../../frames/domain/small-frame.js';
import { PDQ_SIDE, type PdqLens } from './pdq-lens.js';

/** Frequencies kept in each direction. */
const KEPT = 16;
const BITS = KEPT * KEPT;
const HALF = PDQ_SIDE / 2;

/** Under this quality the picture is too even for its bits to mean anything (Meta's advice for PDQ). */
export const LEAST_QUALITY = 50;

/**
 * PDQ, the 256-bit perceptual hash of Meta's ThreatExchange ("The TMK+PDQF Video-Hashing Algorithm and the PDQ Image-Hashing
 * Algorithm", 2019), from a 256 × 256 grey picture. Buffers are its own: one hasher does one picture at a time.
 */
export class PdqHasher {
  readonly #columnsLeft = new Float64Array(PDQ_SIDE * GREY_SIDE);
  readonly #small = new Float64Array(PDQ_SIDE * PDQ_SIDE);
  readonly #rowFrequencies = new Float64Array(KEPT * PDQ_SIDE);
  readonly #frequencies = new Float64Array(BITS);
  readonly #sorted = new Float64Array(BITS);
  #quality = 0;
  #meanLuma = 0;
  #isBlank = true;

  /** How much structure the picture has, 0..100. */
  get quality(): number {
    return this.#quality;
  }

  /** 0..255, rounded. */
  get meanLuma(): number {
    return this.#meanLuma;
  }

  /**
   * Takes a picture in; what the getters and writers give is of this one until the next.
   * @throws RangeError when the picture has not 256 × 256 bytes
   */
  look(grey: Uint8Array, lens: PdqLens): void {
    if (grey.length !== GREY_BYTES) throw new RangeError(`a grey frame has ${GREY_BYTES} bytes`);
    reduceRows(grey, lens, this.#columnsLeft);
    reduceColumns(this.#columnsLeft, lens, this.#small);
    this.#meanLuma = Math.round(meanOf(this.#small));
    this.#isBlank = lens.isTooSmall;
    this.#quality = lens.isTooSmall ? 0 : qualityOf(this.#small);
    transformRows(this.#small, this.#rowFrequencies);
    transformColumns(this.#rowFrequencies, this.#frequencies);
  }

  /** Writes 32 bytes, in the order of PDQ's hexadecimal form. */
  writeHash(into: Uint8Array, at: number): void {
    this.#write(into, at);
  }

  /** The hash of the picture turned left to right: odd frequencies across it change their sign. */
  writeMirrored(into: Uint8Array, at: number): void {
    this.#turnLeftToRight();
    this.#write(into, at);
    this.#turnLeftToRight();
  }

  #turnLeftToRight(): void {
    // Column 0 holds frequency 1, hence the even columns.
    for (let i = 0; i < BITS; i += 2) this.#frequencies[i]! *= -1;
  }

  /** Bit k stands for row k / 16, column k % 16 and is the k-th from the right of the hexadecimal form. */
  #write(into: Uint8Array, at: number): void {
    into.fill(0, at, at + BITS / 8);
    if (this.#isBlank) return;
    const median = this.#median();
    for (let k = 0; k < BITS; k += 1) {
      if (this.#frequencies[k]! > median) into[at + BITS / 8 - 1 - (k >> 3)]! |= 1 << (k & 7);
    }
  }

  /** The lower of the two in the middle, as Torben's method gives it. */
  #median(): number {
    this.#sorted.set(this.#frequencies);
    this.#sorted.sort();
    return this.#sorted[BITS / 2 - 1]!;
  }
}

function reduceRows(grey: Uint8Array, { rows, columns }: PdqLens, out: Float64Array): void {
  const { length, first, weights } = rows;
  const left = columns.first[0]!;
  const right = columns.first[PDQ_SIDE - 1]! + columns.length;
  for (let row = 0; row < PDQ_SIDE; row += 1) {
    const from = first[row]! * GREY_SIDE;
    const weightAt = row * length;
    const to = row * GREY_SIDE;
    for (let x = left; x < right; x += 1) {
      let sum = 0;
      for (let tap = 0, at = from + x; tap < length; tap += 1, at += GREY_SIDE)
        sum += weights[weightAt + tap]! * grey[at]!;
      out[to + x] = sum;
    }
  }
}

function reduceColumns(source: Float64Array, { columns }: PdqLens, out: Float64Array): void {
  const { length, first, weights } = columns;
  for (let row = 0; row < PDQ_SIDE; row += 1) {
    for (let column = 0; column < PDQ_SIDE; column += 1) {
      const from = row * GREY_SIDE + first[column]!;
      const weightAt = column * length;
      let sum = 0;
      for (let tap = 0; tap < length; tap += 1) sum += weights[weightAt + tap]! * source[from + tap]!;
      out[row * PDQ_SIDE + column] = sum;
    }
  }
}

/** Meta's measure: steps between neighbours in whole hundredths of the range, so that faint ones count nothing. */
function qualityOf(small: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < small.length; at += 1) {
    const here = small[at]!;
    if (at % PDQ_SIDE < PDQ_SIDE - 1) sum += stepOf(here, small[at + 1]!);
    if (at < small.length - PDQ_SIDE) sum += stepOf(here, small[at + PDQ_SIDE]!);
  }
  return Math.min(100, Math.trunc(sum / 90));
}

function stepOf(here: number, there: number): number {
  return Math.trunc((Math.abs(here - there) * 100) / 255);
}

function meanOf(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += values[i]!;
  return sum / values.length;
}

/** Row i: cosine of frequency i + 1 at the first 32 places; the other half is the same with the sign of the frequency. */
const COSINES = Float64Array.from({ length: KEPT * HALF }, (_, at) => {
  const frequency = Math.floor(at / HALF) + 1;
  return Math.sqrt(2 / PDQ_SIDE) * Math.cos((Math.PI / 2 / PDQ_SIDE) * frequency * (2 * (at % HALF) + 1));
});

const EVEN_PART = new Float64Array(HALF);
const ODD_PART = new Float64Array(HALF);

/** Down each column: 64 values to 16 frequencies. */
function transformRows(small: Float64Array, out: Float64Array): void {
  for (let column = 0; column < PDQ_SIDE; column += 1)
    transformLine(small, column, PDQ_SIDE, out, column, PDQ_SIDE);
}

/** Along each of the 16 rows that are left. */
function transformColumns(rows: Float64Array, out: Float64Array): void {
  for (let row = 0; row < KEPT; row += 1) transformLine(rows, row * PDQ_SIDE, 1, out, row * KEPT, 1);
}

/** A cosine is even or odd about the middle, so half the products do. */
function transformLine(
  source: Float64Array,
  from: number,
  step: number,
  out: Float64Array,
  to: number,
  outStep: number,
): void {
  for (let i = 0; i < HALF; i += 1) {
    const near = source[from + i * step]!;
    const far = source[from + (PDQ_SIDE - 1 - i) * step]!;
    EVEN_PART[i] = near + far;
    ODD_PART[i] = near - far;
  }
  for (let row = 0; row < KEPT; row += 1) {
    const half = row % 2 === 0 ? ODD_PART : EVEN_PART;
    let sum = 0;
    for (let i = 0, at = row * HALF; i < HALF; i += 1, at += 1) sum += COSINES[at]! * half[i]!;
    out[to + row * outStep] = sum;
  }
}
