import { GREY_SIDE } from '../../frames/domain/small-frame.js';
import { PDQ_SIDE, type GridSums, type PdqLens } from '../domain/pdq-lens.js';

/** PDQ as it is told, every sum and cosine spelled out: what the quick one must agree with to the bit. */
export function plainPdq(
  grey: Uint8Array,
  { rows, columns }: PdqLens,
): { readonly hash: Uint8Array; readonly mirrored: Uint8Array } {
  const small = squareOf((y, x) =>
    summed(columns, x, (across) => summed(rows, y, (down) => grey[down * GREY_SIDE + across]!)),
  );
  const frequencies = Float64Array.from({ length: 256 }, (_, at) => {
    let sum = 0;
    const down = (at >> 4) * PDQ_SIDE;
    const across = (at & 15) * PDQ_SIDE;
    for (let y = 0; y < PDQ_SIDE; y += 1)
      for (let x = 0; x < PDQ_SIDE; x += 1)
        sum += COSINES[down + y]! * COSINES[across + x]! * small[y * PDQ_SIDE + x]!;
    return sum;
  });
  return {
    hash: overMiddle(frequencies),
    mirrored: overMiddle(frequencies.map((value, at) => (at % 2 === 0 ? -value : value))),
  };
}

function squareOf(valueAt: (y: number, x: number) => number): Float64Array {
  return Float64Array.from({ length: PDQ_SIDE ** 2 }, (_, at) =>
    valueAt(Math.floor(at / PDQ_SIDE), at % PDQ_SIDE),
  );
}

function summed(
  { length, first, weights }: GridSums,
  place: number,
  valueAt: (cell: number) => number,
): number {
  let sum = 0;
  for (let tap = 0; tap < length; tap += 1)
    sum += weights[place * length + tap]! * valueAt(first[place]! + tap);
  return sum;
}

/** Row i: frequency i + 1 at the 64 places. */
const COSINES = Float64Array.from({ length: 16 * PDQ_SIDE }, (_, at) => {
  const frequency = Math.floor(at / PDQ_SIDE) + 1;
  return Math.cos(((2 * (at % PDQ_SIDE) + 1) * frequency * Math.PI) / 2 / PDQ_SIDE);
});

function overMiddle(frequencies: Float64Array): Uint8Array {
  const middle = frequencies.toSorted()[127]!;
  const hash = new Uint8Array(32);
  for (const [k, value] of frequencies.entries()) if (value > middle) hash[31 - (k >> 3)]! |= 1 << (k & 7);
  return hash;
}
