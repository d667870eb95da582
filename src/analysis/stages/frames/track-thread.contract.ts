import type { PixelSize } from '../fingerprint/domain/pdq-lens.js';
import type { BuiltTrack } from '../fingerprint/domain/track-builder.js';

/** What the hashing thread is started with. */
export interface TrackThreadData {
  /** Size of the upright picture in its own pixels. */
  readonly source: PixelSize;
}

/** To the thread. Memory of `greys` goes over, it is not copied. */
export type TrackRequest =
  | { readonly kind: 'samples'; readonly ptsMs: readonly number[]; readonly greys: Uint8Array }
  | { readonly kind: 'pictures'; readonly size: PixelSize; readonly greys: Uint8Array }
  | { readonly kind: 'finish' };

/** From the thread: one answer for each request, in their order. `samples` gives the memory back for the next. */
export type TrackAnswer =
  | { readonly kind: 'samples'; readonly greys: Uint8Array }
  | { readonly kind: 'pictures'; readonly hashes: readonly PictureHash[] }
  | { readonly kind: 'finish'; readonly built: BuiltTrack };

export interface PictureHash {
  /** PDQ, 64 hexadecimal digits. */
  readonly fingerprint: string;
  /** 0..100; under 50 the fingerprint says nothing. */
  readonly quality: number;
}
