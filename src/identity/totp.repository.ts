import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Database, Executor } from '../platform/db/database.js';
import { InjectDatabase } from '../platform/platform.tokens.js';

/** The second factor's columns of `app_user`. */
@Injectable()
export class TotpRepository {
  constructor(@InjectDatabase() private readonly db: Database) {}

  async setPending(tx: Executor, userId: string, sealed: Readonly<Record<string, string>>): Promise<void> {
    await tx
      .updateTable('app_user')
      .set({ totp_secret: JSON.stringify(sealed), totp_confirmed_at: null, totp_last_step: null })
      .where('id', '=', userId)
      .execute();
  }

  async confirm(tx: Executor, userId: string): Promise<void> {
    await tx
      .updateTable('app_user')
      .set((eb) => ({ totp_confirmed_at: sql<Date>`now()`, version: eb('version', '+', 1) }))
      .where('id', '=', userId)
      .execute();
  }

  async clear(tx: Executor, userId: string): Promise<void> {
    await tx
      .updateTable('app_user')
      .set((eb) => ({
        totp_secret: null,
        totp_confirmed_at: null,
        totp_last_step: null,
        version: eb('version', '+', 1),
      }))
      .where('id', '=', userId)
      .execute();
  }

  /** False when a code of this step or a later one was used already (RFC 6238 §5.2). */
  async useStep(userId: string, step: number, on: Executor = this.db): Promise<boolean> {
    const { numUpdatedRows } = await on
      .updateTable('app_user')
      .set({ totp_last_step: step })
      .where('id', '=', userId)
      .where((eb) => eb.or([eb('totp_last_step', 'is', null), eb('totp_last_step', '<', step)]))
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  }
}
