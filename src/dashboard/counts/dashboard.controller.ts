import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { requireCaseRole } from '../../cases/index.js';
import { Access, CurrentPrincipal, reachableCases, roleIn, type Principal } from '../../identity/index.js';
import { Uuid } from '../../platform/http/validation.js';
import { noneMatch } from '../../platform/http/version-tag.js';
import { DashboardBoard } from './dashboard-board.js';
import { Dashboard } from './dashboard.contract.js';

const DashboardQuery = z.strictObject({ case: Uuid.optional() });
type DashboardQuery = z.infer<typeof DashboardQuery>;

@Controller('dashboard')
export class DashboardController {
  constructor(private readonly board: DashboardBoard) {}

  /** Counts of one case, or of all in which the caller reviews, together. States and ids only. */
  @Get()
  @Access('read', 'dashboard')
  @ApiHeader({ name: 'If-None-Match', required: false })
  @ApiOkResponse({ standardSchema: Dashboard })
  @ApiResponse({ status: 304, description: 'The figures are those that If-None-Match names.' })
  async counts(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: DashboardQuery }) query: DashboardQuery,
    @Headers('if-none-match') ifNoneMatch: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const posted = await this.board.get(casesOf(principal, query.case));
    void reply.header('etag', posted.etag).header('cache-control', 'private, no-cache');
    if (noneMatch(ifNoneMatch, posted.etag))
      void reply.type('application/json; charset=utf-8').send(posted.body);
    else void reply.status(304).send();
  }
}

function casesOf(principal: Principal, caseId: string | undefined): string[] {
  if (caseId === undefined)
    return reachableCases(principal).filter((id) => roleIn(principal, id) !== 'submitter');
  requireCaseRole(principal, caseId, 'reviewer');
  return [caseId];
}
