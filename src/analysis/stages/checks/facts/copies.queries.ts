import { sql } from 'kysely';
import type { Executor } from '../../../../platform/db/database.js';
import { byFirstKnown } from '../../../matches/domain/first-known.js';
import { listTimesOfClips } from '../../../matches/known-times.queries.js';
import type { CopyFacts } from '../domain/facts.js';
import { listPosts } from './posts.queries.js';

/** The match part keeps fewer of each clip; more would be looked at by nobody. */
const MOST_COPIES = 200;
/** Every copy of a clip adds a match to the earliest of them: among so many those that matter are sought. */
const LOOKED_AT = 10_000;
const MOST_ELSEWHERE = 50;

/**
 * Matches of a clip that nobody has rejected: those of its own case in full, of the others only that they exist. Of more than
 * 200 the confirmed and the earliest known, so that later copies, here or elsewhere, never hide an earlier one.
 */
export async function listCopies(
  on: Executor,
  clip: { readonly id: string; readonly caseId: string },
): Promise<{ copies: CopyFacts[]; elsewhere: { matchId: string }[] }> {
  const [here, elsewhere] = await Promise.all([
    listPairs(on, clip, { isHere: true, most: LOOKED_AT }),
    listPairs(on, clip, { isHere: false, most: MOST_ELSEWHERE }),
  ]);
  return {
    copies: await readCopies(on, clip.id, await firstOf(on, here)),
    elsewhere: elsewhere.map(({ id }) => ({ matchId: id })),
  };
}

interface Pair {
  readonly id: string;
  readonly other: string;
  readonly state: string;
}

/** Confirmed ones first, then the oldest. */
async function listPairs(
  on: Executor,
  clip: { readonly id: string; readonly caseId: string },
  { isHere, most }: { readonly isHere: boolean; readonly most: number },
): Promise<Pair[]> {
  const { rows } = await sql<Pair>`
    select pair.id, pair.other, pair.state from (
      select id, other_clip_id as other, state from clip_match where clip_id = ${clip.id}
      union all
      select id, clip_id, state from clip_match where other_clip_id = ${clip.id}
    ) as pair join clip on clip.id = pair.other
    where pair.state <> 'rejected' and (clip.case_id = ${clip.caseId}) = ${isHere}
    order by (pair.state = 'confirmed') desc, pair.id limit ${most}`.execute(on);
  return rows;
}

async function firstOf(on: Executor, pairs: readonly Pair[]): Promise<Pair[]> {
  if (pairs.length <= MOST_COPIES) return [...pairs];
  const times = await listTimesOfClips(
    on,
    pairs.map(({ other }) => other),
  );
  const rank = new Map(byFirstKnown(times).map((clipId, at) => [clipId, at]));
  const isConfirmed = ({ state }: Pair) => Number(state === 'confirmed');
  return pairs
    .toSorted(
      (a, b) => isConfirmed(b) - isConfirmed(a) || (rank.get(a.other) ?? 0) - (rank.get(b.other) ?? 0),
    )
    .slice(0, MOST_COPIES);
}

async function readCopies(on: Executor, clipId: string, pairs: readonly Pair[]): Promise<CopyFacts[]> {
  if (pairs.length === 0) return [];
  const others = new Map(pairs.map(({ id, other }) => [id, other]));
  const matches = await on
    .selectFrom('clip_match')
    .selectAll()
    .where('id', 'in', [...others.keys()])
    .orderBy(sql`(state = 'confirmed')`, 'desc')
    .orderBy('score', 'desc')
    .orderBy('id')
    .execute();
  const clips = await on
    .selectFrom('clip')
    .select(['id', 'canonical_url', 'post_time', 'created_at'])
    .where('id', 'in', [...new Set(others.values())])
    .execute();
  const posts = await listPosts(on, clips);
  const urls = new Map(clips.map(({ id, canonical_url: url }) => [id, url]));
  return matches.map((row) => {
    const other = others.get(row.id) ?? '';
    return {
      ...asSeenFrom(clipId, row),
      matchId: row.id,
      clipId: other,
      kind: row.kind as CopyFacts['kind'],
      state: row.state as CopyFacts['state'],
      mirrored: row.mirrored,
      score: row.score,
      posts: posts.get(other) ?? [],
      url: urls.get(other) ?? null,
    };
  });
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
