import { GREY_BYTES, GREY_SIDE } from '../../frames/domain/small-frame.js';

export function picture(valueAt: (x: number, y: number) => number): Uint8Array {
  const grey = new Uint8Array(GREY_BYTES);
  for (let i = 0; i < GREY_BYTES; i += 1)
    grey[i] = Math.min(255, Math.max(0, Math.round(valueAt(i % GREY_SIDE, Math.floor(i / GREY_SIDE)))));
  return grey;
}

/** A made picture with light and dark patches of many sizes; another seed gives an unlike one. */
export function blobs(seed: number, shift = 0): Uint8Array {
  const random = randomFrom(seed);
  const waves = Array.from({ length: 10 }, (_, i) => {
    const frequency = (1 + i) / GREY_SIDE;
    const angle = random() * 2 * Math.PI;
    return {
      x: 2 * Math.PI * frequency * Math.cos(angle),
      y: 2 * Math.PI * frequency * Math.sin(angle),
      phase: random() * 2 * Math.PI,
      height: 90 / Math.sqrt(1 + i),
    };
  });
  return picture((x, y) =>
    waves.reduce(
      (sum, wave) => sum + wave.height * Math.sin(wave.x * (x + shift) + wave.y * y + wave.phase),
      128,
    ),
  );
}

export function turnedLeftToRight(grey: Uint8Array): Uint8Array {
  return picture((x, y) => grey[y * GREY_SIDE + GREY_SIDE - 1 - x]!);
}

/** Mulberry32. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
