import { emptyTrack, HASH_BYTES, type Track } from './track.js';

export interface SampleHead {
  readonly ptsMs: number;
  readonly quality: number;
  /** Index into `VIEWS`. */
  readonly view: number;
  readonly luma: number;
}

/** A track that grows: arrays are doubled, so that hours of samples are not copied at each of them. */
export class SampleList {
  #track = emptyTrack(64);
  #count = 0;

  /** @param write puts hash and mirrored hash at byte `at` of their arrays */
  push(
    { ptsMs, quality, view, luma }: SampleHead,
    write: (hashes: Uint8Array, mirrored: Uint8Array, at: number) => void,
  ): void {
    if (this.#count === this.#track.count) this.#track = resized(this.#track, this.#count, 2 * this.#count);
    const { ptsMs: times, quality: qualities, view: views, luma: lumas, hashes, mirrored } = this.#track;
    times[this.#count] = ptsMs;
    qualities[this.#count] = quality;
    views[this.#count] = view;
    lumas[this.#count] = luma;
    write(hashes, mirrored, this.#count * HASH_BYTES);
    this.#count += 1;
  }

  toTrack(): Track {
    return resized(this.#track, this.#count, this.#count);
  }
}

function resized(track: Track, used: number, count: number): Track {
  const larger = emptyTrack(count);
  larger.ptsMs.set(track.ptsMs.subarray(0, used));
  larger.quality.set(track.quality.subarray(0, used));
  larger.view.set(track.view.subarray(0, used));
  larger.luma.set(track.luma.subarray(0, used));
  larger.hashes.set(track.hashes.subarray(0, used * HASH_BYTES));
  larger.mirrored.set(track.mirrored.subarray(0, used * HASH_BYTES));
  return larger;
}
