import type { Database } from '../../../../platform/db/database.js';
import type { IndexHit, IndexQuery, MatchIndex, SoundHit } from '../../../match-index/match-index.js';
import { INDEX_RECORD_BYTES } from '../../fingerprint/domain/index-records.js';
import { HASH_BYTES } from '../../fingerprint/domain/track.js';
import { bitCount } from '../domain/hash-distance.js';

/** The match index of a few clips: it reads every row anew and compares each hash with each. */
export class SmallIndex implements MatchIndex {
  constructor(private readonly db: Database) {}

  async searchFrames({ hashes, radius }: IndexQuery): Promise<IndexHit[]> {
    const rows = await this.db.selectFrom('fingerprint').select(['id', 'frames']).orderBy('id').execute();
    return rows.flatMap(({ id, frames }) =>
      recordsOf(frames).flatMap((record) =>
        queriesOf(hashes).flatMap((query, i) => {
          const distance = distanceOf(query, record.subarray(0, HASH_BYTES));
          if (distance > radius) return [];
          const ptsMs = record.readUInt32LE(HASH_BYTES);
          return [{ query: i, fingerprintId: id, ptsMs, view: record[HASH_BYTES + 5] ?? 0, distance }];
        }),
      ),
    );
  }

  async searchSound(words: Uint32Array): Promise<SoundHit[]> {
    const rows = await this.db.selectFrom('fingerprint').select(['id', 'sound']).orderBy('id').execute();
    const own = new Set(words);
    return rows.flatMap(({ id, sound }) => {
      if (sound === null) return [];
      const common = Array.from({ length: sound.length / 4 }, (_, i) => sound.readUInt32LE(4 * i)).filter(
        (word) => own.has(word),
      ).length;
      return common === 0 ? [] : [{ fingerprintId: id, common, offset: 0 }];
    });
  }
}

function recordsOf(frames: Buffer): Buffer[] {
  return Array.from({ length: frames.length / INDEX_RECORD_BYTES }, (_, i) =>
    frames.subarray(i * INDEX_RECORD_BYTES, (i + 1) * INDEX_RECORD_BYTES),
  );
}

function queriesOf(hashes: Uint8Array): Uint8Array[] {
  return Array.from({ length: hashes.length / HASH_BYTES }, (_, i) =>
    hashes.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES),
  );
}

function distanceOf(a: Uint8Array, b: Uint8Array): number {
  return a.reduce((bits, byte, i) => bits + bitCount(byte ^ (b[i] ?? 0)), 0);
}
