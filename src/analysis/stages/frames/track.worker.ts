import { parentPort, workerData } from 'node:worker_threads';
import { makeLens, type PixelSize } from '../fingerprint/domain/pdq-lens.js';
import { PdqHasher } from '../fingerprint/domain/pdq.js';
import { TrackBuilder } from '../fingerprint/domain/track-builder.js';
import { HASH_BYTES } from '../fingerprint/domain/track.js';
import { GREY_BYTES } from './domain/small-frame.js';
import type { PictureHash, TrackAnswer, TrackRequest, TrackThreadData } from './track-thread.contract.js';

/** The hashing thread of one frames pass (`TrackThread` starts it). */
if (parentPort === null) throw new Error('track.worker is a worker thread.');
const port = parentPort;
const { source } = workerData as TrackThreadData;
const builder = new TrackBuilder(source);

port.on('message', (request: TrackRequest) => {
  switch (request.kind) {
    case 'samples':
      for (const [i, ptsMs] of request.ptsMs.entries()) builder.add(ptsMs, greyAt(request.greys, i));
      return answer({ kind: 'samples', greys: request.greys }, [request.greys.buffer as ArrayBuffer]);
    case 'pictures':
      return answer({ kind: 'pictures', hashes: hashesOf(request.greys, request.size) });
    case 'finish':
      return answer({ kind: 'finish', built: builder.finish() });
  }
});

function answer(message: TrackAnswer, transfer: readonly ArrayBuffer[] = []): void {
  port.postMessage(message, transfer);
}

function hashesOf(greys: Uint8Array, size: PixelSize): PictureHash[] {
  const hasher = new PdqHasher();
  const lens = makeLens(size);
  return Array.from({ length: Math.floor(greys.length / GREY_BYTES) }, (_, i) => {
    const hash = Buffer.alloc(HASH_BYTES);
    hasher.look(greyAt(greys, i), lens);
    hasher.writeHash(hash, 0);
    return { fingerprint: hash.toString('hex'), quality: hasher.quality };
  });
}

function greyAt(greys: Uint8Array, i: number): Uint8Array {
  return greys.subarray(i * GREY_BYTES, (i + 1) * GREY_BYTES);
}
