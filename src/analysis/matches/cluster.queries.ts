import { sql } from 'kysely';
import type { Executor } from '../../platform/db/database.js';
import type { Copy } from './domain/cluster.js';
import { firstKnown } from './domain/first-known.js';
import { listTimesOfClips } from './known-times.queries.js';

export interface Walk {
  /** The clip itself first, then in the order in which they are reached. */
  readonly clipIds: readonly string[];
  /** There are more. */
  readonly isCut: boolean;
}

/** Clips connected by the same bytes or the same pictures, step by step; matches that somebody rejected lead nowhere. */
export async function walkCluster(on: Executor, clipId: string, most: number): Promise<Walk> {
  const seen = new Set([clipId]);
  for (let edge = [clipId]; edge.length > 0;) {
    const next = await listNeighbours(on, edge, [...seen], most - seen.size + 1);
    if (seen.size + next.length > most) {
      for (const id of next.slice(0, most - seen.size)) seen.add(id);
      return { clipIds: [...seen], isCut: true };
    }
    for (const id of next) seen.add(id);
    edge = next;
  }
  return { clipIds: [...seen], isCut: false };
}

async function listNeighbours(
  on: Executor,
  of: readonly string[],
  but: readonly string[],
  most: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct id from (
      select other_clip_id as id, kind, state from clip_match where clip_id = any(${[...of]}::uuid[])
      union all
      select clip_id, kind, state from clip_match where other_clip_id = any(${[...of]}::uuid[])
    ) as neighbour
    where kind in ('same_file', 'same_footage') and state <> 'rejected' and id <> all(${[...but]}::uuid[])
    order by id limit ${most}`.execute(on);
  return rows.map(({ id }) => id);
}

export interface CopyOfClip extends Copy {
  readonly caseId: string;
  readonly title: string | null;
  readonly canonicalUrl: string | null;
  readonly platform: string | null;
}

export async function listCopies(on: Executor, clipIds: readonly string[]): Promise<CopyOfClip[]> {
  if (clipIds.length === 0) return [];
  const times = new Map((await listTimesOfClips(on, clipIds)).map((one) => [one.clipId, one]));
  const { rows } = await sql<{
    id: string;
    case_id: string;
    title: string | null;
    canonical_url: string | null;
    platform: string | null;
    created_at: Date;
    container: { durationMs?: unknown; bitRate?: unknown } | null;
    video: { displayWidth?: unknown; displayHeight?: unknown } | null;
  }>`
    select clip.id, case_id, title, canonical_url, platform, clip.created_at,
      probe.result -> 'output' -> 'container' as container, probe.result -> 'output' -> 'video' as video
    from clip left join lateral (
      select result from stage_result
      where stage_result.original_sha256 = clip.original_sha256 and stage = 'probe'
      order by stage_version desc, stage_result.created_at desc limit 1
    ) as probe on true
    where clip.id = any(${[...clipIds]}::uuid[])`.execute(on);
  return rows.map((row) => {
    const known = times.get(row.id);
    return {
      clipId: row.id,
      caseId: row.case_id,
      title: row.title,
      canonicalUrl: row.canonical_url,
      platform: row.platform,
      firstKnown: known === undefined ? { at: row.created_at, by: 'submission' } : firstKnown(known),
      durationMs: numberOf(row.container?.durationMs),
      width: numberOf(row.video?.displayWidth),
      height: numberOf(row.video?.displayHeight),
      bitRate: numberOf(row.container?.bitRate),
    };
  });
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
