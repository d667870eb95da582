import { sql } from 'kysely';
import { IntegrityError } from '../../../shared/errors.js';
import type { RowsContext, WriteRows } from '../../pipeline/run-stage.js';
import type { StoredStageResult } from '../../pipeline/stage-result.repository.js';
import { FingerprintOutput, RECORDS_KIND, SOUND_KIND } from './fingerprint.contract.js';
import { TRACK_KIND } from '../frames/frames.contract.js';
import { LOCKS } from '../../../platform/db/locks.js';

/** Owns `fingerprint`: one row for each original, shared by every clip of these bytes. */
export const writeFingerprint: WriteRows = async (tx, _clipId, result, context) => {
  const { originalSha256, stageVersion } = context.key;
  const known = await tx
    .selectFrom('fingerprint')
    .select('id')
    .where('original_sha256', '=', originalSha256)
    .where('stage_version', '=', stageVersion)
    .executeTakeFirst();
  if (known !== undefined) return;
  const { sound, durationMs } = FingerprintOutput.parse(result.output);
  const trackSha256 = await trackOf(context);
  if (trackSha256 === undefined) throw new IntegrityError('The frames of the clip have no track.');
  const frames = await bytesOf(result, RECORDS_KIND, context);
  const words = await bytesOf(result, SOUND_KIND, context);
  await sql`select pg_advisory_xact_lock(${LOCKS.fingerprints})`.execute(tx);
  await tx
    .insertInto('fingerprint')
    .values({
      original_sha256: originalSha256,
      stage_version: stageVersion,
      track_sha256: trackSha256,
      duration_ms: durationMs,
      frames: frames ?? Buffer.alloc(0),
      sound: words ?? null,
      sound_step_ms: sound?.stepMs ?? null,
    })
    .onConflict((conflict) => conflict.columns(['original_sha256', 'stage_version']).doNothing())
    .execute();
};

async function trackOf({ neededArtefact }: RowsContext): Promise<string | undefined> {
  return neededArtefact('frames', TRACK_KIND);
}

async function bytesOf(
  result: StoredStageResult,
  kind: string,
  { read }: RowsContext,
): Promise<Buffer | undefined> {
  const artefact = result.artefacts.find((one) => one.kind === kind);
  return artefact && read(artefact.sha256Hex);
}
