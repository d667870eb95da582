import { Injectable } from '@nestjs/common';
import { CustodyLog, type CustodyEntry } from '../custody/index.js';
import type { Database } from '../platform/db/database.js';
import { InjectDatabase } from '../platform/platform.tokens.js';
import { newId } from '../shared/ids.js';
import { Invite } from './invite.js';
import { Passwords } from './passwords.js';
import { actorOf, type Principal } from './principal.js';
import type { UserRequest } from './user.contract.js';
import { UserRepository, type UserRow } from './user.repository.js';

/** Adds a person. Without a password they get a link to choose one. */
@Injectable()
export class CreateUser {
  constructor(
    @InjectDatabase() private readonly db: Database,
    private readonly users: UserRepository,
    private readonly passwords: Passwords,
    private readonly invite: Invite,
    private readonly custody: CustodyLog,
  ) {}

  /** @throws InvalidInputError for a password that may not be taken; ConflictError `email_taken`. */
  async execute(
    principal: Principal,
    request: UserRequest,
  ): Promise<{ user: UserRow; setupUrl: string | undefined }> {
    const { email, name, admin, disabled, password } = request;
    if (password !== undefined) this.passwords.check(password, request);
    const passwordHash = password === undefined ? null : await this.passwords.hash(password);
    const id = newId();
    return this.db.transaction().execute(async (tx) => {
      const user = await this.users.insert(tx, { id, email, name, admin, disabled, passwordHash });
      const invitation =
        passwordHash === null ? await this.invite.execute(tx, id, principal.userId) : undefined;
      const created: CustodyEntry = {
        chain: 'system',
        action: 'user.created',
        actor: actorOf(principal),
        body: { userId: id, admin },
        private: { email, name },
      };
      await this.custody.append(tx, [created, ...(invitation === undefined ? [] : [invitation.custody])]);
      return { user, setupUrl: invitation?.url };
    });
  }
}
