import type { Tx } from '../../../platform/db/database.js';
import type { WriteRows } from '../../pipeline/run-stage.js';
import type { StoredStageResult } from '../../pipeline/stage-result.repository.js';
import { newId } from '../../../shared/ids.js';
import { FramesOutput, type Frame } from './frames.contract.js';

/**
 * Owns `frame`. A clip's frames are replaced as a whole, so that a retry never mixes two runs; but a
 * picture that is the same keeps its id, because findings, assessments and annotations refer to it.
 */
export const writeFrames: WriteRows = async (tx, clipId, result) => {
  const { frames } = FramesOutput.parse(result.output);
  const hashOf = hashesByKey(result);
  const known = await idsOfSamePictures(tx, clipId);
  const idOf = ({ index, ptsMs }: Frame): string =>
    known.get(samePicture(index, ptsMs, hashOf('frame', index))) ?? newId();
  const rows = frames.map((frame) => ({
    id: idOf(frame),
    clip_id: clipId,
    index: frame.index,
    pts_ms: frame.ptsMs,
    source_pts: safeInteger(frame.sourcePts),
    time_base: frame.timeBase,
    frame_number: frame.frameNumber,
    kind: frame.kind,
    width: frame.width,
    height: frame.height,
    sha256: hashOf('frame', frame.index),
    thumb_sha256: hashOf('thumb', frame.index),
    veiled_sha256: hashOf('veiled', frame.index),
    fingerprint: frame.fingerprint,
    quality: frame.quality,
  }));
  const knownIds = new Set(known.values());
  const kept = rows.map(({ id }) => id).filter((id) => knownIds.has(id));
  await tx
    .deleteFrom('frame')
    .where('clip_id', '=', clipId)
    .$if(kept.length > 0, (gone) => gone.where('id', 'not in', kept))
    .execute();
  if (rows.length === 0) return;
  await tx
    .insertInto('frame')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((row) => ({
        source_pts: row.ref('excluded.source_pts'),
        time_base: row.ref('excluded.time_base'),
        frame_number: row.ref('excluded.frame_number'),
        kind: row.ref('excluded.kind'),
        width: row.ref('excluded.width'),
        height: row.ref('excluded.height'),
        thumb_sha256: row.ref('excluded.thumb_sha256'),
        veiled_sha256: row.ref('excluded.veiled_sha256'),
        fingerprint: row.ref('excluded.fingerprint'),
        quality: row.ref('excluded.quality'),
      })),
    )
    .execute();
};

const samePicture = (index: number, ptsMs: number, sha256Hex: string): string =>
  `${index} ${ptsMs} ${sha256Hex}`;

async function idsOfSamePictures(tx: Tx, clipId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('frame')
    .select(['id', 'index', 'pts_ms', 'sha256'])
    .where('clip_id', '=', clipId)
    .execute();
  return new Map(rows.map((row) => [samePicture(row.index, row.pts_ms, row.sha256), row.id]));
}

function hashesByKey(result: StoredStageResult): (kind: string, index: number) => string {
  const hashes = new Map(result.artefacts.map(({ kind, key, sha256Hex }) => [`${kind}/${key}`, sha256Hex]));
  return (kind, index) => {
    const hash = hashes.get(`${kind}/${index}`);
    if (hash === undefined) throw new RangeError(`frame ${index} has no ${kind}`);
    return hash;
  };
}

/** A hostile file may carry times beyond 2^53, which JSON numbers cannot; no honest one does. */
function safeInteger(text: string): number {
  return Math.min(Math.max(Number(text), Number.MIN_SAFE_INTEGER), Number.MAX_SAFE_INTEGER);
}
