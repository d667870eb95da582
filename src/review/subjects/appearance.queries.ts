import { sql } from 'kysely';
import type { Executor } from '../../platform/db/database.js';

/** Clips in which the subject is marked, in the order in which they were submitted. */
export async function listClipsOfSubject(
  on: Executor,
  subjectId: string,
  page: { limit: number; cursor?: string | undefined },
): Promise<string[]> {
  const rows = await on
    .selectFrom('annotation')
    .select('clip_id')
    .distinct()
    .where('subject_id', '=', subjectId)
    .where('withdrawn_at', 'is', null)
    .$if(page.cursor !== undefined, (query) => query.where('clip_id', '>', page.cursor ?? ''))
    .orderBy('clip_id')
    .limit(page.limit)
    .execute();
  return rows.map(({ clip_id }) => clip_id);
}

/** Subjects that are marked in the clip, oldest first. */
export async function listSubjectsOfClip(
  on: Executor,
  clipId: string,
  page: { limit: number; cursor?: string | undefined },
): Promise<string[]> {
  const rows = await on
    .selectFrom('annotation')
    .select('subject_id')
    .distinct()
    .where('clip_id', '=', clipId)
    .where('subject_id', 'is not', null)
    .where('withdrawn_at', 'is', null)
    .$if(page.cursor !== undefined, (query) => query.where('subject_id', '>', page.cursor ?? ''))
    .orderBy('subject_id')
    .limit(page.limit)
    .execute();
  return rows.flatMap(({ subject_id }) => (subject_id === null ? [] : [subject_id]));
}

/** Clips in which any of the subjects is marked, at most `perSubject` of each. */
export async function listClipsOfSubjects(
  on: Executor,
  subjectIds: readonly string[],
  perSubject: number,
): Promise<string[]> {
  const { rows } = await sql<{ clip_id: string }>`
    select distinct clip_id
      from (select clip_id, row_number() over (partition by subject_id order by clip_id) as place
              from (select distinct subject_id, clip_id
                      from annotation
                     where subject_id = any(${[...subjectIds]}::uuid[]) and withdrawn_at is null) as pair) as ranked
     where place <= ${perSubject}`.execute(on);
  return rows.map(({ clip_id }) => clip_id);
}

export interface ClipFacts {
  readonly title: string | null;
  readonly sensitivity: string;
}

/** What a reader must know of clips before their pictures are shown. Read-only: `clip` is the clips room's. */
export async function listClipFacts(
  on: Executor,
  clipIds: readonly string[],
): Promise<ReadonlyMap<string, ClipFacts>> {
  if (clipIds.length === 0) return new Map();
  const rows = await on
    .selectFrom('clip')
    .select(['id', 'title', 'sensitivity'])
    .where('id', 'in', [...clipIds])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
