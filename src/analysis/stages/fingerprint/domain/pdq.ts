import { GREY_BYTES } from '../../frames/domain/small-frame.js';
import { KEPT, transformAlong, transformDown } from './cosine-transform.js';
import { valueAtPlace } from './middle-value.js';
import { PDQ_SIDE, type PdqLens } from './pdq-lens.js';
import { meanOf, qualityOf, reducePicture } from './reduce-picture.js';

const BITS = KEPT * KEPT;

/** Under this quality the picture is too even for its bits to mean anything (Meta's advice for PDQ). */
export const LEAST_QUALITY = 50;

/**
 * PDQ, the 256-bit perceptual hash of Meta's ThreatExchange ("The TMK+PDQF Video-Hashing Algorithm and the PDQ Image-Hashing
 * Algorithm", 2019), from a 256 × 256 grey picture. Buffers are its own: one hasher does one picture at a time.
 */
export class PdqHasher {
  readonly #small = new Float64Array(PDQ_SIDE * PDQ_SIDE);
  readonly #rowFrequencies = new Float64Array(KEPT * PDQ_SIDE);
  readonly #frequencies = new Float64Array(BITS);
  readonly #moved = new Float64Array(BITS);
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
    reducePicture(grey, lens, this.#small);
    this.#meanLuma = Math.round(meanOf(this.#small));
    this.#isBlank = lens.isTooSmall;
    this.#quality = lens.isTooSmall ? 0 : qualityOf(this.#small);
    transformDown(this.#small, this.#rowFrequencies);
    transformAlong(this.#rowFrequencies, this.#frequencies);
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
    this.#moved.set(this.#frequencies);
    return valueAtPlace(this.#moved, BITS / 2 - 1);
  }
}
