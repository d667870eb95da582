import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import { requireCaseRole } from '../cases/index.js';
import { ClipRepository } from '../clips/index.js';
import { Access, CurrentPrincipal, type Principal } from '../identity/index.js';
import type { Database } from '../platform/db/database.js';
import { Creates } from '../platform/http/route.decorator.js';
import { Uuid } from '../platform/http/validation.js';
import { InjectDatabase } from '../platform/platform.tokens.js';
import { MarkSensitive } from './mark-sensitive.js';
import { SensitiveRange, SensitiveRangeList, SensitiveRangeRequest } from './sensitive-range.contract.js';
import { SensitiveRangeRepository, type SensitiveRangeRow } from './sensitive-range.repository.js';

@Controller()
export class SensitiveRangesController {
  readonly #clips = new ClipRepository();
  readonly #ranges = new SensitiveRangeRepository();

  constructor(
    @InjectDatabase() private readonly db: Database,
    private readonly markSensitive: MarkSensitive,
  ) {}

  @Post('clips/:id/sensitive-ranges')
  @Access()
  @Creates(SensitiveRange)
  async add(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: SensitiveRangeRequest }) body: SensitiveRangeRequest,
  ): Promise<SensitiveRange> {
    return present(await this.markSensitive.add(principal, id, body));
  }

  @Get('clips/:id/sensitive-ranges')
  @Access('read')
  @ApiOkResponse({ standardSchema: SensitiveRangeList })
  async list(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
  ): Promise<SensitiveRangeList> {
    const clip = await this.#clips.get(this.db, id);
    requireCaseRole(principal, clip.case_id, 'reviewer', 'clip');
    return { items: (await this.#ranges.list(this.db, id)).map(present), nextCursor: null };
  }

  @Delete('sensitive-ranges/:id')
  @HttpCode(204)
  @Access()
  @ApiNoContentResponse({ description: 'Removed: kept on record, and no longer shown.' })
  async remove(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
  ): Promise<void> {
    await this.markSensitive.remove(principal, id);
  }
}

function present(row: SensitiveRangeRow): SensitiveRange {
  return {
    id: row.id,
    clipId: row.clip_id,
    startMs: row.start_ms,
    endMs: row.end_ms,
    sensitivity: row.sensitivity as SensitiveRange['sensitivity'],
    warning: row.warning,
    addedBy: row.added_by,
    createdAt: row.created_at.toISOString(),
  };
}
