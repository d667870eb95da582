import { Injectable } from '@nestjs/common';
import { CustodyLog } from '../custody/index.js';
import type { Database, Tx } from '../platform/db/database.js';
import { UnauthenticatedError } from '../platform/http/http-errors.js';
import { InjectDatabase } from '../platform/platform.tokens.js';
import { newId } from '../shared/ids.js';
import type { CustodyEntry } from '../custody/index.js';
import { hashSecret, newSecret } from './credential.js';
import { sessionEnded } from './end-access.js';
import { SessionRepository, type SignInMethod } from './session.repository.js';
import { UserRepository, type UserRow } from './user.repository.js';

/** One code for every reason: who may sign in is nobody's business. */
export function signInFailed(): UnauthenticatedError {
  return new UnauthenticatedError('sign_in_failed', 'E-mail address, password or code is wrong.');
}

/** Opens a browser session for somebody who has proved who they are. */
@Injectable()
export class StartSession {
  constructor(
    @InjectDatabase() private readonly db: Database,
    private readonly users: UserRepository,
    private readonly sessions: SessionRepository,
    private readonly custody: CustodyLog,
  ) {}

  /**
   * @param user as read when the proof was checked
   * @param former the secret of a session that the browser still holds: it ends, so that one planted beforehand is worth nothing
   * @returns the cookie's value
   * @throws UnauthenticatedError `sign_in_failed` when the person was changed since
   */
  async execute(user: UserRow, method: SignInMethod, former: string | undefined): Promise<string> {
    return this.db.transaction().execute(async (tx) => {
      const present = await this.users.lock(tx, user.id);
      if (present === undefined || present.disabled_at !== null || present.version !== user.version)
        throw signInFailed();
      const { secret, custody } = await this.within(tx, user.id, method, former);
      await this.custody.append(tx, custody);
      return secret;
    });
  }

  /** The same in the caller's transaction, for a user that it holds. */
  async within(
    tx: Tx,
    userId: string,
    method: SignInMethod,
    former: string | undefined,
  ): Promise<{ secret: string; custody: CustodyEntry[] }> {
    const [id, secret, actor] = [newId(), newSecret(), `user:${userId}`];
    const ended = former === undefined ? [] : await this.sessions.end(tx, { secretHash: hashSecret(former) });
    await this.sessions.insert(tx, { id, userId, secretHash: hashSecret(secret), method });
    const started: CustodyEntry = {
      chain: 'system',
      action: 'session.started',
      actor,
      body: { sessionId: id, userId, method },
    };
    return { secret, custody: [...ended.map((session) => sessionEnded(session, actor)), started] };
  }
}
