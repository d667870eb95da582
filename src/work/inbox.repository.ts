import { sql } from 'kysely';
import { asClip, type ClipRow } from '../clips/index.js';
import type { Database } from '../platform/db/database.js';
import { withoutTopics } from './topics.repository.js';
import type { InboxPlace } from './domain/inbox-place.js';

export interface InboxFilter {
  readonly readerId: string;
  readonly caseIds: readonly string[];
  /** Topics that the reader asks not to be given; what a lead assigned to them stays. */
  readonly leftOut: readonly string[];
  readonly limit: number;
  readonly after: InboxPlace | undefined;
}

/** Clips that wait for people, in the order of `InboxPlace`. */
export async function listInbox(db: Database, filter: InboxFilter): Promise<ClipRow[]> {
  if (filter.caseIds.length === 0) return [];
  const { after } = filter;
  const own = after === undefined || after.own ? await listOwn(db, filter, after) : [];
  if (own.length >= filter.limit) return own;
  const rest = { ...filter, limit: filter.limit - own.length };
  return [...own, ...(await listOthers(db, rest, after === undefined || after.own ? undefined : after))];
}

async function listOwn(
  db: Database,
  { readerId, caseIds, limit }: InboxFilter,
  after: InboxPlace | undefined,
): Promise<ClipRow[]> {
  const rows = await db
    .selectFrom('clip')
    .selectAll()
    .where('assignee_id', '=', readerId)
    .where('work', '<>', sql.lit('closed'))
    .where('case_id', 'in', [...caseIds])
    .$if(after !== undefined, (query) => query.where(behind(after)))
    .orderBy('inbox_rank')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(asClip);
}

/**
 * The first rows of each case, merged: the index that carries the order begins with the case, so the cost grows with the
 * number of cases and the page, never with the number of clips.
 */
async function listOthers(
  db: Database,
  { readerId, caseIds, leftOut, limit }: InboxFilter,
  after: InboxPlace | undefined,
): Promise<ClipRow[]> {
  const rows = await db
    .selectFrom(sql<{ id: string }>`unnest(${sql.val(caseIds)}::uuid[])`.as<'mine'>(sql`mine(id)`))
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('clip')
          .selectAll()
          .whereRef('case_id', '=', 'mine.id')
          .where('work', '<>', sql.lit('closed'))
          .where('assignee_id', 'is distinct from', readerId)
          .$if(leftOut.length > 0, (query) => query.where(withoutTopics(leftOut)))
          .$if(after !== undefined, (query) => query.where(behind(after)))
          .orderBy('inbox_rank')
          .orderBy('id')
          .limit(limit)
          .as('waiting'),
      (join) => join.onTrue(),
    )
    .selectAll('waiting')
    .orderBy('waiting.inbox_rank')
    .orderBy('waiting.id')
    .limit(limit)
    .execute();
  return rows.map(asClip);
}

function behind(after: InboxPlace | undefined) {
  return sql<boolean>`(inbox_rank, clip.id) > (${after?.rank ?? 0}::smallint, ${after?.id ?? null}::uuid)`;
}
