import { Injectable } from '@nestjs/common';
import { CustodyLog } from '../custody/index.js';
import { actorOf, announceChange, type Principal } from '../identity/index.js';
import type { Database } from '../platform/db/database.js';
import { InjectDatabase } from '../platform/platform.tokens.js';
import { NotFoundError } from '../shared/errors.js';
import { requireCaseRole } from './case-access.js';
import { CaseRepository } from './case.repository.js';
import { MemberRepository } from './member.repository.js';
import { requireAnotherLead } from './put-member.js';

@Injectable()
export class RemoveMember {
  constructor(
    @InjectDatabase() private readonly db: Database,
    private readonly cases: CaseRepository,
    private readonly members: MemberRepository,
    private readonly custody: CustodyLog,
  ) {}

  /** What the person did stays. @throws ConflictError `last_lead`; NotFoundError when they are no member. */
  async execute(principal: Principal, caseId: string, userId: string): Promise<void> {
    requireCaseRole(principal, caseId, 'lead');
    await this.db.transaction().execute(async (tx) => {
      await this.cases.lock(tx, caseId);
      const member = await this.members.find(tx, caseId, userId);
      if (member === undefined) throw new NotFoundError('not_found', 'The case has no such member.');
      requireAnotherLead(await this.members.listEnabledLeads(tx, caseId), userId);
      await this.members.remove(tx, caseId, userId);
      await announceChange(tx);
      await this.custody.append(tx, [
        {
          chain: caseId,
          action: 'member.removed',
          actor: actorOf(principal),
          body: { caseId, userId, role: member.role },
        },
      ]);
    });
  }
}
