import { sql } from 'kysely';
import type { Executor } from '../../../../platform/db/database.js';
import type { CopyFacts } from '../domain/facts.js';
import { listPosts } from './posts.queries.js';

/** The match part keeps fewer of each clip; more would be looked at by nobody. */
const MOST_COPIES = 200;

/** Matches of a clip that nobody has rejected: those of its own case in full, of the others only that they exist. */
export async function listCopies(
  on: Executor,
  clip: { readonly id: string; readonly caseId: string },
): Promise<{ copies: CopyFacts[]; elsewhere: { matchId: string }[] }> {
  const rows = await on
    .selectFrom('clip_match')
    .innerJoin('clip', (join) =>
      join.on((eb) =>
        eb(
          'clip.id',
          '=',
          sql<string>`case when clip_match.clip_id = ${clip.id} then clip_match.other_clip_id else clip_match.clip_id end`,
        ),
      ),
    )
    .selectAll('clip_match')
    .select(['clip.id as other_id', 'clip.case_id', 'clip.canonical_url', 'clip.post_time'])
    .select('clip.created_at as received_at')
    .where((eb) =>
      eb.or([eb('clip_match.clip_id', '=', clip.id), eb('clip_match.other_clip_id', '=', clip.id)]),
    )
    .where('clip_match.state', '!=', 'rejected')
    .orderBy(sql`(clip_match.state = 'confirmed')`, 'desc')
    .orderBy('clip_match.score', 'desc')
    .orderBy('clip_match.id')
    .limit(MOST_COPIES)
    .execute();
  const here = rows.filter((row) => row.case_id === clip.caseId);
  const posts = await listPosts(
    on,
    here.map((row) => ({ id: row.other_id, created_at: row.received_at, post_time: row.post_time })),
  );
  return {
    copies: here.map((row) => ({
      ...asSeenFrom(clip.id, row),
      matchId: row.id,
      clipId: row.other_id,
      kind: row.kind as CopyFacts['kind'],
      state: row.state as CopyFacts['state'],
      mirrored: row.mirrored,
      score: row.score,
      posts: posts.get(row.other_id) ?? [],
      url: row.canonical_url,
    })),
    elsewhere: rows.filter((row) => row.case_id !== clip.caseId).map(({ id }) => ({ matchId: id })),
  };
}

/** Rows are kept with the smaller id first. */
function asSeenFrom(
  clipId: string,
  row: { clip_id: string; coverage: number; other_coverage: number; segments: unknown },
): Pick<CopyFacts, 'coverage' | 'otherCoverage' | 'segments'> {
  const segments = (row.segments as CopyFacts['segments']).map(
    ({ startMs, endMs, otherStartMs, otherEndMs }) => ({ startMs, endMs, otherStartMs, otherEndMs }),
  );
  if (row.clip_id === clipId) return { coverage: row.coverage, otherCoverage: row.other_coverage, segments };
  return {
    coverage: row.other_coverage,
    otherCoverage: row.coverage,
    segments: segments
      .map(({ startMs, endMs, otherStartMs, otherEndMs }) => ({
        ...{ startMs: otherStartMs, endMs: otherEndMs },
        ...{ otherStartMs: startMs, otherEndMs: endMs },
      }))
      .toSorted((a, b) => a.startMs - b.startMs),
  };
}
