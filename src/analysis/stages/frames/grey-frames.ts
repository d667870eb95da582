import { createHash } from 'node:crypto';
import { GREY_BYTES } from './domain/small-frame.js';

/** Cuts a byte stream into grey frames and hashes all of it. The frame handed out is overwritten by the next one. */
export class GreyFrames {
  readonly #hash = createHash('sha256');
  readonly #frame = Buffer.alloc(GREY_BYTES);
  #filled = 0;

  constructor(private readonly onFrame: (grey: Uint8Array) => void) {}

  write(chunk: Buffer): void {
    this.#hash.update(chunk);
    for (let at = 0; at < chunk.length;) {
      const taken = chunk.copy(this.#frame, this.#filled, at);
      at += taken;
      this.#filled += taken;
      if (this.#filled < GREY_BYTES) return;
      this.#filled = 0;
      this.onFrame(this.#frame);
    }
  }

  sha256Hex(): string {
    return this.#hash.digest('hex');
  }
}
