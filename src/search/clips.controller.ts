import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import {
  ClaimList,
  Clip,
  ClipPage,
  ClipReader,
  asClip,
  presentSummary,
  withoutTeam,
  type Claim,
  type ClipCounts,
  type ClipListItem,
  type ClipSummary,
} from '../clips/index.js';
import { Access, CurrentPrincipal, type Principal } from '../identity/index.js';
import type { Database } from '../platform/db/database.js';
import { pageOf, Uuid, type Page } from '../platform/http/validation.js';
import { viewTag } from '../platform/http/version-tag.js';
import { InjectDatabase } from '../platform/platform.tokens.js';
import { listTopics } from '../work/index.js';
import { ListQuery } from './clip-list.contract.js';
import { glancesOf } from './clip-glance.queries.js';
import { listClips } from './clip-list.repository.js';
import { listScopeOf } from './clip-list-scope.js';
import { compileQuery } from './search-text.js';

@Controller('clips')
export class ClipsController {
  constructor(
    @InjectDatabase() private readonly db: Database,
    private readonly reader: ClipReader,
  ) {}

  @Get()
  @Access('read', 'submit', 'dashboard')
  @ApiOkResponse({ standardSchema: ClipPage })
  async list(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: ListQuery }) query: ListQuery,
  ): Promise<Page<ClipListItem | z.infer<typeof ClipCounts>>> {
    const leftOut = query.optedOut === true ? [] : await listTopics(this.db, principal.userId);
    const scope = { ...listScopeOf(principal, query), leftOut };
    const words = query.q === undefined ? undefined : await compileQuery(this.db, query.q);
    const rows = await listClips(this.db, scope, query, words, query.limit + 1);
    if (principal.scope === 'dashboard')
      return pageOf(rows, query.limit, (row) => countsOf(presentSummary(asClip(row))));
    const glances = await glancesOf(
      this.db,
      rows.map(({ id }) => id),
    );
    return pageOf(rows, query.limit, (row) => {
      const summary = presentSummary(asClip(row));
      const { claims = [], hasMatches = false } = glances.get(row.id) ?? {};
      return scope.ownCaseIds.includes(row.case_id)
        ? { ...withoutTeam(summary), claims, hasMatches: null }
        : { ...summary, claims, hasMatches };
    });
  }

  @Get(':id')
  @Access('read', 'submit')
  @ApiOkResponse({ standardSchema: Clip })
  async get(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Clip> {
    const clip = await this.reader.read(principal, id);
    void reply.header('etag', viewTag(id, clip.version, clip));
    return clip;
  }

  @Get(':id/claims')
  @Access('read', 'submit')
  @ApiOkResponse({ standardSchema: ClaimList })
  async claims(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
  ): Promise<Page<Claim>> {
    return { items: (await this.reader.read(principal, id)).claims, nextCursor: null };
  }
}

function countsOf(summary: ClipSummary): z.infer<typeof ClipCounts> {
  const { id, caseId, processing, progress, work, verification, version, createdAt, updatedAt } = summary;
  return { id, caseId, processing, progress, work, verification, version, createdAt, updatedAt };
}
