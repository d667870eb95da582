import { Injectable } from '@nestjs/common';
import { CustodyLog } from '../custody/index.js';
import { actorOf, type Principal } from '../identity/index.js';
import type { Database } from '../platform/db/database.js';
import { requireVersion, type ExpectedVersion } from '../platform/http/version-tag.js';
import { InjectDatabase } from '../platform/platform.tokens.js';
import { requireCaseRole } from './case-access.js';
import type { CasePatch } from './case.contract.js';
import { CaseRepository, type CaseRow } from './case.repository.js';

@Injectable()
export class UpdateCase {
  constructor(
    @InjectDatabase() private readonly db: Database,
    private readonly cases: CaseRepository,
    private readonly custody: CustodyLog,
  ) {}

  /** @param expected answers whether the caller's `If-Match` fits the present version. */
  async execute(
    principal: Principal,
    caseId: string,
    patch: CasePatch,
    expected: ExpectedVersion,
  ): Promise<CaseRow> {
    requireCaseRole(principal, caseId, 'lead');
    return this.db.transaction().execute(async (tx) => {
      const before = await this.cases.lock(tx, caseId);
      requireVersion(expected, before.version, 'case');
      const after = await this.cases.update(tx, caseId, patch);
      await this.custody.append(tx, [
        {
          chain: caseId,
          action: 'case.updated',
          actor: actorOf(principal),
          body: { caseId, fields: Object.keys(patch) },
          private: { before: subset(before, patch), after: subset(after, patch) },
        },
      ]);
      return after;
    });
  }
}

function subset(row: CaseRow, patch: CasePatch): Record<string, string | boolean | null> {
  const values = {
    title: row.title,
    reference: row.reference,
    description: row.description,
    sensitivity: row.sensitivity,
    blindReview: row.blind_review,
  };
  return Object.fromEntries(Object.entries(values).filter(([name]) => name in patch));
}
