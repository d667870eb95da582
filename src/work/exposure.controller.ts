import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { requireCaseRole } from '../cases/index.js';
import { Access, CurrentPrincipal, type Principal } from '../identity/index.js';
import type { Database } from '../platform/db/database.js';
import { Uuid } from '../platform/http/validation.js';
import { InvalidInputError } from '../shared/errors.js';
import { InjectDatabase } from '../platform/platform.tokens.js';
import { CaseExposure, ExposureQuery, OwnExposure, spanOf } from './exposure.contract.js';
import { ExposureRepository, type ExposureSpan } from './exposure.repository.js';

/** How much graphic material people had before their eyes: for themselves and for the leads of the case. */
@Controller()
export class ExposureController {
  readonly #exposure = new ExposureRepository();

  constructor(@InjectDatabase() private readonly db: Database) {}

  @Get('me/exposure')
  @Access('read')
  @ApiOkResponse({ standardSchema: OwnExposure })
  async own(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: ExposureQuery }) query: ExposureQuery,
  ): Promise<OwnExposure> {
    const caseIds = principal.caseIds === null ? null : [...principal.caseIds];
    const rows = await inZone(this.#exposure.listOfUser(this.db, principal.userId, caseIds, daysOf(query)));
    return { items: rows.map(({ day, minutes }) => ({ day, minutes })), nextCursor: null };
  }

  @Get('cases/:id/exposure')
  @Access('read')
  @ApiOkResponse({ standardSchema: CaseExposure })
  async ofCase(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
    @Query({ schema: ExposureQuery }) query: ExposureQuery,
  ): Promise<CaseExposure> {
    requireCaseRole(principal, id, 'lead');
    const items = await inZone(this.#exposure.listOfCase(this.db, id, daysOf(query)));
    return { items, nextCursor: null };
  }
}

function daysOf(query: ExposureQuery): ExposureSpan {
  // The Swedish locale writes dates as YYYY-MM-DD.
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: query.timezone }).format(new Date());
  return { ...spanOf(query, today), timezone: query.timezone };
}

/** The database's list of zones may be older than ours: it says so by SQLSTATE 22023 (invalid_parameter_value). */
async function inZone<Rows>(reading: Promise<Rows>): Promise<Rows> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== '22023') throw error;
    throw new InvalidInputError('invalid_request', 'The database does not know this time zone.', [
      { path: 'timezone', message: 'not known here' },
    ]);
  }
}
