import { Injectable } from '@nestjs/common';
import { sql, type Selectable } from 'kysely';
import { DatabaseError } from 'pg';
import type { Database, Executor } from '../platform/db/database.js';
import type { AppUser } from '../platform/db/schema.gen.js';
import { InjectDatabase } from '../platform/platform.tokens.js';
import { ConflictError } from '../shared/errors.js';

export type UserRow = Selectable<AppUser>;

export interface NewUserRow {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly admin: boolean;
  readonly disabled: boolean;
  readonly passwordHash: string | null;
}

export interface UserChange {
  readonly email?: string | undefined;
  readonly name?: string | undefined;
  readonly admin?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly passwordHash?: string | undefined;
  readonly withoutTotp?: boolean | undefined;
}

@Injectable()
export class UserRepository {
  constructor(@InjectDatabase() private readonly db: Database) {}

  /** @throws ConflictError `email_taken`. */
  async insert(tx: Executor, user: NewUserRow): Promise<UserRow> {
    return refusingTakenEmail(
      tx
        .insertInto('app_user')
        .values({
          id: user.id,
          email: user.email,
          name: user.name,
          admin: user.admin,
          disabled_at: user.disabled ? sql`now()` : null,
          password_hash: user.passwordHash,
        })
        .returningAll()
        .executeTakeFirstOrThrow(),
    );
  }

  /** @throws ConflictError `email_taken`. */
  async update(tx: Executor, id: string, change: UserChange): Promise<UserRow> {
    const { email, name, admin, disabled, passwordHash, withoutTotp } = change;
    return refusingTakenEmail(
      tx
        .updateTable('app_user')
        .set((eb) => ({
          ...(email === undefined ? {} : { email }),
          ...(name === undefined ? {} : { name }),
          ...(admin === undefined ? {} : { admin }),
          ...(disabled === undefined ? {} : { disabled_at: disabled ? sql<Date>`now()` : null }),
          ...(passwordHash === undefined ? {} : { password_hash: passwordHash }),
          ...(withoutTotp === true
            ? { totp_secret: null, totp_confirmed_at: null, totp_last_step: null }
            : {}),
          version: eb('version', '+', 1),
          updated_at: sql<Date>`now()`,
        }))
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirstOrThrow(),
    );
  }

  async find(id: string, on: Executor = this.db): Promise<UserRow | undefined> {
    return on.selectFrom('app_user').selectAll().where('id', '=', id).executeTakeFirst();
  }

  async findByEmail(email: string, on: Executor = this.db): Promise<UserRow | undefined> {
    return on
      .selectFrom('app_user')
      .selectAll()
      .where(sql<string>`lower(email)`, '=', sql<string>`lower(${email})`)
      .executeTakeFirst();
  }

  async lock(tx: Executor, id: string): Promise<UserRow | undefined> {
    return tx.selectFrom('app_user').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  }

  /** Enabled administrators; until the transaction ends nobody else can disable or demote any of them. */
  async lockAdministrators(tx: Executor): Promise<string[]> {
    const rows = await tx
      .selectFrom('app_user')
      .select('id')
      .where('admin', '=', true)
      .where('disabled_at', 'is', null)
      .orderBy('id')
      .forUpdate()
      .execute();
    return rows.map(({ id }) => id);
  }

  /** True when some enabled administrator can sign in without a link. */
  async hasAdministratorWithPassword(on: Executor = this.db): Promise<boolean> {
    const row = await on
      .selectFrom('app_user')
      .select('id')
      .where('admin', '=', true)
      .where('disabled_at', 'is', null)
      .where('password_hash', 'is not', null)
      .executeTakeFirst();
    return row !== undefined;
  }

  /** Newest first. */
  async list(limit: number, cursor: string | undefined): Promise<UserRow[]> {
    return this.db
      .selectFrom('app_user')
      .selectAll()
      .$if(cursor !== undefined, (query) => query.where('id', '<', cursor ?? ''))
      .orderBy('id', 'desc')
      .limit(limit)
      .execute();
  }
}

async function refusingTakenEmail<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof DatabaseError && error.constraint?.startsWith('app_user_email')) {
      throw new ConflictError('email_taken', 'Another person has this e-mail address.');
    }
    throw error;
  }
}
