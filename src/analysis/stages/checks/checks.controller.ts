import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Access, CurrentPrincipal, type Principal } from '../../../identity/index.js';
import { Uuid } from '../../../platform/http/validation.js';
import { CheckOutcomePage, ChecksQuery, RuleDescriptionPage } from './checks.contract.js';
import { ReadChecks } from './read-checks.js';
import { describeRules } from './rule-catalogue.js';

@Controller()
export class ChecksController {
  constructor(private readonly reading: ReadChecks) {}

  /** What every rule answered when it last looked, in the order of the rules. */
  @Get('clips/:id/checks')
  @Access('read')
  @ApiOkResponse({ standardSchema: CheckOutcomePage })
  list(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
    @Query({ schema: ChecksQuery }) query: ChecksQuery,
  ): Promise<CheckOutcomePage> {
    return this.reading.page(principal, id, query);
  }

  /** The rules of this desk, each with what it compares, what it may claim and where it is wrong. */
  @Get('rules')
  @Access('read')
  @ApiOkResponse({ standardSchema: RuleDescriptionPage })
  async rules(): Promise<RuleDescriptionPage> {
    return { items: await describeRules(), nextCursor: null };
  }
}
