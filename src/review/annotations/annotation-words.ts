import { wordDigest } from '../../custody/index.js';
import { asJson, contentOf } from './annotation-content.js';
import type { AnnotationRow } from './annotation.repository.js';

/** What is held against the log of an annotation: all that it says, what it is anchored to, by whom, and whether it stands. */
export function annotationWords(row: AnnotationRow): readonly [string, string] {
  const digest = wordDigest({
    clipId: row.clip_id,
    originalSha256: row.original_sha256,
    sourcePts: row.source_pts,
    timeBase: row.time_base,
    frameNumber: row.frame_number,
    ptsMs: row.pts_ms,
    content: asJson(contentOf(row)),
    version: row.version,
    createdBy: row.created_by,
    withdrawn: row.withdrawn_at !== null,
  });
  return [`annotation/${row.id}`, digest];
}

/** An earlier wording, as it was replaced. */
export function annotationRevisionWords(revision: {
  annotationId: string;
  version: number;
  content: unknown;
  changedBy: string;
}): readonly [string, string] {
  const { annotationId, version, content, changedBy } = revision;
  const said = JSON.parse(JSON.stringify(content)) as never;
  return [`annotation_revision/${annotationId}.${version}`, wordDigest({ content: said, changedBy })];
}
