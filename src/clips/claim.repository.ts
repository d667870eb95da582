import type { Selectable } from 'kysely';
import type { Executor } from '../platform/db/database.js';
import type { Claim, JsonObject } from '../platform/db/schema.gen.js';

export type ClaimType = 'location' | 'time' | 'source' | 'other';
export type ClaimRow = Omit<Selectable<Claim>, 'type' | 'value'> & {
  readonly type: ClaimType;
  readonly value: JsonObject;
};

export interface NewClaim {
  readonly id: string;
  readonly clipId: string;
  readonly submissionId: string;
  readonly type: ClaimType;
  /** Word for word as submitted. */
  readonly statement: string;
  readonly value: JsonObject;
}

/** Owns `claim`. Claims are added, never overwritten by what is found. */
export class ClaimRepository {
  async insertAll(tx: Executor, claims: readonly NewClaim[]): Promise<void> {
    if (claims.length === 0) return;
    await tx
      .insertInto('claim')
      .values(
        claims.map((claim) => ({
          id: claim.id,
          clip_id: claim.clipId,
          submission_id: claim.submissionId,
          type: claim.type,
          statement: claim.statement,
          value: JSON.stringify(claim.value),
        })),
      )
      .execute();
  }

  /** In the order in which they were made. */
  async list(on: Executor, clipId: string): Promise<ClaimRow[]> {
    const rows = await on
      .selectFrom('claim')
      .selectAll()
      .where('clip_id', '=', clipId)
      .orderBy('id')
      .execute();
    return rows.map((row) => ({ ...row, type: row.type as ClaimType, value: row.value as JsonObject }));
  }
}
