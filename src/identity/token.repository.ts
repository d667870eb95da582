import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Database, Executor } from '../platform/db/database.js';
import { InjectDatabase } from '../platform/platform.tokens.js';
import type { CaseRole, Principal, TokenScope } from './principal.js';

export interface TokenRow {
  readonly id: string;
  readonly name: string;
  readonly userId: string;
  readonly scope: TokenScope;
  readonly caseIds: readonly string[] | null;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
}

@Injectable()
export class TokenRepository {
  constructor(@InjectDatabase() private readonly db: Database) {}

  /** The principal of a live token of a live user, with its roles; undefined otherwise. */
  async findPrincipal(
    tokenHash: Buffer,
  ): Promise<(Principal & { readonly expiresAt: Date | null }) | undefined> {
    const row = await this.db
      .selectFrom('api_token')
      .innerJoin('app_user', 'app_user.id', 'api_token.user_id')
      .select(['api_token.id', 'user_id', 'scope', 'case_ids', 'expires_at', 'admin'])
      .where('token_hash', '=', tokenHash)
      .where('revoked_at', 'is', null)
      .where('disabled_at', 'is', null)
      .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', sql<Date>`now()`)]))
      .executeTakeFirst();
    if (row === undefined) return undefined;
    return {
      userId: row.user_id,
      tokenId: row.id,
      sessionId: null,
      scope: row.scope as TokenScope,
      admin: row.admin && row.case_ids === null,
      caseIds: row.case_ids === null ? null : new Set(row.case_ids),
      roles: await listRoles(this.db, row.user_id),
      expiresAt: row.expires_at,
    };
  }

  /** Those of the ids that are ids of cases. */
  async listKnownCases(on: Executor, ids: readonly string[]): Promise<string[]> {
    if (ids.length === 0) return [];
    const rows = await on.selectFrom('evidence_case').select('id').where('id', 'in', ids).execute();
    return rows.map(({ id }) => id);
  }

  async insert(
    tx: Executor,
    token: {
      id: string;
      userId: string;
      name: string;
      tokenHash: Buffer;
      scope: TokenScope;
      caseIds: readonly string[] | null;
      expiresAt: Date | null;
    },
  ): Promise<void> {
    await tx
      .insertInto('api_token')
      .values({
        id: token.id,
        user_id: token.userId,
        name: token.name,
        token_hash: token.tokenHash,
        scope: token.scope,
        case_ids: token.caseIds === null ? null : [...token.caseIds],
        expires_at: token.expiresAt,
      })
      .execute();
    await announceChange(tx);
  }

  async list(userId: string, limit: number, cursor: string | undefined): Promise<TokenRow[]> {
    const rows = await this.db
      .selectFrom('api_token')
      .select(['id', 'name', 'user_id', 'scope', 'case_ids', 'created_at', 'expires_at'])
      .where('user_id', '=', userId)
      .where('revoked_at', 'is', null)
      .$if(cursor !== undefined, (query) => query.where('id', '<', cursor ?? ''))
      .orderBy('id', 'desc')
      .limit(limit)
      .execute();
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      userId: row.user_id,
      scope: row.scope as TokenScope,
      caseIds: row.case_ids,
      createdAt: row.created_at,
      expiresAt: row.expires_at,
    }));
  }

  /** Revokes live tokens: one, all of a user's, or one if it is that user's. Answers which they were. */
  async revoke(tx: Executor, which: { readonly id?: string; readonly userId?: string }): Promise<string[]> {
    if (which.id === undefined && which.userId === undefined) return [];
    const revoked = await tx
      .updateTable('api_token')
      .set({ revoked_at: sql`now()` })
      .where('revoked_at', 'is', null)
      .$if(which.id !== undefined, (query) => query.where('id', '=', which.id ?? ''))
      .$if(which.userId !== undefined, (query) => query.where('user_id', '=', which.userId ?? ''))
      .returning('id')
      .execute();
    if (revoked.length > 0) await announceChange(tx);
    return revoked.map(({ id }) => id);
  }

  /** The first administrator and their token, made or renewed to match the configured one. */
  async upsertAdministrator(
    tx: Executor,
    ids: { userId: string; tokenId: string },
    tokenHash: Buffer,
  ): Promise<string> {
    const known = await tx
      .selectFrom('app_user')
      .select('id')
      .where('admin', '=', true)
      .where('disabled_at', 'is', null)
      .orderBy('id')
      .executeTakeFirst();
    const userId = known?.id ?? ids.userId;
    if (known === undefined) {
      await tx.insertInto('app_user').values({ id: userId, name: 'Administrator', admin: true }).execute();
    }
    const same = await tx
      .selectFrom('api_token')
      .select(['id', 'user_id'])
      .where('token_hash', '=', tokenHash)
      .executeTakeFirst();
    if (same !== undefined && same.user_id !== userId) {
      // Whose it was is no administrator any more: whoever runs the desk must still have a way in.
      await tx
        .updateTable('api_token')
        .set({ user_id: userId, revoked_at: null })
        .where('id', '=', same.id)
        .execute();
      await announceChange(tx);
    }
    if (same === undefined) {
      await tx
        .updateTable('api_token')
        .set({ revoked_at: sql`now()` })
        .where('user_id', '=', userId)
        .where('name', '=', ADMIN_TOKEN_NAME)
        .where('revoked_at', 'is', null)
        .execute();
      await this.insert(tx, {
        id: ids.tokenId,
        userId,
        name: ADMIN_TOKEN_NAME,
        tokenHash,
        scope: 'full',
        caseIds: null,
        expiresAt: null,
      });
    }
    return userId;
  }
}

const ADMIN_TOKEN_NAME = 'administrator (settings)';

/** The user's role in each of their cases. */
export async function listRoles(on: Executor, userId: string): Promise<ReadonlyMap<string, CaseRole>> {
  const rows = await on
    .selectFrom('case_member')
    .select(['case_id', 'role'])
    .where('user_id', '=', userId)
    .execute();
  return new Map(rows.map(({ case_id, role }) => [case_id, role as CaseRole]));
}

/** Every API process drops what it remembers of tokens, sessions and memberships. */
export async function announceChange(tx: Executor): Promise<void> {
  await sql`select pg_notify('token_changed', '')`.execute(tx);
}
