import { sql } from 'kysely';
import type { Executor } from '../../../platform/db/database.js';
import { decodeSoundWords } from '../fingerprint/domain/sound-words.js';

/** What a search needs of a fingerprint. Packed frames are read one by one: those of 200 candidates would be a gigabyte. */
export interface FingerprintRow {
  readonly id: number;
  readonly originalSha256: string;
  readonly trackSha256: string;
  readonly durationMs: number | null;
}

export interface SoundRow {
  readonly id: number;
  readonly originalSha256: string;
  /** Chromaprint's words. */
  readonly words: Uint32Array;
  readonly stepMs: number;
  readonly durationMs: number | null;
}

const COLUMNS = ['id', 'original_sha256', 'track_sha256', 'duration_ms'] as const;

/** Of the newest version, for each of these originals that has one. */
export async function listFingerprintsOf(
  on: Executor,
  originals: readonly string[],
): Promise<FingerprintRow[]> {
  if (originals.length === 0) return [];
  const rows = await on
    .selectFrom('fingerprint')
    .select(COLUMNS)
    .distinctOn('original_sha256')
    .where('original_sha256', 'in', [...originals])
    .orderBy('original_sha256')
    .orderBy('stage_version', 'desc')
    .execute();
  return rows.map(asRow);
}

export async function listFingerprints(on: Executor, ids: readonly number[]): Promise<FingerprintRow[]> {
  if (ids.length === 0) return [];
  const rows = await on
    .selectFrom('fingerprint')
    .select(COLUMNS)
    .where('id', 'in', [...ids])
    .execute();
  return rows.map(asRow);
}

/** As `domain/index-records.ts` of stage fingerprint packs them. */
export async function readIndexRecords(on: Executor, id: number): Promise<Buffer> {
  const { frames } = await on
    .selectFrom('fingerprint')
    .select('frames')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return frames;
}

/** Those of them that have sound. */
export async function listSounds(on: Executor, ids: readonly number[]): Promise<SoundRow[]> {
  if (ids.length === 0) return [];
  const rows = await on
    .selectFrom('fingerprint')
    .select(['id', 'original_sha256', 'sound', 'sound_step_ms', 'duration_ms'])
    .where('id', 'in', [...ids])
    .where('sound', 'is not', null)
    .where('sound_step_ms', 'is not', null)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    originalSha256: row.original_sha256,
    words: decodeSoundWords(row.sound ?? Buffer.alloc(0)),
    stepMs: row.sound_step_ms ?? 0,
    durationMs: row.duration_ms,
  }));
}

/** For each of these originals, so many of the clips that have it, oldest first. */
export async function listClipsOf(
  on: Executor,
  originals: readonly string[],
  mostOfEach: number,
): Promise<{ clipId: string; originalSha256: string }[]> {
  if (originals.length === 0) return [];
  const { rows } = await sql<{ id: string; original: string }>`
    select clip.id, wanted.original from unnest(${[...originals]}::text[]) as wanted (original)
    cross join lateral (
      select id from clip where original_sha256 = wanted.original order by id limit ${mostOfEach}
    ) as clip`.execute(on);
  return rows.map((row) => ({ clipId: row.id, originalSha256: row.original }));
}

function asRow(row: {
  id: number;
  original_sha256: string;
  track_sha256: string;
  duration_ms: number | null;
}): FingerprintRow {
  return {
    id: row.id,
    originalSha256: row.original_sha256,
    trackSha256: row.track_sha256,
    durationMs: row.duration_ms,
  };
}
