import { sql, type SelectQueryBuilder } from 'kysely';
import type { DB } from '../platform/db/schema.gen.js';

export const PAGE = 2_000;
export const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** All rows of a query on one table by id, page by page: a whole table would not fit in memory. */
export async function* everyRow<Table extends keyof DB, Row extends { id: string }>(
  query: SelectQueryBuilder<DB, Table, Row>,
): AsyncIterable<Row> {
  for (let after = FIRST_ID; ;) {
    const rows: readonly Row[] = await query
      .where(sql<boolean>`id > ${after}`)
      .orderBy(sql`id`)
      .limit(PAGE)
      .execute();
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}
