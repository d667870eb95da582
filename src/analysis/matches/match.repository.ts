import { sql, type Selectable } from 'kysely';
import type { Executor, Tx } from '../../platform/db/database.js';
import type { ClipMatch } from '../../platform/db/schema.gen.js';
import { newId } from '../../shared/ids.js';
import { turnRound, type AlignedSegment, type Alignment } from '../stages/match/domain/alignment.js';
import { LOCKS } from '../../platform/db/locks.js';

export const MATCH_KINDS = ['same_file', 'same_footage', 'same_sound'] as const;
export type MatchKind = (typeof MATCH_KINDS)[number];
export const MATCH_STATES = ['suggested', 'confirmed', 'rejected'] as const;
export type MatchState = (typeof MATCH_STATES)[number];

export interface FoundMatch {
  readonly otherClipId: string;
  readonly kind: MatchKind;
  /** As the clip that was searched for sees it. */
  readonly alignment: Alignment;
  /** What found it, with its version. */
  readonly method: string;
}

/** A match as one of its two clips sees it. */
export interface MatchSeen {
  readonly id: string;
  /** From whose side the alignment is told. */
  readonly ofClipId: string;
  readonly otherClipId: string;
  readonly kind: MatchKind;
  readonly alignment: Alignment;
  readonly method: string;
  readonly version: number;
  readonly state: MatchState;
  readonly decision: { readonly rationale: string; readonly by: string; readonly at: Date } | null;
  readonly createdAt: Date;
}

/** A match of a clip that is understood. */
export interface MatchPair {
  readonly id: string;
  readonly otherClipId: string;
}

export interface MatchDecision {
  readonly state: MatchState;
  readonly rationale: string;
  readonly by: string;
}

export type MatchRow = Omit<Selectable<ClipMatch>, 'kind' | 'state' | 'segments'> & {
  readonly kind: MatchKind;
  readonly state: MatchState;
  readonly segments: readonly AlignedSegment[];
};

/** Owns `clip_match`: one row for a pair of clips and a kind, told from the smaller id's side. */
export class MatchRepository {
  /**
   * Keeps what a search for one clip has found. A match that a person has decided on stays as they saw it. Answers those that
   * are new, by the other clip's id.
   */
  async keep(tx: Tx, clipId: string, found: readonly FoundMatch[]): Promise<MatchPair[]> {
    if (found.length === 0) return [];
    // Searches of two clips may meet on several rows; in turn, they cannot wait for each other.
    await sql`select pg_advisory_xact_lock(${LOCKS.matches})`.execute(tx);
    const rows = await tx
      .insertInto('clip_match')
      .values(found.map((match) => valuesOf(clipId, match)))
      .onConflict((conflict) =>
        conflict
          .columns(['clip_id', 'other_clip_id', 'kind'])
          .doUpdateSet((eb) => ({
            mirrored: eb.ref('excluded.mirrored'),
            speed: eb.ref('excluded.speed'),
            score: eb.ref('excluded.score'),
            coverage: eb.ref('excluded.coverage'),
            other_coverage: eb.ref('excluded.other_coverage'),
            segments: eb.ref('excluded.segments'),
            method: eb.ref('excluded.method'),
            version: eb('clip_match.version', '+', 1),
            updated_at: sql<Date>`now()`,
          }))
          .where('clip_match.decided_by', 'is', null)
          .where(
            sql<boolean>`row(clip_match.mirrored, clip_match.speed, clip_match.score, clip_match.coverage, clip_match.other_coverage, clip_match.segments, clip_match.method)
              is distinct from row(excluded.mirrored, excluded.speed, excluded.score, excluded.coverage, excluded.other_coverage, excluded.segments, excluded.method)`,
          ),
      )
      .returning(['id', 'clip_id', 'other_clip_id', sql<boolean>`xmax = 0`.as('is_new')])
      .execute();
    return rows
      .filter((row) => row.is_new)
      .map((row) => ({ id: row.id, otherClipId: row.clip_id === clipId ? row.other_clip_id : row.clip_id }));
  }

  /** Suggestions of one clip that nobody has decided on, with the other clip's original. The oldest thousand. */
  async listSuggested(
    on: Executor,
    clipId: string,
  ): Promise<{ kind: MatchKind; otherClipId: string; original: string | null }[]> {
    const { rows } = await sql<{ kind: MatchKind; other: string; original: string | null }>`
      select kind, other, clip.original_sha256 as original from (
        select id, kind, other_clip_id as other from clip_match where clip_id = ${clipId} and decided_by is null
        union all
        select id, kind, clip_id from clip_match where other_clip_id = ${clipId} and decided_by is null
      ) as suggested join clip on clip.id = suggested.other
      order by suggested.id limit 1000`.execute(on);
    return rows.map(({ kind, other, original }) => ({ kind, otherClipId: other, original }));
  }

  /** Suggestions that a new look did not bear out. What somebody has decided on, or rests an argument on, stays. */
  async drop(
    tx: Tx,
    clipId: string,
    gone: readonly { readonly kind: MatchKind; readonly otherClipId: string }[],
  ): Promise<MatchPair[]> {
    if (gone.length === 0) return [];
    await sql`select pg_advisory_xact_lock(${LOCKS.matches})`.execute(tx);
    const { rows } = await sql<{ id: string; other: string }>`
      delete from clip_match using unnest(
        ${gone.map(({ otherClipId }) => otherClipId)}::uuid[], ${gone.map(({ kind }) => kind)}::text[]
      ) as gone (other, kind)
      where clip_match.kind = gone.kind and decided_by is null
        and clip_match.clip_id = least(${clipId}::uuid, gone.other)
        and clip_match.other_clip_id = greatest(${clipId}::uuid, gone.other)
        and not exists (
          select from judgement where judgement.clip_id in (clip_match.clip_id, clip_match.other_clip_id)
            and lower(evidence::text)::jsonb @> jsonb_build_array(jsonb_build_object('kind', 'match', 'ref', clip_match.id))
        )
        and not exists (
          select from finding where finding.clip_id in (clip_match.clip_id, clip_match.other_clip_id)
            and made_by is not null
            and lower(evidence::text)::jsonb @> jsonb_build_array(jsonb_build_object('kind', 'match', 'ref', clip_match.id))
        )
      returning clip_match.id, gone.other`.execute(tx);
    return rows.map(({ id, other }) => ({ id, otherClipId: other }));
  }

  /** As this clip sees them, oldest first. */
  async list(
    on: Executor,
    clipId: string,
    page: { readonly cursor?: string | undefined; readonly limit: number },
  ): Promise<MatchSeen[]> {
    const side = (column: 'clip_id' | 'other_clip_id') =>
      on
        .selectFrom('clip_match')
        .selectAll()
        .where(column, '=', clipId)
        .$if(page.cursor !== undefined, (query) => query.where('id', '>', page.cursor ?? ''))
        .orderBy('id')
        .limit(page.limit);
    // Each side by its own index: one condition on both columns would read every match of a clip with ten thousand copies.
    const [smaller, larger] = await Promise.all([side('clip_id').execute(), side('other_clip_id').execute()]);
    return [...smaller, ...larger]
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .slice(0, page.limit)
      .map((row) => seenFrom(clipId, asMatch(row)));
  }

  async find(on: Executor, id: string): Promise<MatchRow | undefined> {
    const row = await on.selectFrom('clip_match').selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? undefined : asMatch(row);
  }

  async lock(tx: Tx, id: string): Promise<MatchRow | undefined> {
    const row = await tx
      .selectFrom('clip_match')
      .selectAll()
      .where('id', '=', id)
      .forNoKeyUpdate()
      .executeTakeFirst();
    return row === undefined ? undefined : asMatch(row);
  }

  async decide(tx: Tx, id: string, { state, rationale, by }: MatchDecision): Promise<MatchRow> {
    const row = await tx
      .updateTable('clip_match')
      .set((eb) => ({
        state,
        rationale,
        decided_by: by,
        decided_at: sql<Date>`now()`,
        updated_at: sql<Date>`now()`,
        version: eb('version', '+', 1),
      }))
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    return asMatch(row);
  }
}

export function seenFrom(clipId: string, row: MatchRow): MatchSeen {
  const alignment: Alignment = {
    mirrored: row.mirrored,
    speed: row.speed,
    score: row.score,
    coverage: row.coverage,
    otherCoverage: row.other_coverage,
    segments: row.segments,
  };
  const isFirst = row.clip_id === clipId;
  return {
    id: row.id,
    ofClipId: clipId,
    otherClipId: isFirst ? row.other_clip_id : row.clip_id,
    kind: row.kind,
    alignment: isFirst ? alignment : turnRound(alignment),
    method: row.method,
    version: row.version,
    state: row.state,
    decision:
      row.decided_by === null || row.decided_at === null
        ? null
        : { rationale: row.rationale ?? '', by: row.decided_by, at: row.decided_at },
    createdAt: row.created_at,
  };
}

function valuesOf(clipId: string, { otherClipId, kind, alignment, method }: FoundMatch) {
  const isFirst = clipId < otherClipId;
  const told = isFirst ? alignment : turnRound(alignment);
  return {
    id: newId(),
    clip_id: isFirst ? clipId : otherClipId,
    other_clip_id: isFirst ? otherClipId : clipId,
    kind,
    mirrored: told.mirrored,
    speed: told.speed,
    score: thousandths(told.score),
    coverage: thousandths(told.coverage),
    other_coverage: thousandths(told.otherCoverage),
    segments: JSON.stringify(told.segments.map(rounded)),
    method,
  };
}

function rounded(segment: AlignedSegment): AlignedSegment {
  return {
    startMs: Math.round(segment.startMs),
    endMs: Math.round(segment.endMs),
    otherStartMs: Math.round(segment.otherStartMs),
    otherEndMs: Math.round(segment.otherEndMs),
    mirrored: segment.mirrored,
    speed: segment.speed,
    score: thousandths(segment.score),
  };
}

function thousandths(share: number): number {
  return Math.round(share * 1000) / 1000;
}

function asMatch(row: Selectable<ClipMatch>): MatchRow {
  return {
    ...row,
    kind: row.kind as MatchKind,
    state: row.state as MatchState,
    segments: row.segments as unknown as readonly AlignedSegment[],
  };
}
