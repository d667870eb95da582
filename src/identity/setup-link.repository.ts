import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Database, Executor } from '../platform/db/database.js';
import { InjectDatabase } from '../platform/platform.tokens.js';

const VALID_FOR = sql`interval '7 days'`;

/** One-time links by which a person chooses a password. */
@Injectable()
export class SetupLinkRepository {
  constructor(@InjectDatabase() private readonly db: Database) {}

  /** The person's earlier links end with it. */
  async insert(
    tx: Executor,
    link: { id: string; userId: string; secretHash: Buffer; createdBy: string | null },
  ): Promise<Date> {
    await this.endAll(tx, link.userId);
    const { expires_at } = await tx
      .insertInto('setup_link')
      .values({
        id: link.id,
        user_id: link.userId,
        secret_hash: link.secretHash,
        created_by: link.createdBy,
        expires_at: sql`now() + ${VALID_FOR}`,
      })
      .returning('expires_at')
      .executeTakeFirstOrThrow();
    return expires_at;
  }

  async endAll(tx: Executor, userId: string): Promise<void> {
    await tx
      .updateTable('setup_link')
      .set({ expires_at: sql`now()` })
      .where('user_id', '=', userId)
      .where('used_at', 'is', null)
      .where('expires_at', '>', sql<Date>`now()`)
      .execute();
  }

  /** An unused, unexpired link of an enabled user. */
  async findLive(
    secretHash: Buffer,
    on: Executor = this.db,
  ): Promise<{ id: string; userId: string } | undefined> {
    return on
      .selectFrom('setup_link')
      .innerJoin('app_user', 'app_user.id', 'setup_link.user_id')
      .select(['setup_link.id', 'user_id as userId'])
      .where('secret_hash', '=', secretHash)
      .where('used_at', 'is', null)
      .where('expires_at', '>', sql<Date>`now()`)
      .where('disabled_at', 'is', null)
      .executeTakeFirst();
  }

  /** False when somebody else was quicker. */
  async use(tx: Executor, id: string): Promise<boolean> {
    const { numUpdatedRows } = await tx
      .updateTable('setup_link')
      .set({ used_at: sql`now()` })
      .where('id', '=', id)
      .where('used_at', 'is', null)
      .where('expires_at', '>', sql<Date>`now()`)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  }
}
