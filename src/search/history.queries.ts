import { sql } from 'kysely';
import type { Database } from '../platform/db/database.js';

/** Comment → the claim that it, or what it answers, is about; comments about no claim are not in it. */
export async function listClaimsOfComments(
  db: Database,
  clipId: string,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; claim_id: string }>`
    select id, claim_of_comment(id) as claim_id from comment where clip_id = ${clipId}`.execute(db);
  return new Map(rows.flatMap(({ id, claim_id }) => (claim_id === null ? [] : [[id, claim_id] as const])));
}

export async function listWithdrawnComments(db: Database, clipId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('comment')
    .select('id')
    .where('clip_id', '=', clipId)
    .where('withdrawn_at', 'is not', null)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Names of the people, subjects and sources among these ids. */
export async function listNames(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const wanted = sql<string>`any(${[...ids]}::uuid[])`;
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from app_user where id = ${wanted}
    union all select id, name from subject where id = ${wanted}
    union all select id, name from source where id = ${wanted}`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Claim → its type. */
export async function listClaimTypes(db: Database, clipId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('claim').select(['id', 'type']).where('clip_id', '=', clipId).execute();
  return new Map(rows.map(({ id, type }) => [id, type]));
}
