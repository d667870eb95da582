import { sql } from 'kysely';
import type { Executor, Tx } from '../../platform/db/database.js';

export interface LoadState {
  /** Which file. */
  readonly source: string;
  readonly bytesDone: number;
  readonly bytesTotal: number;
}

/** Owns `gazetteer_load`: how far the places that come with the desk have been read in. */
export class GazetteerLoadRepository {
  async find(on: Executor): Promise<LoadState | undefined> {
    const row = await on.selectFrom('gazetteer_load').selectAll().executeTakeFirst();
    return row === undefined
      ? undefined
      : { source: row.source, bytesDone: row.bytes_done, bytesTotal: row.bytes_total };
  }

  async put(tx: Tx, { source, bytesDone, bytesTotal }: LoadState): Promise<void> {
    const state = {
      source,
      bytes_done: bytesDone,
      bytes_total: bytesTotal,
      updated_at: sql<Date>`now()`,
    };
    await tx
      .insertInto('gazetteer_load')
      .values({ id: 'builtin', ...state })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(state))
      .execute();
  }
}
