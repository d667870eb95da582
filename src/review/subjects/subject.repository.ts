import { sql, type Selectable } from 'kysely';
import type { Executor, Tx } from '../../platform/db/database.js';
import type { Subject } from '../../platform/db/schema.gen.js';
import type { SubjectKind, SubjectPatch, SubjectRequest } from './subject.contract.js';

export type SubjectRow = Selectable<Subject>;

/** Owns `subject`. Subjects are never deleted: annotations name them. */
export class SubjectRepository {
  async insert(tx: Tx, id: string, request: SubjectRequest, createdBy: string): Promise<SubjectRow> {
    return tx
      .insertInto('subject')
      .values({
        id,
        case_id: request.caseId,
        kind: request.kind,
        name: request.name,
        description: request.description,
        map_point: jsonOrNull(request.mapPoint),
        created_by: createdBy,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  async find(on: Executor, id: string): Promise<SubjectRow | undefined> {
    return on.selectFrom('subject').selectAll().where('id', '=', id).executeTakeFirst();
  }

  /** Oldest first. */
  async listByIds(on: Executor, ids: readonly string[]): Promise<SubjectRow[]> {
    if (ids.length === 0) return [];
    return on
      .selectFrom('subject')
      .selectAll()
      .where('id', 'in', [...ids])
      .orderBy('id')
      .execute();
  }

  async lock(tx: Tx, id: string): Promise<SubjectRow | undefined> {
    return tx.selectFrom('subject').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  }

  async update(tx: Tx, id: string, patch: SubjectPatch): Promise<SubjectRow> {
    return tx
      .updateTable('subject')
      .set((eb) => ({
        ...(patch.name === undefined ? {} : { name: patch.name }),
        ...(patch.description === undefined ? {} : { description: patch.description }),
        ...(patch.mapPoint === undefined ? {} : { map_point: jsonOrNull(patch.mapPoint) }),
        version: eb('version', '+', 1),
        updated_at: sql<Date>`now()`,
      }))
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  /** Newest first. `q` is a part of the name or of the description, in any case. */
  async list(
    on: Executor,
    filter: {
      caseIds: readonly string[];
      kind?: SubjectKind | undefined;
      q?: string | undefined;
      limit: number;
      cursor?: string | undefined;
    },
  ): Promise<SubjectRow[]> {
    if (filter.caseIds.length === 0) return [];
    let query = on
      .selectFrom('subject')
      .selectAll()
      .where('case_id', 'in', [...filter.caseIds]);
    if (filter.kind !== undefined) query = query.where('kind', '=', filter.kind);
    if (filter.cursor !== undefined) query = query.where('id', '<', filter.cursor);
    if (filter.q !== undefined) {
      const like = `%${filter.q.replaceAll(/[\\%_]/g, '\\$&')}%`;
      query = query.where((eb) => eb.or([eb('name', 'ilike', like), eb('description', 'ilike', like)]));
    }
    return query.orderBy('id', 'desc').limit(filter.limit).execute();
  }
}

function jsonOrNull(value: object | null): string | null {
  return value === null ? null : JSON.stringify(value);
}
