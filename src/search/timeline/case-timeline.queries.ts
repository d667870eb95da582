import { sql, type Selectable } from 'kysely';
import type { Database } from '../../platform/db/database.js';
import type { Clip, JsonObject } from '../../platform/db/schema.gen.js';

/** A clip may carry hundreds of claims; the first of each kind are what a map can show. */
const MOST_MARKS = 20;

export type TimelineClip = Pick<
  Selectable<Clip>,
  'id' | 'title' | 'sensitivity' | 'verification' | 'created_at' | 'original_sha256'
>;

export interface SaidValue {
  readonly id: string;
  readonly clip_id: string;
  readonly type: 'location' | 'time';
  readonly value: JsonObject;
}

/** Newest first; ids are UUIDv7. */
export function listTimelineClips(
  db: Database,
  page: { readonly caseId: string; readonly cursor: string | undefined; readonly limit: number },
): Promise<TimelineClip[]> {
  let query = db
    .selectFrom('clip')
    .select(['id', 'title', 'sensitivity', 'verification', 'created_at', 'original_sha256'])
    .where('case_id', '=', page.caseId);
  if (page.cursor !== undefined) query = query.where('id', '<', page.cursor);
  return query.orderBy('id', 'desc').limit(page.limit).execute();
}

/** The first place and time claims of each clip. */
export async function listClaimedValues(db: Database, clipIds: readonly string[]): Promise<SaidValue[]> {
  const { rows } = await sql<SaidValue>`
    select id, clip_id, type, value from (
      select id, clip_id, type, value, row_number() over (partition by clip_id, type order by id) as place
      from claim where clip_id = any(${[...clipIds]}::uuid[]) and type in ('location', 'time')
    ) as claimed where place <= ${MOST_MARKS} order by id`.execute(db);
  return rows;
}

/** The newest places and times that people found and nobody took back: a rule only repeats what a file or a post says. */
export async function listFoundValues(db: Database, clipIds: readonly string[]): Promise<SaidValue[]> {
  const { rows } = await sql<SaidValue>`
    select id, clip_id, type, value from (
      select finding.id, finding.clip_id, claim.type, found_value as value,
        row_number() over (partition by finding.clip_id, claim.type order by finding.id desc) as place
      from finding join claim on claim.id = finding.claim_id
      where finding.clip_id = any(${[...clipIds]}::uuid[]) and claim.type in ('location', 'time')
        and found_value is not null and finding.rule is null and withdrawn_at is null
    ) as found where place <= ${MOST_MARKS} order by id`.execute(db);
  return rows;
}

/** By the original's hash: what the newest reading of the file says of place and time. */
export async function listEmbedded(
  db: Database,
  originals: readonly string[],
): Promise<ReadonlyMap<string, { readonly gps: unknown; readonly times: unknown }>> {
  const { rows } = await sql<{ sha256: string; gps: unknown; times: unknown }>`
    select distinct on (original_sha256) original_sha256 as sha256,
      result #> '{output,gps}' as gps, result #> '{output,times}' as times
    from stage_result where original_sha256 = any(${[...originals]}::text[]) and stage = 'metadata'
    order by original_sha256, created_at desc`.execute(db);
  return new Map(rows.map((row) => [row.sha256, row]));
}
