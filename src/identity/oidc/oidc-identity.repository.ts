import { Injectable } from '@nestjs/common';
import type { Database, Executor } from '../../platform/db/database.js';
import { InjectDatabase } from '../../platform/platform.tokens.js';

/** Which person of the desk a provider's subject is. */
@Injectable()
export class OidcIdentityRepository {
  constructor(@InjectDatabase() private readonly db: Database) {}

  async findUserId(issuer: string, subject: string, on: Executor = this.db): Promise<string | undefined> {
    const row = await on
      .selectFrom('oidc_identity')
      .select('user_id')
      .where('issuer', '=', issuer)
      .where('subject', '=', subject)
      .executeTakeFirst();
    return row?.user_id;
  }

  /** True when this call linked them. */
  async link(tx: Executor, identity: { issuer: string; subject: string; userId: string }): Promise<boolean> {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('oidc_identity')
      .values({ issuer: identity.issuer, subject: identity.subject, user_id: identity.userId })
      .onConflict((conflict) => conflict.columns(['issuer', 'subject']).doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  }
}
