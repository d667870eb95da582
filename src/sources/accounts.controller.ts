import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { requireCaseRole, reviewedCases } from '../cases/index.js';
import { Access, CurrentPrincipal, type Principal } from '../identity/index.js';
import type { Database } from '../platform/db/database.js';
import { pageOf, Uuid, type Page } from '../platform/http/validation.js';
import { InjectDatabase } from '../platform/platform.tokens.js';
import { AccountRepository } from './account.repository.js';
import { KnownAccounts } from './known-accounts.js';
import { LinkSource } from './link-source.js';
import { presentAccount } from './source-view.js';
import { Account, AccountPage, ClaimSource, EntityQuery, SourceLink } from './source.contract.js';

@Controller()
export class AccountsController {
  readonly #accounts = new AccountRepository();

  constructor(
    @InjectDatabase() private readonly db: Database,
    private readonly known: KnownAccounts,
    private readonly link: LinkSource,
  ) {}

  /** Every handle that links or claims of these cases name, newest first; `q` finds handles and platforms. */
  @Get('accounts')
  @Access('read')
  @ApiOkResponse({ standardSchema: AccountPage })
  async list(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: EntityQuery }) query: EntityQuery,
  ): Promise<Page<Account>> {
    if (query.case !== undefined) requireCaseRole(principal, query.case, 'reviewer');
    const caseIds = query.case === undefined ? reviewedCases(principal) : [query.case];
    await this.known.refresh(caseIds);
    const { q, cursor } = query;
    const rows = await this.#accounts.list(this.db, { caseIds, q, cursor, limit: query.limit + 1 });
    return pageOf(rows, query.limit, presentAccount);
  }

  @Put('accounts/:id/source')
  @Access()
  @ApiOkResponse({ standardSchema: Account })
  async linkAccount(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: SourceLink }) body: SourceLink,
  ): Promise<Account> {
    return presentAccount(await this.link.ofAccount(principal, id, body.sourceId));
  }

  @Put('claims/:id/source')
  @Access()
  @ApiOkResponse({ standardSchema: ClaimSource })
  async linkClaim(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: SourceLink }) body: SourceLink,
  ): Promise<ClaimSource> {
    await this.link.ofClaim(principal, id, body.sourceId);
    return { claimId: id, sourceId: body.sourceId };
  }
}
