import type { Selectable } from 'kysely';
import type { Database } from '../platform/db/database.js';
import type { Clip } from '../platform/db/schema.gen.js';

export interface ClipFilter {
  readonly caseIds: readonly string[];
  /** Only clips that this user handed in. */
  readonly submittedBy?: string | undefined;
  readonly processing?: string | undefined;
  readonly work?: string | undefined;
  readonly verification?: string | undefined;
  readonly submittedAfter?: string | undefined;
  readonly submittedBefore?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** Newest submission first; ids are UUIDv7, so the order is that of creation and stable. */
export async function listClips(db: Database, filter: ClipFilter): Promise<Selectable<Clip>[]> {
  if (filter.caseIds.length === 0) return [];
  let query = db
    .selectFrom('clip')
    .selectAll()
    .where('case_id', 'in', [...filter.caseIds]);
  if (filter.processing !== undefined) query = query.where('processing', '=', filter.processing);
  if (filter.work !== undefined) query = query.where('work', '=', filter.work);
  if (filter.verification !== undefined) query = query.where('verification', '=', filter.verification);
  if (filter.submittedAfter !== undefined)
    query = query.where('created_at', '>=', new Date(filter.submittedAfter));
  if (filter.submittedBefore !== undefined)
    query = query.where('created_at', '<', new Date(filter.submittedBefore));
  if (filter.cursor !== undefined) query = query.where('id', '<', filter.cursor);
  const { submittedBy } = filter;
  if (submittedBy !== undefined) {
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('submission')
          .select('submission.id')
          .whereRef('submission.clip_id', '=', 'clip.id')
          .where('submitted_by', '=', submittedBy),
      ),
    );
  }
  return query.orderBy('id', 'desc').limit(filter.limit).execute();
}
