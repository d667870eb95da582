import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Database, Executor } from '../platform/db/database.js';
import { InjectDatabase } from '../platform/platform.tokens.js';
import type { Principal } from './principal.js';
import { announceChange, listRoles } from './token.repository.js';

export type SignInMethod = 'password' | 'oidc' | 'setup';

export interface SessionRow {
  readonly id: string;
  readonly method: SignInMethod;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
}

const IDLE = sql`interval '2 hours'`;
const LONGEST = sql`interval '12 hours'`;

/** Browser sessions: 12 hours at most, 2 hours unused. */
@Injectable()
export class SessionRepository {
  constructor(@InjectDatabase() private readonly db: Database) {}

  async insert(
    tx: Executor,
    session: { id: string; userId: string; secretHash: Buffer; method: SignInMethod },
  ): Promise<void> {
    await tx
      .insertInto('user_session')
      .values({
        id: session.id,
        user_id: session.userId,
        secret_hash: session.secretHash,
        method: session.method,
        expires_at: sql`now() + ${LONGEST}`,
      })
      .execute();
  }

  /** The principal of a live session of an enabled user, which is thereby seen; undefined otherwise. */
  async findPrincipal(secretHash: Buffer): Promise<(Principal & { readonly expiresAt: Date }) | undefined> {
    const row = await this.db
      .updateTable('user_session')
      .from('app_user')
      .set({ last_seen_at: sql`now()` })
      .whereRef('app_user.id', '=', 'user_session.user_id')
      .where('secret_hash', '=', secretHash)
      .where('ended_at', 'is', null)
      .where('disabled_at', 'is', null)
      .where('expires_at', '>', sql<Date>`now()`)
      .where('last_seen_at', '>', sql<Date>`now() - ${IDLE}`)
      .returning(['user_session.id', 'user_session.user_id', 'app_user.admin', 'expires_at'])
      .executeTakeFirst();
    if (row === undefined) return undefined;
    return {
      userId: row.user_id,
      tokenId: null,
      sessionId: row.id,
      scope: 'full',
      admin: row.admin,
      caseIds: null,
      roles: await listRoles(this.db, row.user_id),
      expiresAt: row.expires_at,
    };
  }

  /** Live sessions, newest first. */
  async list(userId: string, limit: number, cursor: string | undefined): Promise<SessionRow[]> {
    const rows = await this.db
      .selectFrom('user_session')
      .select(['id', 'method', 'created_at', 'last_seen_at', 'expires_at'])
      .where('user_id', '=', userId)
      .where('ended_at', 'is', null)
      .where('expires_at', '>', sql<Date>`now()`)
      .where('last_seen_at', '>', sql<Date>`now() - ${IDLE}`)
      .$if(cursor !== undefined, (query) => query.where('id', '<', cursor ?? ''))
      .orderBy('id', 'desc')
      .limit(limit)
      .execute();
    return rows.map((row) => ({
      id: row.id,
      method: row.method as SignInMethod,
      createdAt: row.created_at,
      lastSeenAt: row.last_seen_at,
      expiresAt: row.expires_at,
    }));
  }

  /** Ends sessions that were not ended before; answers whose they were. */
  async end(
    tx: Executor,
    which: { readonly userId: string; readonly id?: string } | { readonly secretHash: Buffer },
  ): Promise<{ id: string; userId: string }[]> {
    const ended = await tx
      .updateTable('user_session')
      .set({ ended_at: sql`now()` })
      .where('ended_at', 'is', null)
      .$if('secretHash' in which, (query) =>
        query.where('secret_hash', '=', 'secretHash' in which ? which.secretHash : Buffer.alloc(0)),
      )
      .$if('userId' in which, (query) => query.where('user_id', '=', 'userId' in which ? which.userId : ''))
      .$if('id' in which, (query) => query.where('id', '=', ('id' in which ? which.id : undefined) ?? ''))
      .returning(['id', 'user_id as userId'])
      .execute();
    if (ended.length > 0) await announceChange(tx);
    return ended;
  }
}
