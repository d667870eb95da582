import { Injectable } from '@nestjs/common';
import { requireCaseRole, reviewedCases } from '../../cases/index.js';
import { ClipRepository } from '../../clips/index.js';
import type { Principal } from '../../identity/index.js';
import type { Database, Executor } from '../../platform/db/database.js';
import { pageOf, type Page, type PageQuery } from '../../platform/http/validation.js';
import { InjectDatabase } from '../../platform/platform.tokens.js';
import { NotFoundError } from '../../shared/errors.js';
import type { Match } from './match.contract.js';
import { MatchRepository, seenFrom, type MatchRow } from './match.repository.js';
import { presentMatch } from './present-match.js';

/** How much of a match somebody may know: all of it, that it exists, or nothing. */
export type Sight =
  | { readonly sees: 'both' }
  /** The one clip that they may read as a reviewer does. */
  | { readonly sees: 'one'; readonly clipId: string };

/** Matches are evidence, shared with every reviewer of both cases. Of a match with another case only its existence is told. */
@Injectable()
export class ReadMatches {
  readonly #matches = new MatchRepository();
  readonly #clips = new ClipRepository();

  constructor(@InjectDatabase() private readonly db: Database) {}

  async page(principal: Principal, clipId: string, query: PageQuery): Promise<Page<Match>> {
    const clip = await this.#clips.get(this.db, clipId);
    requireCaseRole(principal, clip.case_id, 'reviewer', 'clip');
    const matches = await this.#matches.list(this.db, clip.id, { ...query, limit: query.limit + 1 });
    const cases = await casesOf(
      this.db,
      matches.map(({ otherClipId }) => otherClipId),
    );
    const reviewed = new Set(reviewedCases(principal));
    return pageOf(matches, query.limit, (match): Match => {
      const caseId = cases.get(match.otherClipId);
      const isSeen = caseId !== undefined && reviewed.has(caseId);
      return isSeen ? presentMatch(match) : { id: match.id, elsewhere: true };
    });
  }

  /** Told from the side of the clip that was handed in first. @throws NotFoundError unless the reader may see one of the clips. */
  async get(principal: Principal, id: string): Promise<Match> {
    const row = await this.#matches.find(this.db, id);
    if (row === undefined) throw noSuchMatch();
    const sight = await sightOf(this.db, principal, row);
    return sight.sees === 'both' ? presentMatch(seenFrom(row.clip_id, row)) : { id: row.id, elsewhere: true };
  }
}

/**
 * @throws NotFoundError when both clips are somebody else's, ForbiddenError when the caller only hands in clips to the case of
 * one and reviews neither.
 */
export async function sightOf(on: Executor, principal: Principal, match: MatchRow): Promise<Sight> {
  const cases = await casesOf(on, [match.clip_id, match.other_clip_id]);
  const reviewed = new Set(reviewedCases(principal));
  const seen = [match.clip_id, match.other_clip_id].filter((clipId) => reviewed.has(cases.get(clipId) ?? ''));
  const [first] = seen;
  if (first === undefined) {
    for (const caseId of cases.values())
      if (principal.roles.has(caseId)) requireCaseRole(principal, caseId, 'reviewer', 'match');
    throw noSuchMatch();
  }
  return seen.length === 2 ? { sees: 'both' } : { sees: 'one', clipId: first };
}

export function noSuchMatch(): NotFoundError {
  return new NotFoundError('not_found', 'There is no such match.');
}

async function casesOf(on: Executor, clipIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (clipIds.length === 0) return new Map();
  const rows = await on
    .selectFrom('clip')
    .select(['id', 'case_id'])
    .where('id', 'in', [...clipIds])
    .execute();
  return new Map(rows.map((row) => [row.id, row.case_id]));
}
