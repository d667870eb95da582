import { HASH_BYTES } from './track.js';

/** A sample that is worth looking for: what the match index holds of it. */
export interface IndexRecord {
  readonly hash: Uint8Array;
  readonly ptsMs: number;
  readonly quality: number;
  /** Index into `VIEWS`. */
  readonly view: number;
}

/** 40 bytes: hash, time (uint32, little-endian), quality, view, 0, 0. */
export const INDEX_RECORD_BYTES = HASH_BYTES + 8;

export function encodeIndexRecords(records: readonly IndexRecord[]): Uint8Array {
  const bytes = new Uint8Array(records.length * INDEX_RECORD_BYTES);
  const fields = new DataView(bytes.buffer);
  for (const [i, { hash, ptsMs, quality, view }] of records.entries()) {
    const at = i * INDEX_RECORD_BYTES;
    bytes.set(hash, at);
    fields.setUint32(at + HASH_BYTES, ptsMs, true);
    bytes.set([quality, view], at + HASH_BYTES + 4);
  }
  return bytes;
}
