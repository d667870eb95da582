import type { Selectable } from 'kysely';
import type { Executor, Tx } from '../platform/db/database.js';
import type { Claim, JsonObject } from '../platform/db/schema.gen.js';
import { NotFoundError } from '../shared/errors.js';
import { searchOf } from './claim-reading.js';
import type { ClaimVerdict } from './domain/verification.js';

export type ClaimType = 'location' | 'time' | 'source' | 'other';
export type ClaimRow = Omit<Selectable<Claim>, 'type' | 'value' | 'verdict'> & {
  readonly type: ClaimType;
  readonly value: JsonObject;
  readonly verdict: ClaimVerdict;
};

export interface NewClaim {
  readonly id: string;
  readonly clipId: string;
  /** Null for a claim that a reviewer adds. */
  readonly submissionId: string | null;
  readonly addedBy: string | null;
  readonly type: ClaimType;
  /** Word for word as submitted. */
  readonly statement: string;
  readonly value: JsonObject;
  readonly claimedBy: string | null;
  readonly language: string | null;
}

/** Owns `claim`. Claims are added, never overwritten by what is found. */
export class ClaimRepository {
  async insertAll(tx: Executor, claims: readonly NewClaim[]): Promise<void> {
    if (claims.length === 0) return;
    await tx
      .insertInto('claim')
      .values(
        claims.map((claim) => ({
          ...searchColumns(claim),
          id: claim.id,
          clip_id: claim.clipId,
          submission_id: claim.submissionId,
          type: claim.type,
          statement: claim.statement,
          value: JSON.stringify(claim.value),
          added_by: claim.addedBy,
          claimed_by: claim.claimedBy,
          language: claim.language,
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
    return rows.map(asClaim);
  }

  async get(on: Executor, id: string): Promise<ClaimRow> {
    const row = await on.selectFrom('claim').selectAll().where('id', '=', id).executeTakeFirst();
    if (row === undefined) throw new NotFoundError('not_found', 'There is no such claim.');
    return asClaim(row);
  }

  /** Judged anew: whatever asked for attention has been seen. */
  async setVerdict(tx: Tx, id: string, verdict: ClaimVerdict, credibility: number | null): Promise<void> {
    await tx
      .updateTable('claim')
      .set({ verdict, credibility, needs_attention: false })
      .where('id', '=', id)
      .execute();
  }

  /** Whom the claim names; null when that is open again. */
  async setSource(tx: Tx, id: string, sourceId: string | null): Promise<void> {
    await tx.updateTable('claim').set({ source_id: sourceId }).where('id', '=', id).execute();
  }

  async raiseAttention(tx: Tx, id: string): Promise<void> {
    await tx.updateTable('claim').set({ needs_attention: true }).where('id', '=', id).execute();
  }
}

/** PostgreSQL's `box` and `tstzrange` as text. */
function searchColumns({ type, value }: NewClaim) {
  const { point, box, time } = searchOf(type, value);
  return {
    place_lat: point?.lat ?? null,
    place_lon: point?.lon ?? null,
    place_box: box === null ? null : `(${box.east},${box.north}),(${box.west},${box.south})`,
    time_range: time === null ? null : `[${time.earliest ?? ''},${time.latest ?? ''}]`,
  };
}

function asClaim(row: Selectable<Claim>): ClaimRow {
  return {
    ...row,
    type: row.type as ClaimType,
    value: row.value as JsonObject,
    verdict: row.verdict as ClaimVerdict,
  };
}
