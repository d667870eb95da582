import { sql } from 'kysely';
import type { Executor } from '../../platform/db/database.js';
import type { TimesOfClip } from './domain/first-known.js';

/** When these clips were published and handed in, as far as the tables tell. In no promised order. */
export async function listTimesOfClips(on: Executor, clipIds: readonly string[]): Promise<TimesOfClip[]> {
  if (clipIds.length === 0) return [];
  const { rows } = await sql<{
    id: string;
    created_at: Date;
    decoded_at: string | null;
    platform_times: string[];
    posted_at: Date | null;
  }>`
    select clip.id, clip.created_at, clip.post_time ->> 'at' as decoded_at,
      array(
        select capture.platform_info ->> 'uploadedAt' from capture
        where capture.clip_id = clip.id and capture.platform_info ->> 'uploadedAt' is not null
      ) as platform_times,
      (select min(submission.posted_at) from submission where submission.clip_id = clip.id) as posted_at
    from clip where clip.id = any(${[...clipIds]}::uuid[])`.execute(on);
  return rows.map((row) => ({
    clipId: row.id,
    submittedAt: row.created_at,
    decodedAt: row.decoded_at,
    platformTimes: row.platform_times,
    postedAt: row.posted_at,
  }));
}
