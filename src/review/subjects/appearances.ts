import { listFramesAt, type FramesAt } from '../annotations/anchor.queries.js';
import { AnnotationRepository, type AnnotationRow } from '../annotations/annotation.repository.js';
import type { Executor } from '../../platform/db/database.js';
import type { Appearance } from './subject.contract.js';

const annotations = new AnnotationRepository();

/** By subject, then clip by clip in the order of submission: where they are marked. */
export async function findAppearances(
  on: Executor,
  of: { readonly subjectIds: readonly string[]; readonly clipIds: readonly string[] },
): Promise<ReadonlyMap<string, readonly Appearance[]>> {
  const rows = await annotations.listMarks(on, of.subjectIds, of.clipIds);
  const frames = await listFramesAt(on, rows);
  return new Map(
    of.subjectIds.map((subjectId) => {
      const marks = Map.groupBy(
        rows.filter(({ subject_id }) => subject_id === subjectId),
        ({ clip_id }) => clip_id,
      );
      const clips = [...marks.keys()].toSorted();
      return [subjectId, clips.map((clipId) => appearance(clipId, marks.get(clipId) ?? [], frames))];
    }),
  );
}

function appearance(clipId: string, rows: readonly AnnotationRow[], frames: FramesAt): Appearance {
  const starts = rows.map((row) => row.pts_ms ?? row.start_ms ?? 0);
  const ends = rows.map((row) => row.pts_ms ?? row.end_ms ?? 0);
  return {
    clipId,
    annotations: rows.map((row) => {
      const frame = frames.find(row);
      return {
        id: row.id,
        frameId: frame?.id ?? null,
        ptsMs: row.pts_ms,
        startMs: row.start_ms,
        endMs: row.end_ms,
        thumbUrl: frame === undefined ? null : `/api/v1/frames/${frame.id}/thumb`,
      };
    }),
    firstMs: Math.min(...starts),
    lastMs: Math.max(...ends),
  };
}
