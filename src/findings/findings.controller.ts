import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access, CurrentPrincipal, type Principal } from '../identity/index.js';
import { Creates } from '../platform/http/route.decorator.js';
import { Uuid, type Page } from '../platform/http/validation.js';
import { Finding, FindingPage, FindingQuery, FindingRequest, WithdrawalRequest } from './finding.contract.js';
import { MakeFinding } from './make-finding.js';
import { presentFinding } from './present-finding.js';
import { ReadFindings } from './read-findings.js';
import { WithdrawFinding } from './withdraw-finding.js';

@Controller()
export class FindingsController {
  constructor(
    private readonly makeFinding: MakeFinding,
    private readonly withdrawFinding: WithdrawFinding,
    private readonly reading: ReadFindings,
  ) {}

  @Post('clips/:id/findings')
  @HttpCode(201)
  @Access()
  @Creates(Finding)
  async make(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: FindingRequest }) body: FindingRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Finding> {
    const finding = await this.makeFinding.execute(principal, id, body);
    void reply.header('location', `/api/v1/findings/${finding.id}`);
    return presentFinding(finding);
  }

  /** Oldest first; withdrawn ones stay, marked. */
  @Get('clips/:id/findings')
  @Access('read')
  @ApiOkResponse({ standardSchema: FindingPage })
  list(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
    @Query({ schema: FindingQuery }) query: FindingQuery,
  ): Promise<Page<Finding>> {
    return this.reading.page(principal, id, query);
  }

  @Get('findings/:id')
  @Access('read')
  @ApiOkResponse({ standardSchema: Finding })
  async get(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
  ): Promise<Finding> {
    return presentFinding(await this.reading.get(principal, id));
  }

  @Post('findings/:id/withdrawal')
  @HttpCode(200)
  @Access()
  @ApiOkResponse({ standardSchema: Finding })
  async withdraw(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: WithdrawalRequest }) body: WithdrawalRequest,
  ): Promise<Finding> {
    return presentFinding(await this.withdrawFinding.execute(principal, id, body.reason));
  }
}
