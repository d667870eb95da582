import { sql } from 'kysely';
import type { ClipListItem } from '../clips/index.js';
import type { Database } from '../platform/db/database.js';
import { isMatched } from './clip-filters.js';

export type Glance = Pick<ClipListItem, 'claims'> & { readonly hasMatches: boolean };

/** What a row of the list says beside the clip's own: one read for all of a page. Claims come in the order of the status object. */
export async function glancesOf(
  db: Database,
  clipIds: readonly string[],
): Promise<ReadonlyMap<string, Glance>> {
  if (clipIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; claims: Glance['claims']; has_matches: boolean }>`
    select clip.id, ${isMatched} as has_matches, coalesce((
      select json_agg(json_build_object('id', claim.id, 'type', claim.type, 'verdict', claim.verdict,
        'needsAttention', claim.needs_attention) order by claim.id)
      from claim where claim.clip_id = clip.id), '[]') as claims
    from clip where clip.id = any(${[...clipIds]}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, claims, has_matches: hasMatches }) => [id, { claims, hasMatches }]));
}
