import type { IndexRecord } from './index-records.js';
import { LEAST_QUALITY } from './pdq.js';
import { Thinning } from './thinning.js';
import { HASH_BYTES, VIEWS, type Track } from './track.js';

/**
 * What is worth looking for, by time: samples that differ from the last kept one of their view by more than thinning's bits,
 * and the centre crops that were made of such samples. Even pictures are left out.
 */
export function recordsOf(track: Track, crops: Track): IndexRecord[] {
  const thinning = new Map<number, Thinning>();
  const kept: IndexRecord[] = [];
  for (let i = 0; i < track.count; i += 1) {
    const view = track.view[i]!;
    const thin = thinning.get(view) ?? new Thinning();
    thinning.set(view, thin);
    if (thin.isWorthKeeping(track.quality[i]!, track.hashes, i * HASH_BYTES)) kept.push(recordAt(track, i));
  }
  for (let i = 0; i < crops.count; i += 1)
    if (crops.quality[i]! >= LEAST_QUALITY) kept.push(recordAt(crops, i));
  return kept.sort((one, other) => one.ptsMs - other.ptsMs || one.view - other.view);
}

/** Samples of whole pictures that have nothing to be told by. */
export function evenCountOf(track: Track): number {
  const whole = VIEWS.indexOf('whole');
  let count = 0;
  for (let i = 0; i < track.count; i += 1)
    if (track.view[i] === whole && track.quality[i]! < LEAST_QUALITY) count += 1;
  return count;
}

function recordAt({ hashes, ptsMs, quality, view }: Track, i: number): IndexRecord {
  return {
    hash: hashes.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES),
    ptsMs: ptsMs[i]!,
    quality: quality[i]!,
    view: view[i]!,
  };
}
