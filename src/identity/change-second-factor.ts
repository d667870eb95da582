import { Injectable } from '@nestjs/common';
import { CustodyLog } from '../custody/index.js';
import type { Database, Tx } from '../platform/db/database.js';
import { InjectDatabase } from '../platform/platform.tokens.js';
import { ConflictError, InvalidInputError, NotFoundError } from '../shared/errors.js';
import { OwnPassword } from './own-password.js';
import { actorOf, type Principal } from './principal.js';
import { SecondFactor } from './second-factor.js';
import { TotpRepository } from './totp.repository.js';
import { UserRepository, type UserRow } from './user.repository.js';

/** Turns the caller's own second factor on and off. */
@Injectable()
export class ChangeSecondFactor {
  constructor(
    @InjectDatabase() private readonly db: Database,
    private readonly users: UserRepository,
    private readonly totps: TotpRepository,
    private readonly secondFactor: SecondFactor,
    private readonly own: OwnPassword,
    private readonly custody: CustodyLog,
  ) {}

  /** Begun twice, the later secret counts. @throws ConflictError `totp_enabled`. */
  async begin(principal: Principal): Promise<{ secret: string; uri: string }> {
    return this.db.transaction().execute(async (tx) => {
      const user = await this.#lock(tx, principal.userId);
      refuseWhenOn(user);
      return this.secondFactor.begin(tx, user);
    });
  }

  /** @throws ConflictError `totp_enabled`, `totp_not_begun`; InvalidInputError at `code`. */
  async confirm(principal: Principal, code: string): Promise<void> {
    await this.db.transaction().execute(async (tx) => {
      const user = await this.#lock(tx, principal.userId);
      refuseWhenOn(user);
      if (user.totp_secret === null)
        throw new ConflictError('totp_not_begun', 'Ask for a secret first, with POST /me/totp.');
      if (!(await this.secondFactor.take(user, code, tx))) {
        throw new InvalidInputError('invalid_request', 'The code is not right.', [
          { path: 'code', message: 'is wrong or was used' },
        ]);
      }
      await this.totps.confirm(tx, user.id);
      await this.#record(tx, principal, true);
    });
  }

  /** @throws ForbiddenError `wrong_password`; ConflictError `totp_not_enabled`. */
  async remove(principal: Principal, password: string, ip: string): Promise<void> {
    await this.own.prove(principal, password, ip);
    await this.db.transaction().execute(async (tx) => {
      const user = await this.#lock(tx, principal.userId);
      if (user.totp_confirmed_at === null)
        throw new ConflictError('totp_not_enabled', 'There is no second factor to take away.');
      await this.totps.clear(tx, user.id);
      await this.#record(tx, principal, false);
    });
  }

  async #lock(tx: Tx, userId: string): Promise<UserRow> {
    const user = await this.users.lock(tx, userId);
    if (user === undefined) throw new NotFoundError('not_found', 'There is no such person.');
    return user;
  }

  async #record(tx: Tx, principal: Principal, enabled: boolean): Promise<void> {
    const body = { userId: principal.userId, enabled };
    const actor = actorOf(principal);
    await this.custody.append(tx, [{ chain: 'system', action: 'second_factor.changed', actor, body }]);
  }
}

function refuseWhenOn(user: UserRow): void {
  if (user.totp_confirmed_at !== null)
    throw new ConflictError('totp_enabled', 'The second factor is on; take it away first.');
}
