import type { Selectable } from 'kysely';
import type { JsonObject } from '../../../custody/index.js';
import type { Executor, Tx } from '../../../platform/db/database.js';
import type { CheckOutcome } from '../../../platform/db/schema.gen.js';

export type CheckOutcomeRow = Selectable<CheckOutcome>;

export interface NewCheckOutcome {
  readonly rule: string;
  readonly ruleVersion: string;
  readonly claimId: string | null;
  readonly outcome: string;
  readonly summary: string;
  readonly compared: JsonObject;
  readonly findingId: string | null;
}

/** Rows of nine columns stay far below the 65 535 parameters of one statement. */
const ROWS_AT_ONCE = 1_000;

/** Owns `check_outcome`. */
export class CheckOutcomeRepository {
  /** What the rules answered when they last looked takes the place of all before. */
  async replace(tx: Tx, clipId: string, outcomes: readonly NewCheckOutcome[]): Promise<void> {
    await tx.deleteFrom('check_outcome').where('clip_id', '=', clipId).execute();
    const rows = outcomes.map((outcome, ordinal) => ({
      clip_id: clipId,
      ordinal,
      rule: outcome.rule,
      rule_version: outcome.ruleVersion,
      claim_id: outcome.claimId,
      outcome: outcome.outcome,
      summary: outcome.summary,
      compared: JSON.stringify(outcome.compared),
      finding_id: outcome.findingId,
    }));
    for (let start = 0; start < rows.length; start += ROWS_AT_ONCE)
      await tx
        .insertInto('check_outcome')
        .values(rows.slice(start, start + ROWS_AT_ONCE))
        .execute();
  }

  /** In the order of the rules. */
  list(on: Executor, clipId: string, page: { after: number; limit: number }): Promise<CheckOutcomeRow[]> {
    return on
      .selectFrom('check_outcome')
      .selectAll()
      .where('clip_id', '=', clipId)
      .where('ordinal', '>', page.after)
      .orderBy('ordinal')
      .limit(page.limit)
      .execute();
  }
}
