import type { Executor } from '../platform/db/database.js';

/** Everybody who handed the clip in. For rules and status access; what people are shown of it goes through the clip's view. */
export async function listSubmitterIds(on: Executor, clipId: string): Promise<string[]> {
  const rows = await on
    .selectFrom('submission')
    .select('submitted_by')
    .distinct()
    .where('clip_id', '=', clipId)
    .execute();
  return rows.map((row) => row.submitted_by);
}
