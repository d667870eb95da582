import { Injectable } from '@nestjs/common';
import { CustodyLog } from '../custody/index.js';
import type { Database } from '../platform/db/database.js';
import { InjectDatabase } from '../platform/platform.tokens.js';
import { EndAccess } from './end-access.js';
import { OwnPassword } from './own-password.js';
import { actorOf, type Principal } from './principal.js';
import type { PasswordPatch } from './session.contract.js';
import { StartSession } from './start-session.js';
import { UserRepository } from './user.repository.js';

/** The caller's own password. Every session ends, as somebody else's may be among them. */
@Injectable()
export class ChangePassword {
  constructor(
    @InjectDatabase() private readonly db: Database,
    private readonly users: UserRepository,
    private readonly own: OwnPassword,
    private readonly access: EndAccess,
    private readonly sessions: StartSession,
    private readonly custody: CustodyLog,
  ) {}

  /** @returns a new cookie's value when the caller is signed in with a browser. @throws as `OwnPassword` does */
  async execute(principal: Principal, request: PasswordPatch, ip: string): Promise<string | undefined> {
    const [userId, actor] = [principal.userId, actorOf(principal)];
    const passwordHash = await this.own.replacement(principal, request, ip);
    return this.db.transaction().execute(async (tx) => {
      await this.users.update(tx, userId, { passwordHash });
      const ended = await this.access.ofBrowsers(tx, userId, actor);
      const renewed =
        principal.sessionId === null
          ? undefined
          : await this.sessions.within(tx, userId, 'password', undefined);
      await this.custody.append(tx, [
        { chain: 'system', action: 'password.changed', actor, body: { userId } },
        ...ended,
        ...(renewed?.custody ?? []),
      ]);
      return renewed?.secret;
    });
  }
}
