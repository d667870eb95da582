import { Injectable } from '@nestjs/common';
import { requireCaseRole } from '../../../cases/index.js';
import { ClipRepository } from '../../../clips/index.js';
import type { Principal } from '../../../identity/index.js';
import type { Database } from '../../../platform/db/database.js';
import { InjectDatabase } from '../../../platform/platform.tokens.js';
import { CheckOutcomeRepository, type CheckOutcomeRow } from './check-outcome.repository.js';
import type { CheckOutcome, CheckOutcomePage, ChecksQuery } from './checks.contract.js';

/** Outcomes are evidence, as findings are: shared with every reviewer of the case, also of a blind one. */
@Injectable()
export class ReadChecks {
  readonly #outcomes = new CheckOutcomeRepository();
  readonly #clips = new ClipRepository();

  constructor(@InjectDatabase() private readonly db: Database) {}

  /** In the order of the rules. A run in between may have changed what a cursor stood for. */
  async page(principal: Principal, clipId: string, query: ChecksQuery): Promise<CheckOutcomePage> {
    const clip = await this.#clips.get(this.db, clipId);
    requireCaseRole(principal, clip.case_id, 'reviewer', 'clip');
    const after = query.cursor === undefined ? -1 : Number(query.cursor);
    const rows = await this.#outcomes.list(this.db, clipId, { after, limit: query.limit + 1 });
    const given = rows.slice(0, query.limit);
    const last = given.at(-1);
    return {
      items: given.map(present),
      nextCursor: rows.length > query.limit && last !== undefined ? String(last.ordinal) : null,
    };
  }
}

function present(row: CheckOutcomeRow): CheckOutcome {
  return {
    rule: row.rule,
    ruleVersion: row.rule_version,
    claimId: row.claim_id,
    outcome: row.outcome as CheckOutcome['outcome'],
    summary: row.summary,
    compared: row.compared as CheckOutcome['compared'],
    findingId: row.finding_id,
    checkedAt: row.created_at.toISOString(),
  };
}
