import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { requireCaseRole } from '../cases/index.js';
import {
  ClaimList,
  Clip,
  ClipPage,
  ClipReader,
  ProcessingStateSchema,
  asClip,
  presentSummary,
  Verification,
  withoutTeam,
  WorkState,
  type Claim,
  type ClipCounts,
  type ClipSummary,
} from '../clips/index.js';
import { Access, CurrentPrincipal, reachableCases, roleIn, type Principal } from '../identity/index.js';
import type { Database } from '../platform/db/database.js';
import { PageQuery, pageOf, Uuid, type Page } from '../platform/http/validation.js';
import { InjectDatabase } from '../platform/platform.tokens.js';
import { listClips } from './clip-list.repository.js';

const ListQuery = PageQuery.extend({
  case: z.uuid().optional(),
  processing: ProcessingStateSchema.optional(),
  work: WorkState.optional(),
  verification: Verification.optional(),
  submittedAfter: z.iso.datetime({ offset: true }).optional(),
  submittedBefore: z.iso.datetime({ offset: true }).optional(),
});
type ListQuery = z.infer<typeof ListQuery>;

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
  ): Promise<Page<ClipSummary | z.infer<typeof ClipCounts>>> {
    if (query.case !== undefined) requireCaseRole(principal, query.case, 'submitter');
    const cases = query.case === undefined ? reachableCases(principal) : [query.case];
    const ownOnly = principal.scope === 'submit';
    const reviewed = cases.filter((caseId) => roleIn(principal, caseId) !== 'submitter');
    const filter = { ...query, caseIds: ownOnly ? cases : reviewed, limit: query.limit + 1 };
    const rows = await listClips(this.db, ownOnly ? { ...filter, submittedBy: principal.userId } : filter);
    return pageOf(rows, query.limit, (row) => {
      const summary = presentSummary(asClip(row));
      if (principal.scope === 'dashboard') return countsOf(summary);
      return ownOnly ? withoutTeam(summary) : summary;
    });
  }

  @Get(':id')
  @Access('read', 'submit')
  @ApiOkResponse({ standardSchema: Clip })
  get(@CurrentPrincipal() principal: Principal, @Param('id', { schema: Uuid }) id: string): Promise<Clip> {
    return this.reader.read(principal, id);
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
