import { Injectable } from '@nestjs/common';
import { CustodyLog } from '../custody/index.js';
import type { Database } from '../platform/db/database.js';
import { InjectDatabase } from '../platform/platform.tokens.js';
import { ConflictError, NotFoundError } from '../shared/errors.js';
import { Invite, type Invitation } from './invite.js';
import type { Principal } from './principal.js';
import { UserRepository } from './user.repository.js';

/** A new link for somebody who lost their password, or the first link. What they have open stays open until it is used. */
@Injectable()
export class CreateSetupLink {
  constructor(
    @InjectDatabase() private readonly db: Database,
    private readonly users: UserRepository,
    private readonly invite: Invite,
    private readonly custody: CustodyLog,
  ) {}

  /** @throws NotFoundError; ConflictError `user_disabled`. */
  async execute(principal: Principal, userId: string): Promise<Invitation> {
    return this.db.transaction().execute(async (tx) => {
      const user = await this.users.lock(tx, userId);
      if (user === undefined) throw new NotFoundError('not_found', 'There is no such person.');
      if (user.disabled_at !== null) throw new ConflictError('user_disabled', 'The person is disabled.');
      const invitation = await this.invite.execute(tx, userId, principal.userId);
      await this.custody.append(tx, [invitation.custody]);
      return invitation;
    });
  }
}
