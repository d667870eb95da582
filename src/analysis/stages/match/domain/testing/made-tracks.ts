import { emptyTrack, HASH_BYTES, type Track } from '../../../fingerprint/domain/track.js';

/** A repeatable stream of numbers from 0 up to 1 (mulberry32, public domain). */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The picture of a made scene at any time: its hash and that of the mirrored picture, one after the other. */
export type Scene = (timeMs: number) => Uint8Array;

const STEP_MS = 20;
const BITS = 8 * HASH_BYTES;

/** A scene whose hash walks: so many of its 256 bits turn in a second. Without any it stands still. */
export function wanderingScene(seed: number, seconds: number, bitsPerSecond = 120): Scene {
  const next = dice(seed);
  const steps = Math.ceil((seconds * 1000) / STEP_MS);
  const states: Uint8Array[] = [Uint8Array.from({ length: 2 * HASH_BYTES }, () => next() * 256)];
  let due = 0;
  for (let step = 1; step < steps; step += 1) {
    const state = states.at(-1)!.slice();
    for (due += (bitsPerSecond * STEP_MS) / 1000; due >= 1; due -= 1) {
      turnBit(state, Math.floor(next() * BITS));
      turnBit(state, BITS + Math.floor(next() * BITS));
    }
    states.push(state);
  }
  return (timeMs) => states[Math.min(Math.max(0, Math.floor(timeMs / STEP_MS)), states.length - 1)]!;
}

function turnBit(bytes: Uint8Array, bit: number): void {
  bytes[bit >> 3]! ^= 1 << (bit & 7);
}

export interface Take {
  readonly scene: Scene;
  /** The scene's time at which this take starts. */
  readonly fromMs: number;
  readonly lengthMs: number;
  /** Milliseconds of the scene in one of the clip. */
  readonly speed?: number;
  readonly mirrored?: boolean;
  /** Bits of each hash that are turned by chance. */
  readonly noiseBits?: number;
  readonly quality?: number;
}

/** A clip of takes, one after the other, sampled ten times a second from `phaseMs` on. */
export function madeTrack(takes: readonly Take[], { seed = 1, phaseMs = 0 } = {}): Track {
  const next = dice(seed);
  const samples: { ptsMs: number; state: Uint8Array; quality: number; mirrored: boolean }[] = [];
  let startMs = 0;
  let ptsMs = phaseMs;
  for (const take of takes) {
    for (; ptsMs < startMs + take.lengthMs; ptsMs += 100) {
      const state = take.scene(take.fromMs + (ptsMs - startMs) * (take.speed ?? 1)).slice();
      for (let k = 0; k < (take.noiseBits ?? 0); k += 1) {
        turnBit(state, Math.floor(next() * BITS));
        turnBit(state, BITS + Math.floor(next() * BITS));
      }
      samples.push({ ptsMs, state, quality: take.quality ?? 100, mirrored: take.mirrored === true });
    }
    startMs += take.lengthMs;
  }
  const track = emptyTrack(samples.length);
  for (const [i, { ptsMs: time, state, quality, mirrored }] of samples.entries()) {
    const [hashes, turned] = mirrored ? [track.mirrored, track.hashes] : [track.hashes, track.mirrored];
    hashes.set(state.subarray(0, HASH_BYTES), i * HASH_BYTES);
    turned.set(state.subarray(HASH_BYTES), i * HASH_BYTES);
    track.ptsMs[i] = time;
    track.quality[i] = quality;
  }
  return track;
}

const SCENE_MS = 4_000;
const SCENES = 5;

/** A clip that shows the same five scenes again and again, in an order of its own by `stride`. */
export function loopedTrack(lengthMs: number, { seed, stride }: { seed: number; stride: number }): Track {
  const scene = wanderingScene(1, (SCENES * SCENE_MS) / 1000);
  const takes = Array.from({ length: Math.ceil(lengthMs / SCENE_MS) }, (_, i) => ({
    ...{ scene, fromMs: ((i * stride) % SCENES) * SCENE_MS },
    ...{ lengthMs: SCENE_MS, noiseBits: 6 },
  }));
  return madeTrack(takes, { seed });
}
