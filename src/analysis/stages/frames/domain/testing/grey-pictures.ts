import { GREY_BYTES, GREY_SIDE } from '../small-frame.js';

/** A made grey picture: luma at (x, y), 0..255. */
export function picture(luma: (x: number, y: number) => number): Uint8Array {
  return Uint8Array.from({ length: GREY_BYTES }, (_, i) =>
    Math.max(0, Math.min(255, Math.round(luma(i % GREY_SIDE, Math.floor(i / GREY_SIDE))))),
  );
}

export const even = (level: number): Uint8Array => picture(() => level);

const BLOTCH = 32;

/** Level of one corner of the net that blotches hang on, 0..1; the same for the same place and seed. */
function corner(x: number, y: number, seed: number): number {
  let mixed = Math.imul(seed + 1, 0x9e3779b1);
  for (const part of [x, y]) {
    mixed = Math.imul(mixed ^ part, 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    mixed ^= mixed >>> 16;
  }
  return (mixed >>> 0) / 2 ** 32;
}

/** Soft blotches, others and of another light for each seed; `shift` moves the view to the right over them. */
export function landscape(seed: number, shift = 0): Uint8Array {
  const light = 20 + 60 * (seed % 3);
  return picture((x, y) => {
    const [u, v] = [(x + shift) / BLOTCH, y / BLOTCH];
    const [left, top] = [Math.floor(u), Math.floor(v)];
    const along = (row: number): number =>
      corner(left, row, seed) * (1 - u + left) + corner(left + 1, row, seed) * (u - left);
    return light + 110 * (along(top) * (1 - v + top) + along(top + 1) * (v - top));
  });
}

/** `share` of `b` laid over `a`. */
export function mixed(a: Uint8Array, b: Uint8Array, share: number): Uint8Array {
  return a.map((level, i) => Math.round(level * (1 - share) + (b[i] ?? 0) * share));
}
