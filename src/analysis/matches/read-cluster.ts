import { Injectable } from '@nestjs/common';
import { requireCaseRole, reviewedCases } from '../../cases/index.js';
import { ClipRepository } from '../../clips/index.js';
import type { Principal } from '../../identity/index.js';
import type { Database } from '../../platform/db/database.js';
import type { PageQuery } from '../../platform/http/validation.js';
import { InjectDatabase } from '../../platform/platform.tokens.js';
import { InvalidInputError } from '../../shared/errors.js';
import type { Cluster, ClusterMember } from './cluster.contract.js';
import { listCopies, walkCluster, type CopyOfClip } from './cluster.queries.js';
import { describeCluster } from './domain/cluster.js';

const MOST_MEMBERS = 500;

/** All copies of one footage, as far as this reader may know of them. */
@Injectable()
export class ReadCluster {
  readonly #clips = new ClipRepository();

  constructor(@InjectDatabase() private readonly db: Database) {}

  /** Members by when they are first known. What lies elsewhere is counted, and names neither earliest nor longest nor best. */
  async execute(principal: Principal, clipId: string, page: PageQuery): Promise<Cluster> {
    const clip = await this.#clips.get(this.db, clipId);
    requireCaseRole(principal, clip.case_id, 'reviewer', 'clip');
    const walk = await walkCluster(this.db, clip.id, MOST_MEMBERS);
    const reviewed = new Set(reviewedCases(principal));
    const all = await listCopies(this.db, walk.clipIds);
    const { copies, ...named } = describeCluster(all.filter(({ caseId }) => reviewed.has(caseId)));
    return {
      clipId: clip.id,
      size: walk.clipIds.length,
      elsewhere: walk.clipIds.length - copies.length,
      isCut: walk.isCut,
      ...named,
      ...paged(copies, page),
    };
  }
}

function paged(
  copies: readonly CopyOfClip[],
  { limit, cursor }: PageQuery,
): Pick<Cluster, 'items' | 'nextCursor'> {
  const from = cursor === undefined ? 0 : copies.findIndex(({ clipId }) => clipId === cursor) + 1;
  if (cursor !== undefined && from === 0)
    throw new InvalidInputError('invalid_cursor', 'The cursor is not one that this list gave.', [
      { path: 'cursor', message: 'not a cursor of this list' },
    ]);
  const items = copies.slice(from, from + limit).map(present);
  const isMore = from + limit < copies.length;
  return { items, nextCursor: isMore ? (items.at(-1)?.clipId ?? null) : null };
}

function present({ firstKnown, ...copy }: CopyOfClip): ClusterMember {
  return { ...copy, firstKnownAt: firstKnown.at.toISOString(), firstKnownBy: firstKnown.by };
}
