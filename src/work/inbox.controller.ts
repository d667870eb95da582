import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { requireCaseRole, reviewedCases } from '../cases/index.js';
import { presentSummary, type ClipRow } from '../clips/index.js';
import { Access, CurrentPrincipal, type Principal } from '../identity/index.js';
import type { Database } from '../platform/db/database.js';
import { InjectDatabase } from '../platform/platform.tokens.js';
import { InvalidInputError } from '../shared/errors.js';
import { readCursor, writeCursor, type InboxPlace } from './domain/inbox-place.js';
import { whyWaiting } from './domain/inbox-reasons.js';
import { InboxPage, InboxQuery, type InboxItem } from './inbox.contract.js';
import { listInbox } from './inbox.repository.js';
import { listTopics } from './topics.repository.js';

@Controller('inbox')
export class InboxController {
  constructor(@InjectDatabase() private readonly db: Database) {}

  /** Own assignments first, then by priority, calls for help before others, oldest first. */
  @Get()
  @Access('read')
  @ApiOkResponse({ standardSchema: InboxPage })
  async list(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: InboxQuery }) query: InboxQuery,
  ): Promise<InboxPage> {
    if (query.case !== undefined) requireCaseRole(principal, query.case, 'reviewer');
    const readerId = principal.userId;
    const rows = await listInbox(this.db, {
      readerId,
      caseIds: query.case === undefined ? reviewedCases(principal) : [query.case],
      leftOut: query.optedOut === true ? [] : await listTopics(this.db, readerId),
      limit: query.limit + 1,
      after: placeOf(query.cursor),
    });
    const items = rows.slice(0, query.limit);
    const last = items.at(-1);
    return {
      items: items.map((row) => present(row, readerId)),
      nextCursor:
        rows.length > query.limit && last !== undefined
          ? writeCursor({ own: last.assignee_id === readerId, rank: last.inbox_rank, id: last.id })
          : null,
    };
  }
}

function present(row: ClipRow, readerId: string): InboxItem {
  const summary = presentSummary(row);
  return { ...summary, why: whyWaiting(summary, readerId) };
}

function placeOf(cursor: string | undefined): InboxPlace | undefined {
  if (cursor === undefined) return undefined;
  const place = readCursor(cursor);
  if (place !== undefined) return place;
  throw new InvalidInputError('invalid_cursor', 'The cursor is not one that this list gave.', [
    { path: 'cursor', message: 'not a cursor of this list' },
  ]);
}
