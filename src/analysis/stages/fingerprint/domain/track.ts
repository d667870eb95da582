/** What was hashed of a picture. `whole` is all of it, `content` what is left without an even border, `crop` a centre cut of that. */
export const VIEWS = ['whole', 'content', 'crop95', 'crop90', 'crop85'] as const;
export type View = (typeof VIEWS)[number];

export const HASH_BYTES = 32;

/**
 * Samples of a clip's pictures by time, at most ten a second and view. Arrays are parallel; hash i lies at
 * `hashes[32 i .. 32 i + 31]`, in the byte order of PDQ's hexadecimal form.
 */
export interface Track {
  readonly count: number;
  /** Display time from the clip's start, rising. */
  readonly ptsMs: Uint32Array;
  /** PDQ quality, 0 to 100: below 50 the bits are noise. */
  readonly quality: Uint8Array;
  /** Index into `VIEWS`; a dense track holds `whole` and, where there is a border, `content`. */
  readonly view: Uint8Array;
  /** Mean luma of the whole picture, 0 to 255. */
  readonly luma: Uint8Array;
  readonly hashes: Uint8Array;
  /** PDQ of the same picture turned left to right. */
  readonly mirrored: Uint8Array;
}

const RECORD_BYTES = 2 * HASH_BYTES + 8;

/** 72 bytes a sample: hash, mirrored hash, time (uint32, little-endian), quality, view, luma, 0. */
export function encodeTrack(track: Track): Uint8Array {
  const bytes = new Uint8Array(track.count * RECORD_BYTES);
  const fields = new DataView(bytes.buffer);
  for (let i = 0; i < track.count; i += 1) {
    const at = i * RECORD_BYTES;
    const from = i * HASH_BYTES;
    bytes.set(track.hashes.subarray(from, from + HASH_BYTES), at);
    bytes.set(track.mirrored.subarray(from, from + HASH_BYTES), at + HASH_BYTES);
    const tail = at + 2 * HASH_BYTES;
    fields.setUint32(tail, track.ptsMs[i]!, true);
    bytes.set([track.quality[i]!, track.view[i]!, track.luma[i]!], tail + 4);
  }
  return bytes;
}

/** @throws RangeError when the bytes are no track. */
export function decodeTrack(bytes: Uint8Array): Track {
  if (bytes.length % RECORD_BYTES !== 0) throw new RangeError(`${bytes.length} bytes are no track`);
  const count = bytes.length / RECORD_BYTES;
  const fields = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const track = emptyTrack(count);
  for (let i = 0; i < count; i += 1) {
    const at = i * RECORD_BYTES;
    const tail = at + 2 * HASH_BYTES;
    track.hashes.set(bytes.subarray(at, at + HASH_BYTES), i * HASH_BYTES);
    track.mirrored.set(bytes.subarray(at + HASH_BYTES, tail), i * HASH_BYTES);
    track.ptsMs[i] = fields.getUint32(tail, true);
    track.quality[i] = bytes[tail + 4]!;
    track.view[i] = bytes[tail + 5]!;
    track.luma[i] = bytes[tail + 6]!;
  }
  return track;
}

export function emptyTrack(count: number): Track {
  return {
    count,
    ptsMs: new Uint32Array(count),
    quality: new Uint8Array(count),
    view: new Uint8Array(count),
    luma: new Uint8Array(count),
    hashes: new Uint8Array(count * HASH_BYTES),
    mirrored: new Uint8Array(count * HASH_BYTES),
  };
}
