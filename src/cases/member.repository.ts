import { Injectable } from '@nestjs/common';
import type { CaseRole } from '../identity/index.js';
import type { Database, Executor } from '../platform/db/database.js';
import { InjectDatabase } from '../platform/platform.tokens.js';

export interface MemberRow {
  readonly userId: string;
  readonly name: string;
  readonly role: CaseRole;
  readonly enabled: boolean;
  readonly addedAt: Date;
}

@Injectable()
export class MemberRepository {
  constructor(@InjectDatabase() private readonly db: Database) {}

  /** By user id. */
  async list(
    caseId: string,
    page: { readonly limit: number; readonly cursor: string | undefined },
  ): Promise<MemberRow[]> {
    const rows = await this.#members(this.db, caseId)
      .$if(page.cursor !== undefined, (query) => query.where('user_id', '>', page.cursor ?? ''))
      .orderBy('user_id')
      .limit(page.limit)
      .execute();
    return rows.map(toMember);
  }

  async find(on: Executor, caseId: string, userId: string): Promise<MemberRow | undefined> {
    const row = await this.#members(on, caseId).where('user_id', '=', userId).executeTakeFirst();
    return row === undefined ? undefined : toMember(row);
  }

  /** Leads of the case who can sign in. */
  async listEnabledLeads(on: Executor, caseId: string): Promise<string[]> {
    const rows = await this.#members(on, caseId)
      .where('role', '=', 'lead')
      .where('disabled_at', 'is', null)
      .execute();
    return rows.map(({ user_id }) => user_id);
  }

  async put(tx: Executor, caseId: string, userId: string, role: CaseRole): Promise<void> {
    await tx
      .insertInto('case_member')
      .values({ case_id: caseId, user_id: userId, role })
      .onConflict((conflict) => conflict.columns(['case_id', 'user_id']).doUpdateSet({ role }))
      .execute();
  }

  async remove(tx: Executor, caseId: string, userId: string): Promise<void> {
    await tx.deleteFrom('case_member').where('case_id', '=', caseId).where('user_id', '=', userId).execute();
  }

  #members(on: Executor, caseId: string) {
    return on
      .selectFrom('case_member')
      .innerJoin('app_user', 'app_user.id', 'case_member.user_id')
      .select(['user_id', 'name', 'role', 'disabled_at', 'added_at'])
      .where('case_id', '=', caseId);
  }
}

function toMember(row: {
  user_id: string;
  name: string;
  role: string;
  disabled_at: Date | null;
  added_at: Date;
}): MemberRow {
  return {
    userId: row.user_id,
    name: row.name,
    role: row.role as CaseRole,
    enabled: row.disabled_at === null,
    addedAt: row.added_at,
  };
}
