import { listFramesAt, type FramesAt } from '../annotations/anchor.queries.js';
import { AnnotationRepository, type AnnotationRow } from '../annotations/annotation.repository.js';
import type { Executor } from '../../platform/db/database.js';
import { contentOf } from '../annotations/annotation-content.js';
import { writeSelection } from '../annotations/domain/selection.js';
import { frameImagePath } from '../annotations/domain/source.js';
import { listClipFacts, type ClipFacts } from './appearance.queries.js';
import type { Appearance } from './subject.contract.js';

const annotations = new AnnotationRepository();

/** By subject, then clip by clip in the order of submission: where they are marked. */
export async function findAppearances(
  on: Executor,
  of: { readonly subjectIds: readonly string[]; readonly clipIds: readonly string[] },
): Promise<ReadonlyMap<string, readonly Appearance[]>> {
  const rows = await annotations.listMarks(on, of.subjectIds, of.clipIds);
  const frames = await listFramesAt(on, rows);
  const facts = await listClipFacts(on, of.clipIds);
  return new Map(
    of.subjectIds.map((subjectId) => {
      const marks = Map.groupBy(
        rows.filter(({ subject_id }) => subject_id === subjectId),
        ({ clip_id }) => clip_id,
      );
      const clips = [...marks.keys()].toSorted();
      return [
        subjectId,
        clips.map((clipId) =>
          appearance({ clipId, facts: facts.get(clipId) }, marks.get(clipId) ?? [], frames),
        ),
      ];
    }),
  );
}

function appearance(
  { clipId, facts }: { readonly clipId: string; readonly facts: ClipFacts | undefined },
  rows: readonly AnnotationRow[],
  frames: FramesAt,
): Appearance {
  const starts = rows.map((row) => row.pts_ms ?? row.start_ms ?? 0);
  const ends = rows.map((row) => row.pts_ms ?? row.end_ms ?? 0);
  return {
    clipId,
    title: facts?.title ?? null,
    // Unknown is treated as the worst.
    sensitivity: (facts?.sensitivity ?? 'graphic') as Appearance['sensitivity'],
    annotations: rows.map((row) => {
      const frame = frames.find(row);
      const content = contentOf(row);
      const size = frame ?? content.frame;
      return {
        id: row.id,
        frameId: frame?.id ?? null,
        ptsMs: row.pts_ms,
        startMs: row.start_ms,
        endMs: row.end_ms,
        thumbUrl: frame === undefined ? null : `/api/v1/frames/${frame.id}/thumb`,
        imageUrl: frame === undefined ? null : frameImagePath(frame.id),
        size: size === null ? null : { width: size.width, height: size.height },
        selector: writeSelection(content.selection, size) ?? null,
      };
    }),
    firstMs: Math.min(...starts),
    lastMs: Math.max(...ends),
  };
}
