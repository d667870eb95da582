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
