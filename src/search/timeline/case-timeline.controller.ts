import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Access, CurrentPrincipal, type Principal } from '../../identity/index.js';
import { PageQuery, Uuid, type Page } from '../../platform/http/validation.js';
import { CaseTimelinePage, type CaseTimelineItem } from './case-timeline.contract.js';
import { ReadCaseTimeline } from './read-case-timeline.js';

@Controller('cases')
export class CaseTimelineController {
  constructor(private readonly timeline: ReadCaseTimeline) {}

  /** Where and when every clip of the case is said, found and known to be; newest submission first. */
  @Get(':id/timeline')
  @Access('read')
  @ApiOkResponse({ standardSchema: CaseTimelinePage })
  list(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
    @Query({ schema: PageQuery }) query: PageQuery,
  ): Promise<Page<CaseTimelineItem>> {
    return this.timeline.page(principal, id, query);
  }
}
