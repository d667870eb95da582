import { INDEX_RECORD_BYTES } from '../../fingerprint/domain/index-records.js';
import { emptyTrack, HASH_BYTES, type Track } from '../../fingerprint/domain/track.js';
import { aboutMirrored } from './hash-distance.js';
import { FIRST_CROP_VIEW } from './series.js';

/**
 * A dense track with the centre crops that the clip's index records hold: without them a copy whose edges are cut away
 * is found by the index, but cannot be laid on its original. The records' other views are in the track already.
 *
 * @throws RangeError when the bytes are no index records.
 */
export function withCrops(track: Track, indexRecords: Uint8Array): Track {
  if (indexRecords.length % INDEX_RECORD_BYTES !== 0) {
    throw new RangeError(`${indexRecords.length} bytes are no index records`);
  }
  const fields = new DataView(indexRecords.buffer, indexRecords.byteOffset, indexRecords.byteLength);
  const crops: { at: number; ptsMs: number; quality: number; view: number }[] = [];
  for (let at = 0; at < indexRecords.length; at += INDEX_RECORD_BYTES) {
    const tail = at + HASH_BYTES;
    const view = indexRecords[tail + 5]!;
    if (view < FIRST_CROP_VIEW) continue;
    crops.push({ at, ptsMs: fields.getUint32(tail, true), quality: indexRecords[tail + 4]!, view });
  }
  const joined = emptyTrack(track.count + crops.length);
  let crop = 0;
  let i = 0;
  for (let to = 0; to < joined.count; to += 1) {
    const next = crops[crop];
    if (next === undefined || (i < track.count && track.ptsMs[i]! <= next.ptsMs)) {
      copySample(track, i, joined, to);
      i += 1;
    } else {
      const hash = indexRecords.subarray(next.at, next.at + HASH_BYTES);
      joined.hashes.set(hash, to * HASH_BYTES);
      joined.mirrored.set(aboutMirrored(hash), to * HASH_BYTES);
      joined.ptsMs[to] = next.ptsMs;
      joined.quality[to] = next.quality;
      joined.view[to] = next.view;
      crop += 1;
    }
  }
  return joined;
}

function copySample(from: Track, i: number, to: Track, j: number): void {
  to.hashes.set(from.hashes.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES), j * HASH_BYTES);
  to.mirrored.set(from.mirrored.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES), j * HASH_BYTES);
  to.ptsMs[j] = from.ptsMs[i]!;
  to.quality[j] = from.quality[i]!;
  to.view[j] = from.view[i]!;
  to.luma[j] = from.luma[i]!;
}
