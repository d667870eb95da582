import { COARSE_SIDE, SMALL_SIDE, type SmallFrame } from './small-frame.js';

/** Luma levels of noise that count as no structure: keeps two nearly flat frames from looking unrelated. */
const NOISE_FLOOR = 3;
/** Below this contrast a frame is one even tone, and two of them differ by their light alone. */
export const PLAIN_CONTRAST = 4;
/** Luma levels between two even tones that are certainly not one. */
const OTHER_LIGHT = 32;
/** Frames this near need no search for motion. */
const ALIKE = 0.15;
/** The common part must have this share of each frame's own variance. */
const REPRESENTATIVE = 0.3;
/** Motion between two grey frames is sought up to this share of the side. */
const REACH_COARSE = 7;

/**
 * How unlike two frames are in structure, 0 (one is the other, moved and evenly lit otherwise) to about 1 (unrelated).
 * The second is shifted against the first to the best match over the part that both show, so that a pan costs little;
 * each is freed of its mean, so that a change of light costs little.
 */
export function structuralDistance(a: SmallFrame, b: SmallFrame): number {
  if (isPlain(a) && isPlain(b)) return Math.min(1, Math.abs(a.mean - b.mean) / OTHER_LIGHT);
  const plain = plainDistance(a, b);
  if (plain < ALIKE) return plain;
  // What both show must be worth comparing: one wall is as good as another.
  const leastA = REPRESENTATIVE * a.contrast ** 2;
  const leastB = REPRESENTATIVE * b.contrast ** 2;
  let best = plain;
  let bestX = 0;
  let bestY = 0;
  for (let dy = -REACH_COARSE; dy <= REACH_COARSE; dy += 1) {
    for (let dx = -REACH_COARSE; dx <= REACH_COARSE; dx += 1) {
      const distance = shiftedDistance(a.coarse, b.coarse, COARSE_SIDE, dx, dy, leastA, leastB);
      if (distance < best) [best, bestX, bestY] = [distance, dx, dy];
    }
  }
  let fine = plain;
  for (let dy = 2 * bestY - 1; dy <= 2 * bestY + 1; dy += 1) {
    for (let dx = 2 * bestX - 1; dx <= 2 * bestX + 1; dx += 1) {
      fine = Math.min(fine, shiftedDistance(a.cells, b.cells, SMALL_SIDE, dx, dy, leastA, leastB));
    }
  }
  return fine;
}

function isPlain({ contrast }: SmallFrame): boolean {
  return contrast < PLAIN_CONTRAST;
}

/** The same without any shift: cheap, never below `structuralDistance`. */
export function plainDistance(a: SmallFrame, b: SmallFrame): number {
  return shiftedDistance(a.cells, b.cells, SMALL_SIDE, 0, 0, 0, 0);
}

/** Share of pixels (0..1) that must change their luma bin to turn one histogram into the other. */
export function histogramDistance(a: SmallFrame, b: SmallFrame): number {
  let sum = 0;
  for (let i = 0; i < a.histogram.length; i += 1) sum += Math.abs(a.histogram[i]! - b.histogram[i]!);
  return sum / 2;
}

/**
 * Root of the residual's share of the two variances, over the part common to `a` and `b` moved by (dx, dy); 1 when that
 * part has less variance than asked for.
 */
function shiftedDistance(
  a: Float32Array,
  b: Float32Array,
  side: number,
  dx: number,
  dy: number,
  leastVarianceA: number,
  leastVarianceB: number,
): number {
  const fromX = Math.max(0, dx);
  const toX = Math.min(side, side + dx);
  const fromY = Math.max(0, dy);
  const toY = Math.min(side, side + dy);
  let sumA = 0;
  let sumB = 0;
  let squareA = 0;
  let squareB = 0;
  let product = 0;
  for (let y = fromY; y < toY; y += 1) {
    const rowA = y * side;
    const rowB = (y - dy) * side - dx;
    for (let x = fromX; x < toX; x += 1) {
      const va = a[rowA + x]!;
      const vb = b[rowB + x]!;
      sumA += va;
      sumB += vb;
      squareA += va * va;
      squareB += vb * vb;
      product += va * vb;
    }
  }
  const count = (toX - fromX) * (toY - fromY);
  const energyA = squareA - (sumA * sumA) / count;
  const energyB = squareB - (sumB * sumB) / count;
  if (energyA < leastVarianceA * count || energyB < leastVarianceB * count) return 1;
  const residual = energyA + energyB - 2 * (product - (sumA * sumB) / count);
  return Math.sqrt(Math.max(0, residual) / (energyA + energyB + 2 * count * NOISE_FLOOR ** 2));
}
