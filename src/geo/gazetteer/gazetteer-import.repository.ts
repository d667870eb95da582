import type { Selectable } from 'kysely';
import type { Executor, Tx } from '../../platform/db/database.js';
import type { GazetteerImport as ImportTable } from '../../platform/db/schema.gen.js';
import { NotFoundError } from '../../shared/errors.js';
import type { GazetteerImport } from './gazetteer.contract.js';

export type ImportRow = Selectable<ImportTable>;

/** Owns `gazetteer_import`. */
export class GazetteerImportRepository {
  async start(tx: Tx, started: { id: string; madeBy: string; fileName: string | null }): Promise<void> {
    await tx
      .insertInto('gazetteer_import')
      .values({
        id: started.id,
        made_by: started.madeBy,
        file_name: started.fileName,
        format: 'csv',
        sha256: '',
        rows: 0,
        places: 0,
        names: 0,
        skipped: 0,
      })
      .execute();
  }

  async finish(
    tx: Tx,
    id: string,
    done: Pick<GazetteerImport, 'format' | 'sha256' | 'rows' | 'places' | 'names' | 'skipped' | 'problems'>,
  ): Promise<ImportRow> {
    return tx
      .updateTable('gazetteer_import')
      .set({ ...done, problems: JSON.stringify(done.problems) })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  async get(on: Executor, id: string): Promise<ImportRow> {
    const row = await on.selectFrom('gazetteer_import').selectAll().where('id', '=', id).executeTakeFirst();
    if (row === undefined) throw new NotFoundError('not_found', 'There is no such import.');
    return row;
  }

  /** Newest first. */
  async list(on: Executor, page: { cursor?: string | undefined; limit: number }): Promise<ImportRow[]> {
    let query = on.selectFrom('gazetteer_import').selectAll();
    if (page.cursor !== undefined) query = query.where('id', '<', page.cursor);
    return query.orderBy('id', 'desc').limit(page.limit).execute();
  }
}

export function presentImport(row: ImportRow): GazetteerImport {
  return {
    id: row.id,
    format: row.format as GazetteerImport['format'],
    sha256: row.sha256,
    fileName: row.file_name,
    rows: row.rows,
    places: row.places,
    names: row.names,
    skipped: row.skipped,
    problems: row.problems as unknown as GazetteerImport['problems'],
    madeBy: row.made_by,
    createdAt: row.created_at.toISOString(),
  };
}
