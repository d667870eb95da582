import { sql, type Selectable } from 'kysely';
import type { Executor, Tx } from '../platform/db/database.js';
import type { SensitiveRange } from '../platform/db/schema.gen.js';
import type { SensitiveRangeRequest } from './sensitive-range.contract.js';

export type SensitiveRangeRow = Selectable<SensitiveRange>;

/** Owns `sensitive_range`. Removed ones are kept, and shown nowhere. */
export class SensitiveRangeRepository {
  insert(
    tx: Tx,
    range: SensitiveRangeRequest & { readonly id: string; readonly clipId: string; readonly addedBy: string },
  ): Promise<SensitiveRangeRow> {
    return tx
      .insertInto('sensitive_range')
      .values({
        id: range.id,
        clip_id: range.clipId,
        start_ms: range.startMs,
        end_ms: range.endMs,
        sensitivity: range.sensitivity,
        warning: range.warning,
        added_by: range.addedBy,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  /** By time. */
  list(on: Executor, clipId: string): Promise<SensitiveRangeRow[]> {
    return on
      .selectFrom('sensitive_range')
      .selectAll()
      .where('clip_id', '=', clipId)
      .where('removed_at', 'is', null)
      .orderBy('start_ms')
      .orderBy('id')
      .execute();
  }

  find(on: Executor, id: string): Promise<(SensitiveRangeRow & { readonly case_id: string }) | undefined> {
    return on
      .selectFrom('sensitive_range')
      .innerJoin('clip', 'clip.id', 'sensitive_range.clip_id')
      .selectAll('sensitive_range')
      .select('clip.case_id')
      .where('sensitive_range.id', '=', id)
      .where('removed_at', 'is', null)
      .executeTakeFirst();
  }

  /** False when it was removed already. */
  async remove(tx: Tx, id: string): Promise<boolean> {
    const { numUpdatedRows } = await tx
      .updateTable('sensitive_range')
      .set({ removed_at: sql<Date>`now()` })
      .where('id', '=', id)
      .where('removed_at', 'is', null)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }
}
