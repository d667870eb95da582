import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access, CurrentPrincipal, type Principal } from '../../identity/index.js';
import { IfMatch } from '../../platform/http/route.decorator.js';
import { PageQuery, Uuid, type Page } from '../../platform/http/validation.js';
import { versionTag, type ExpectedVersion } from '../../platform/http/version-tag.js';
import { Cluster } from './cluster.contract.js';
import { DecideMatch } from './decide-match.js';
import { DecisionRequest, Match, MatchPage } from './match.contract.js';
import { ReadCluster } from './read-cluster.js';
import { ReadMatches } from './read-matches.js';

@Controller()
export class MatchesController {
  constructor(
    private readonly reading: ReadMatches,
    private readonly deciding: DecideMatch,
    private readonly clusters: ReadCluster,
  ) {}

  /** Oldest first, whatever their state. */
  @Get('clips/:id/matches')
  @Access('read')
  @ApiOkResponse({ standardSchema: MatchPage })
  list(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
    @Query({ schema: PageQuery }) query: PageQuery,
  ): Promise<Page<Match>> {
    return this.reading.page(principal, id, query);
  }

  /** Every copy of the footage, connected by matches that nobody has rejected; by when they are first known. */
  @Get('clips/:id/cluster')
  @Access('read')
  @ApiOkResponse({ standardSchema: Cluster })
  cluster(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
    @Query({ schema: PageQuery }) query: PageQuery,
  ): Promise<Cluster> {
    return this.clusters.execute(principal, id, query);
  }

  @Get('matches/:id')
  @Access('read')
  @ApiOkResponse({ standardSchema: Match })
  async get(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Match> {
    return tagged(reply, await this.reading.get(principal, id));
  }

  @Post('matches/:id/decision')
  @HttpCode(200)
  @Access()
  @ApiOkResponse({ standardSchema: Match })
  async decide(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: DecisionRequest }) body: DecisionRequest,
    @IfMatch() expected: ExpectedVersion,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Match> {
    return tagged(reply, await this.deciding.execute(principal, id, body, expected));
  }
}

function tagged(reply: FastifyReply, match: Match): Match {
  if ('version' in match) void reply.header('etag', versionTag(match.id, match.version));
  return match;
}
