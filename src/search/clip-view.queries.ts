import { sql, type Selectable } from 'kysely';
import type { Database } from '../platform/db/database.js';
import type { Artefact, Capture, Frame, StoredObject, Submission } from '../platform/db/schema.gen.js';

export type ArtefactRow = Selectable<Artefact> & { readonly size_bytes: number };

/** Read-only joins over rows that other rooms own. */
export function listSubmissions(db: Database, clipId: string): Promise<Selectable<Submission>[]> {
  return db.selectFrom('submission').selectAll().where('clip_id', '=', clipId).orderBy('id').execute();
}

export function listCaptures(db: Database, clipId: string): Promise<Selectable<Capture>[]> {
  return db.selectFrom('capture').selectAll().where('clip_id', '=', clipId).orderBy('id').execute();
}

/** Frame images are listed by the frames route and not here. */
export function listArtefacts(db: Database, clipId: string): Promise<ArtefactRow[]> {
  return db
    .selectFrom('artefact')
    .innerJoin('stored_object', 'stored_object.sha256', 'artefact.sha256')
    .selectAll('artefact')
    .select('size_bytes')
    .where('clip_id', '=', clipId)
    .orderBy('artefact.id')
    .execute();
}

export async function findArtefact(
  db: Database,
  id: string,
): Promise<(Selectable<Artefact> & { readonly case_id: string }) | undefined> {
  return db
    .selectFrom('artefact')
    .innerJoin('clip', 'clip.id', 'artefact.clip_id')
    .selectAll('artefact')
    .select('case_id')
    .where('artefact.id', '=', id)
    .executeTakeFirst();
}

export async function findOriginal(
  db: Database,
  sha256: string | null,
): Promise<Selectable<StoredObject> | undefined> {
  if (sha256 === null) return undefined;
  return db.selectFrom('stored_object').selectAll().where('sha256', '=', sha256).executeTakeFirst();
}

export async function countFrames(db: Database, clipId: string): Promise<number> {
  const row = await db
    .selectFrom('frame')
    .select(sql<string>`count(*)`.as('count'))
    .where('clip_id', '=', clipId)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Other clips, whatever they share. */
export async function countMatches(db: Database, clipId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct other)::int as count from (
      select other_clip_id as other from clip_match where clip_id = ${clipId} and state <> 'rejected'
      union all select clip_id from clip_match where other_clip_id = ${clipId} and state <> 'rejected'
    ) as matched`.execute(db);
  return rows[0]?.count ?? 0;
}

/** By time. */
export function listFrames(db: Database, clipId: string): Promise<Selectable<Frame>[]> {
  return db.selectFrom('frame').selectAll().where('clip_id', '=', clipId).orderBy('index').execute();
}

export interface FrameTextRow {
  /** Of the frame. */
  readonly id: string;
  readonly pts_ms: number;
  readonly text: string;
  readonly confidence: number;
}

/** What was read in a clip's frames, by time, behind a frame. */
export function listFrameTexts(
  db: Database,
  clipId: string,
  page: { readonly afterId: string | undefined; readonly limit: number },
): Promise<FrameTextRow[]> {
  let query = db
    .selectFrom('frame_text')
    .innerJoin('frame', 'frame.id', 'frame_text.frame_id')
    .select(['frame.id', 'pts_ms', 'text', 'confidence'])
    .where('frame_text.clip_id', '=', clipId);
  if (page.afterId !== undefined) {
    const after = db.selectFrom('frame as last').select('last.index').where('last.id', '=', page.afterId);
    query = query.where('frame.index', '>', after);
  }
  return query.orderBy('frame.index').limit(page.limit).execute();
}

/** What is shown of the clip or, more narrowly, of the time range that the frame lies in. */
export interface FrameForViewer extends Selectable<Frame> {
  readonly case_id: string;
  readonly sensitivity: string;
  readonly range_sensitivities: readonly string[];
}

export async function findFrame(db: Database, id: string): Promise<FrameForViewer | undefined> {
  return db
    .selectFrom('frame')
    .innerJoin('clip', 'clip.id', 'frame.clip_id')
    .selectAll('frame')
    .select((eb) => [
      'case_id',
      'clip.sensitivity',
      sql<string[]>`array(${eb
        .selectFrom('sensitive_range')
        .select('sensitive_range.sensitivity')
        .whereRef('sensitive_range.clip_id', '=', 'frame.clip_id')
        .where('removed_at', 'is', null)
        .whereRef('start_ms', '<=', 'frame.pts_ms')
        .whereRef('end_ms', '>=', 'frame.pts_ms')})`.as('range_sensitivities'),
    ])
    .where('frame.id', '=', id)
    .executeTakeFirst();
}

/** Is anything in the clip's own bytes graphic, as a whole or in a part of its time? */
export async function isGraphic(
  db: Database,
  clip: { readonly id: string; readonly sensitivity: string },
): Promise<boolean> {
  if (clip.sensitivity === 'graphic') return true;
  const range = await db
    .selectFrom('sensitive_range')
    .select('id')
    .where('clip_id', '=', clip.id)
    .where('sensitivity', '=', 'graphic')
    .where('removed_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return range !== undefined;
}

/** The newest stored result of a stage for these bytes. */
export async function findStageOutput(db: Database, originalSha256: string, stage: string): Promise<unknown> {
  const row = await db
    .selectFrom('stage_result')
    .select('result')
    .where('original_sha256', '=', originalSha256)
    .where('stage', '=', stage)
    .orderBy('created_at', 'desc')
    .executeTakeFirst();
  return row === undefined ? undefined : (row.result as { output?: unknown }).output;
}
