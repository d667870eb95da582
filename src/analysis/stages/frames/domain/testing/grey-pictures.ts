import { GREY_BYTES, GREY_SIDE } from '../small-frame.js';

/** A made grey picture: luma at (x, y), 0..255. */
export function picture(luma: (x: number, y: number) => number): Uint8Array {
  const grey = new Uint8Array(GREY_BYTES);
  for (let i = 0; i < GREY_BYTES; i += 1) {
    grey[i] = Math.max(0, Math.min(255, Math.round(luma(i % GREY_SIDE, Math.floor(i / GREY_SIDE)))));
  }
  return grey;
}

export const even = (level: number): Uint8Array => picture(() => level);

const BLOTCH = 32;

/** Level of one corner of the net that blotches hang on, 0..1; the same for the same place and seed. */
function corner(x: number, y: number, seed: number): number {
  let hash = Math.imul(seed + 1, 0x9e3779b1);
  for (const part of [x, y]) {
    hash = Math.imul(hash ^ part, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return (hash >>> 0) / 2 ** 32;
}

/** Soft blotches, others and of another light for each seed; `shift` moves the view to the right over them. */
export function landscape(seed: number, shift = 0): Uint8Array {
  const light = 20 + 60 * (seed % 3);
  const first = Math.floor(shift / BLOTCH);
  const across = GREY_SIDE / BLOTCH + 2;
  const net = Array.from({ length: across * across }, (_, i) =>
    corner(first + (i % across), Math.floor(i / across), seed),
  );
  return picture((x, y) => {
    const [u, v] = [(x + shift) / BLOTCH - first, y / BLOTCH];
    const [left, top] = [Math.floor(u), Math.floor(v)];
    const at = top * across + left;
    const upper = (net[at] ?? 0) * (1 - u + left) + (net[at + 1] ?? 0) * (u - left);
    const lower = (net[at + across] ?? 0) * (1 - u + left) + (net[at + across + 1] ?? 0) * (u - left);
    return light + 110 * (upper * (1 - v + top) + lower * (v - top));
  });
}

/** `share` of `b` laid over `a`. */
export function mixed(a: Uint8Array, b: Uint8Array, share: number): Uint8Array {
  return a.map((level, i) => Math.round(level * (1 - share) + (b[i] ?? 0) * share));
}
