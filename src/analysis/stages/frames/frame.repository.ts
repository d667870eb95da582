import type { WriteRows } from '../../pipeline/run-stage.js';
import type { StoredStageResult } from '../../pipeline/stage-result.repository.js';
import { newId } from '../../../shared/ids.js';
import { FramesOutput } from './frames.contract.js';

/** Owns `frame`. A clip's frames are replaced as a whole, so that a retry never mixes two runs. */
export const writeFrames: WriteRows = async (tx, clipId, result) => {
  const { frames } = FramesOutput.parse(result.output);
  await tx.deleteFrom('frame').where('clip_id', '=', clipId).execute();
  if (frames.length === 0) return;
  const hashOf = hashesByKey(result);
  await tx
    .insertInto('frame')
    .values(
      frames.map((frame) => ({
        id: newId(),
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
      })),
    )
    .execute();
};

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
