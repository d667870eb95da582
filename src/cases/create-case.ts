import { Injectable } from '@nestjs/common';
import { CustodyLog } from '../custody/index.js';
import { actorOf, announceChange, type Principal } from '../identity/index.js';
import type { Database } from '../platform/db/database.js';
import { InjectDatabase } from '../platform/platform.tokens.js';
import { newId } from '../shared/ids.js';
import type { CaseRequest } from './case.contract.js';
import { CaseRepository, type CaseRow } from './case.repository.js';

/** Opens a case; whoever opens it is its lead. */
@Injectable()
export class CreateCase {
  constructor(
    @InjectDatabase() private readonly db: Database,
    private readonly cases: CaseRepository,
    private readonly custody: CustodyLog,
  ) {}

  async execute(principal: Principal, request: CaseRequest): Promise<CaseRow> {
    return this.#insert(actorOf(principal), {
      id: newId(),
      title: request.title,
      reference: request.reference ?? null,
      description: request.description ?? null,
      sensitivity: request.sensitivity,
      blindReview: request.blindReview,
      inbox: false,
      createdBy: principal.userId,
    });
  }

  /** The case for submissions that name none. Made once, at the first start. */
  async ensureInbox(administratorId: string): Promise<void> {
    if ((await this.cases.findInbox()) !== undefined) return;
    await this.#insert('system', {
      id: newId(),
      title: 'Inbox',
      reference: null,
      description: null,
      sensitivity: 'none',
      blindReview: true,
      inbox: true,
      createdBy: administratorId,
    });
  }

  async #insert(actor: string, row: Parameters<CaseRepository['insertWithLead']>[1]): Promise<CaseRow> {
    return this.db.transaction().execute(async (tx) => {
      const made = await this.cases.insertWithLead(tx, row);
      await announceChange(tx);
      await this.custody.append(tx, [
        {
          chain: row.id,
          action: 'case.created',
          actor,
          body: {
            caseId: row.id,
            sensitivity: row.sensitivity,
            inbox: row.inbox,
            blindReview: row.blindReview,
          },
          private: { title: row.title, reference: row.reference, description: row.description },
        },
      ]);
      return made;
    });
  }
}
