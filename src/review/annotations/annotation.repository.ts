import { sql, type Selectable } from 'kysely';
import type { Executor, Tx } from '../../platform/db/database.js';
import type { Annotation, AnnotationRevision } from '../../platform/db/schema.gen.js';
import type { Anchor } from './anchor.queries.js';
import { contentOf, type AnnotationContent } from './annotation-content.js';
import { wordsOf } from './domain/words-of.js';

export type AnnotationRow = Selectable<Annotation>;

/** Owns `annotation` and `annotation_revision`. Nothing is deleted: what is withdrawn stays, and so does each earlier wording. */
export class AnnotationRepository {
  async insert(
    tx: Tx,
    row: { id: string; clipId: string; anchor: Anchor; content: AnnotationContent; createdBy: string },
  ): Promise<AnnotationRow> {
    const { anchor } = row;
    return tx
      .insertInto('annotation')
      .values({
        id: row.id,
        clip_id: row.clipId,
        original_sha256: anchor.originalSha256,
        frame_id: anchor.frameId,
        source_pts: anchor.sourcePts,
        time_base: anchor.timeBase,
        frame_number: anchor.frameNumber,
        pts_ms: anchor.ptsMs,
        created_by: row.createdBy,
        ...columnsOf(row.content),
      })
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  async find(on: Executor, id: string): Promise<AnnotationRow | undefined> {
    return on.selectFrom('annotation').selectAll().where('id', '=', id).executeTakeFirst();
  }

  /** The clip must be locked. */
  async replace(
    tx: Tx,
    before: AnnotationRow,
    content: AnnotationContent,
    changedBy: string,
  ): Promise<AnnotationRow> {
    await tx
      .insertInto('annotation_revision')
      .values({
        annotation_id: before.id,
        version: before.version,
        content: JSON.stringify(contentOf(before)),
        changed_by: changedBy,
      })
      .execute();
    return tx
      .updateTable('annotation')
      .set((eb) => ({ ...columnsOf(content), version: eb('version', '+', 1), updated_at: sql<Date>`now()` }))
      .where('id', '=', before.id)
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  async withdraw(tx: Tx, id: string): Promise<AnnotationRow> {
    return tx
      .updateTable('annotation')
      .set((eb) => ({
        withdrawn_at: sql<Date>`now()`,
        updated_at: sql<Date>`now()`,
        version: eb('version', '+', 1),
      }))
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  /** Oldest first, without those withdrawn. */
  async list(
    on: Executor,
    of: { clipId: string; sourcePts?: number | undefined },
    page: { limit: number; cursor?: string | undefined },
  ): Promise<AnnotationRow[]> {
    let query = on
      .selectFrom('annotation')
      .selectAll()
      .where('clip_id', '=', of.clipId)
      .where('withdrawn_at', 'is', null);
    if (of.sourcePts !== undefined) query = query.where('source_pts', '=', of.sourcePts);
    if (page.cursor !== undefined) query = query.where('id', '>', page.cursor);
    return query.orderBy('id').limit(page.limit).execute();
  }

  /** Newest first. */
  async listRevisions(
    on: Executor,
    annotationId: string,
    page: { limit: number; cursor?: number | undefined },
  ): Promise<Selectable<AnnotationRevision>[]> {
    let query = on.selectFrom('annotation_revision').selectAll().where('annotation_id', '=', annotationId);
    if (page.cursor !== undefined) query = query.where('version', '<', page.cursor);
    return query.orderBy('version', 'desc').limit(page.limit).execute();
  }

  /** Those that mark the subjects, without those withdrawn, in order of time. */
  async listMarks(
    on: Executor,
    subjectIds: readonly string[],
    clipIds: readonly string[],
  ): Promise<AnnotationRow[]> {
    if (subjectIds.length === 0 || clipIds.length === 0) return [];
    return on
      .selectFrom('annotation')
      .selectAll()
      .where('subject_id', 'in', [...subjectIds])
      .where('clip_id', 'in', [...clipIds])
      .where('withdrawn_at', 'is', null)
      .orderBy((eb) => eb.fn.coalesce('pts_ms', 'start_ms'))
      .orderBy('id')
      .execute();
  }
}

function columnsOf(content: AnnotationContent) {
  const { selection, written, frame } = content;
  return {
    motivation: content.motivation,
    start_ms: selection.range?.startMs ?? null,
    end_ms: selection.range?.endMs ?? null,
    selector: JSON.stringify({ region: selection.region, frame, written }),
    body: JSON.stringify(content.body),
    words: wordsOf(content.body, content.landmark?.note ?? null),
    subject_id: content.subjectId,
    claim_id: content.claimId,
    stance: content.stance,
    landmark: content.landmark === null ? null : JSON.stringify(content.landmark),
  };
}
