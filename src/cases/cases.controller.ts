import { Body, Controller, Get, Param, Patch, Post, Query, Res, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  Access,
  CurrentPrincipal,
  FreshPrincipals,
  reachableCases,
  type Principal,
} from '../identity/index.js';
import { Creates, IfMatch } from '../platform/http/route.decorator.js';
import { PageQuery, pageOf, Uuid, type Page } from '../platform/http/validation.js';
import { versionTag, type ExpectedVersion } from '../platform/http/version-tag.js';
import { requireCaseRole } from './case-access.js';
import { Case, CasePage, CasePatch, CaseRequest } from './case.contract.js';
import { CaseRepository, type CaseRow } from './case.repository.js';
import { CreateCase } from './create-case.js';
import { UpdateCase } from './update-case.js';

@Controller('cases')
@UseInterceptors(FreshPrincipals)
export class CasesController {
  constructor(
    private readonly cases: CaseRepository,
    private readonly createCase: CreateCase,
    private readonly updateCase: UpdateCase,
  ) {}

  @Post()
  @Access()
  @Creates(Case)
  async create(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: CaseRequest }) body: CaseRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Case> {
    const row = await this.createCase.execute(principal, body);
    void reply.header('location', `/api/v1/cases/${row.id}`).header('etag', versionTag(row.id, row.version));
    return presentCase(row);
  }

  @Get()
  @Access('read', 'submit')
  @ApiOkResponse({ standardSchema: CasePage })
  async list(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: PageQuery }) query: PageQuery,
  ): Promise<Page<Case>> {
    const rows = await this.cases.list(reachableCases(principal), query.limit + 1, query.cursor);
    return pageOf(rows, query.limit, presentCase);
  }

  @Get(':id')
  @Access('read', 'submit')
  @ApiOkResponse({ standardSchema: Case })
  async get(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Case> {
    requireCaseRole(principal, id, 'submitter');
    const row = await this.cases.get(id);
    void reply.header('etag', versionTag(row.id, row.version));
    return presentCase(row);
  }

  @Patch(':id')
  @Access()
  @ApiOkResponse({ standardSchema: Case })
  async update(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: CasePatch }) body: CasePatch,
    @IfMatch() expected: ExpectedVersion,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Case> {
    const row = await this.updateCase.execute(principal, id, body, expected);
    void reply.header('etag', versionTag(row.id, row.version));
    return presentCase(row);
  }
}

function presentCase(row: CaseRow): Case {
  return {
    id: row.id,
    title: row.title,
    reference: row.reference,
    description: row.description,
    sensitivity: row.sensitivity as Case['sensitivity'],
    blindReview: row.blind_review,
    inbox: row.is_inbox,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}
