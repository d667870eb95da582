import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse } from '@nestjs/swagger';
import type { Selectable } from 'kysely';
import { AdminAccess, CurrentPrincipal, type Principal } from '../identity/index.js';
import type { Database } from '../platform/db/database.js';
import type { VerificationRun } from '../platform/db/schema.gen.js';
import { InjectDatabase } from '../platform/platform.tokens.js';
import { NotFoundError } from '../shared/errors.js';
import { newId } from '../shared/ids.js';
import { Verification } from './verification.contract.js';

/** Verifying every object and chain is a worker's job; this asks for it and shows the last one. */
@Controller('custody/verification')
export class VerificationController {
  constructor(@InjectDatabase() private readonly db: Database) {}

  @Post()
  @HttpCode(202)
  @AdminAccess()
  @ApiAcceptedResponse({ standardSchema: Verification })
  async request(@CurrentPrincipal() principal: Principal): Promise<Verification> {
    const id = newId();
    const row = await this.db.transaction().execute(async (tx) => {
      const made = await tx
        .insertInto('verification_run')
        .values({ id, requested_by: principal.userId })
        .returningAll()
        .executeTakeFirstOrThrow();
      await tx
        .insertInto('outbox')
        .values({ event: 'verification.requested', payload: JSON.stringify({ runId: id }) })
        .execute();
      return made;
    });
    return present(row);
  }

  @Get()
  @AdminAccess()
  @ApiOkResponse({ standardSchema: Verification })
  async latest(): Promise<Verification> {
    const row = await this.db
      .selectFrom('verification_run')
      .selectAll()
      .orderBy('requested_at', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (row === undefined) throw new NotFoundError('never_verified', 'The store has not been verified yet.');
    return present(row);
  }
}

function present(row: Selectable<VerificationRun>): Verification {
  return {
    id: row.id,
    requestedAt: row.requested_at.toISOString(),
    startedAt: row.started_at?.toISOString() ?? null,
    finishedAt: row.finished_at?.toISOString() ?? null,
    report: row.report as Verification['report'],
  };
}
