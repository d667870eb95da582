import type { FrameHere } from './anchor.queries.js';
import { contentOf } from './annotation-content.js';
import { ANNO_CONTEXT, type Annotation } from './annotation.contract.js';
import type { AnnotationRow } from './annotation.repository.js';
import { writeSelection } from './domain/selection.js';
import { frameImagePath, originalPath } from './domain/source.js';

/** @param frame the present frame at the annotation's time; without one the original itself is the source. */
export function presentAnnotation(row: AnnotationRow, frame: FrameHere | undefined): Annotation {
  const content = contentOf(row);
  const selector = writeSelection(content.selection, frame ?? content.frame);
  return {
    '@context': ANNO_CONTEXT,
    id: row.id,
    type: 'Annotation',
    motivation: content.motivation,
    body: [...content.body],
    target: {
      source: frame === undefined ? originalPath(row.clip_id) : frameImagePath(frame.id),
      ...(selector === undefined ? {} : { selector }),
    },
    selectorAsWritten: content.written,
    creator: { id: row.created_by },
    created: row.created_at.toISOString(),
    modified: row.updated_at.toISOString(),
    anchor: {
      originalSha256: row.original_sha256,
      sourcePts: row.source_pts,
      timeBase: row.time_base,
      ptsMs: row.pts_ms,
      frameNumber: row.frame_number,
      startMs: row.start_ms,
      endMs: row.end_ms,
    },
    subjectId: content.subjectId,
    claimId: content.claimId,
    stance: content.stance,
    landmark: content.landmark,
    version: row.version,
    clipId: row.clip_id,
    frameId: frame?.id ?? null,
    withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
  };
}
