import { Injectable } from '@nestjs/common';
import { sql, type Selectable } from 'kysely';
import type { Database, Executor } from '../platform/db/database.js';
import type { EvidenceCase } from '../platform/db/schema.gen.js';
import { InjectDatabase } from '../platform/platform.tokens.js';
import { NotFoundError } from '../shared/errors.js';
import type { CasePatch, Sensitivity } from './case.contract.js';

export type CaseRow = Selectable<EvidenceCase>;

export interface NewCase {
  readonly id: string;
  readonly title: string;
  readonly reference: string | null;
  readonly description: string | null;
  readonly sensitivity: Sensitivity;
  readonly blindReview: boolean;
  readonly inbox: boolean;
  readonly createdBy: string;
}

@Injectable()
export class CaseRepository {
  constructor(@InjectDatabase() private readonly db: Database) {}

  async insertWithLead(tx: Executor, row: NewCase): Promise<CaseRow> {
    const made = await tx
      .insertInto('evidence_case')
      .values({
        id: row.id,
        title: row.title,
        reference: row.reference,
        description: row.description,
        sensitivity: row.sensitivity,
        blind_review: row.blindReview,
        is_inbox: row.inbox,
        created_by: row.createdBy,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('case_member')
      .values({ case_id: row.id, user_id: row.createdBy, role: 'lead' })
      .execute();
    return made;
  }

  async findInbox(on: Executor = this.db): Promise<CaseRow | undefined> {
    return on.selectFrom('evidence_case').selectAll().where('is_inbox', '=', true).executeTakeFirst();
  }

  async get(id: string): Promise<CaseRow> {
    const row = await this.db.selectFrom('evidence_case').selectAll().where('id', '=', id).executeTakeFirst();
    if (row === undefined) throw new NotFoundError('not_found', 'There is no such case.');
    return row;
  }

  async findAndLock(tx: Executor, id: string): Promise<CaseRow | undefined> {
    return tx.selectFrom('evidence_case').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  }

  async lock(tx: Executor, id: string): Promise<CaseRow> {
    const row = await this.findAndLock(tx, id);
    if (row === undefined) throw new NotFoundError('not_found', 'There is no such case.');
    return row;
  }

  /** Newest first. */
  async list(caseIds: readonly string[], limit: number, cursor: string | undefined): Promise<CaseRow[]> {
    if (caseIds.length === 0) return [];
    return this.db
      .selectFrom('evidence_case')
      .selectAll()
      .where('id', 'in', caseIds)
      .$if(cursor !== undefined, (query) => query.where('id', '<', cursor ?? ''))
      .orderBy('id', 'desc')
      .limit(limit)
      .execute();
  }

  async update(tx: Executor, id: string, patch: CasePatch): Promise<CaseRow> {
    return tx
      .updateTable('evidence_case')
      .set((eb) => ({ ...definedOnly(patch), version: eb('version', '+', 1), updated_at: sql`now()` }))
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
  }
}

function definedOnly(patch: CasePatch) {
  return {
    ...(patch.title === undefined ? {} : { title: patch.title }),
    ...(patch.reference === undefined ? {} : { reference: patch.reference }),
    ...(patch.description === undefined ? {} : { description: patch.description }),
    ...(patch.sensitivity === undefined ? {} : { sensitivity: patch.sensitivity }),
    ...(patch.blindReview === undefined ? {} : { blind_review: patch.blindReview }),
  };
}
