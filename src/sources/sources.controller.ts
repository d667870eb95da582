import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { requireCaseRole, reviewedCases } from '../cases/index.js';
import { Access, CurrentPrincipal, type Principal } from '../identity/index.js';
import type { Database } from '../platform/db/database.js';
import { Creates, IfMatch } from '../platform/http/route.decorator.js';
import { pageOf, Uuid, type Page } from '../platform/http/validation.js';
import { versionTag, viewTag, type ExpectedVersion } from '../platform/http/version-tag.js';
import { InjectDatabase } from '../platform/platform.tokens.js';
import { AccountRepository } from './account.repository.js';
import { KnownAccounts } from './known-accounts.js';
import { RecordSource } from './record-source.js';
import { presentAccount, presentGrade, presentSource } from './source-view.js';
import {
  EntityQuery,
  Grade,
  GradeRequest,
  Source,
  SourcePage,
  SourcePatch,
  SourceRequest,
  SourceSummary,
} from './source.contract.js';
import { SourceRepository } from './source.repository.js';

@Controller('sources')
export class SourcesController {
  readonly #sources = new SourceRepository();
  readonly #accounts = new AccountRepository();

  constructor(
    @InjectDatabase() private readonly db: Database,
    private readonly recordSource: RecordSource,
    private readonly known: KnownAccounts,
  ) {}

  @Post()
  @Access()
  @Creates(SourceSummary)
  async create(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: SourceRequest }) body: SourceRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SourceSummary> {
    const row = await this.recordSource.create(principal, body);
    void reply.header('location', `/api/v1/sources/${row.id}`);
    return presentSource(row);
  }

  /** Newest first; `q` finds names and handles. */
  @Get()
  @Access('read')
  @ApiOkResponse({ standardSchema: SourcePage })
  async list(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: EntityQuery }) query: EntityQuery,
  ): Promise<Page<SourceSummary>> {
    if (query.case !== undefined) requireCaseRole(principal, query.case, 'reviewer');
    const caseIds = query.case === undefined ? reviewedCases(principal) : [query.case];
    const { q, cursor } = query;
    const rows = await this.#sources.list(this.db, { caseIds, q, cursor, limit: query.limit + 1 });
    return pageOf(rows, query.limit, presentSource);
  }

  @Get(':id')
  @Access('read')
  @ApiOkResponse({ standardSchema: Source })
  async get(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Source> {
    const row = await this.#sources.get(this.db, id);
    requireCaseRole(principal, row.case_id, 'reviewer', 'source');
    await this.known.refresh([row.case_id]);
    const [accounts, grades, sourceClaims, clipClaims] = await Promise.all([
      this.#accounts.listOfSource(this.db, id),
      this.#sources.listGrades(this.db, id),
      this.#sources.countSourceClaims(this.db, id),
      this.#sources.countClipClaims(this.db, id),
    ]);
    const source = {
      ...presentSource(row),
      accounts: accounts.map(presentAccount),
      grades: grades.map(presentGrade),
      record: { sourceClaims, clipClaims },
    };
    void reply.header('etag', viewTag(id, row.version, source));
    return source;
  }

  @Patch(':id')
  @Access()
  @ApiOkResponse({ standardSchema: SourceSummary })
  async update(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: SourcePatch }) body: SourcePatch,
    @IfMatch() expected: ExpectedVersion,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SourceSummary> {
    const row = await this.recordSource.update(principal, id, body, expected);
    void reply.header('etag', versionTag(row.id, row.version));
    return presentSource(row);
  }

  @Post(':id/grades')
  @Access()
  @Creates(Grade)
  async grade(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: GradeRequest }) body: GradeRequest,
  ): Promise<Grade> {
    return presentGrade(await this.recordSource.grade(principal, id, body));
  }
}
