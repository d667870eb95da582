import { GREY_BYTES, GREY_SIDE } from '../small-frame.js';

/** A made grey picture: luma at (x, y), 0..255. */
export function picture(luma: (x: number, y: number) => number): Uint8Array {
  return Uint8Array.from({ length: GREY_BYTES }, (_, i) =>
    Math.max(0, Math.min(255, Math.round(luma(i % GREY_SIDE, Math.floor(i / GREY_SIDE))))),
  );
}

export const even = (level: number): Uint8Array => picture(() => level);

/** Blotches of about 40 pixels, different for each seed; `shift` moves the view to the right over them. */
export function landscape(seed: number, shift = 0): Uint8Array {
  const wave = (place: number, k: number): number => Math.sin(place / (9 + 4 * k) + seed * (k + 1) * 1.7);
  return picture(
    (x, y) =>
      128 +
      40 * wave(x + shift, 1) * wave(y, 2) +
      30 * wave(x + shift + y, 3) +
      30 * wave(y - x - shift, seed % 5),
  );
}

/** `share` of `b` laid over `a`. */
export function mixed(a: Uint8Array, b: Uint8Array, share: number): Uint8Array {
  return a.map((level, i) => Math.round(level * (1 - share) + (b[i] ?? 0) * share));
}
