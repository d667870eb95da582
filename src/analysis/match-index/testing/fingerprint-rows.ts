import { createHash, randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import { encodeIndexRecords, type IndexRecord } from '../../stages/fingerprint/domain/index-records.js';
import { FINGERPRINT_VERSION } from '../../stages/fingerprint/domain/fingerprint-version.js';
import { LOCKS } from '../../../platform/db/locks.js';

export interface InventedFingerprint {
  readonly records: readonly IndexRecord[];
  readonly sound?: Uint32Array;
  readonly stageVersion?: number;
}

/** Writes a fingerprint as the stage does. Answers its id. */
export async function insertFingerprint(client: Client, fingerprint: InventedFingerprint): Promise<number> {
  const { records, sound, stageVersion = FINGERPRINT_VERSION } = fingerprint;
  const bytes = randomBytes(32);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const sha512 = createHash('sha512').update(bytes).digest('hex');
  await client.query('insert into stored_object (sha256, sha512, size_bytes) values ($1, $2, 32)', [
    sha256,
    sha512,
  ]);
  await client.query('begin');
  await client.query('select pg_advisory_xact_lock($1)', [LOCKS.fingerprints]);
  const { rows } = await client.query<{ id: string }>(
    `insert into fingerprint (original_sha256, stage_version, track_sha256, frames, sound)
     values ($1, $2, $1, $3, $4) returning id`,
    [
      sha256,
      stageVersion,
      Buffer.from(encodeIndexRecords(records)),
      sound === undefined ? null : Buffer.from(sound.buffer, sound.byteOffset, sound.byteLength),
    ],
  );
  await client.query('commit');
  return Number(rows[0]?.id);
}

export function frameOf(hash: Uint8Array, ptsMs = 0, view = 0): IndexRecord {
  return { hash, ptsMs, quality: 100, view };
}

/** The same hash with so many bits turned over, the first ones of every `stride`-th. */
export function turned(hash: Uint8Array, bits: number, stride = 1): Uint8Array {
  const changed = Uint8Array.from(hash);
  for (let i = 0; i < bits; i += 1) {
    const bit = (i * stride) % 256;
    changed[bit >> 3]! ^= 1 << (bit & 7);
  }
  return changed;
}
