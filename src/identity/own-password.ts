import { Injectable } from '@nestjs/common';
import { ForbiddenError, NotFoundError } from '../shared/errors.js';
import { Passwords } from './passwords.js';
import type { Principal } from './principal.js';
import { SignInAttempts } from './sign-in-attempts.js';
import { UserRepository, type UserRow } from './user.repository.js';

/** Asks for the password again before a way in is changed: a screen left open must not be enough. */
@Injectable()
export class OwnPassword {
  constructor(
    private readonly users: UserRepository,
    private readonly passwords: Passwords,
    private readonly attempts: SignInAttempts,
  ) {}

  /** @throws ForbiddenError `wrong_password`; TooManyRequestsError `rate_limited`, counted together with sign-ins. */
  async prove(principal: Principal, password: string, ip: string): Promise<UserRow> {
    const user = await this.users.find(principal.userId);
    if (user === undefined) throw new NotFoundError('not_found', 'There is no such person.');
    const attempt = await this.attempts.begin(user.email ?? user.id, ip);
    if (!(await this.passwords.matches(user.password_hash, password))) {
      throw new ForbiddenError('wrong_password', 'That is not your password.');
    }
    await attempt.succeeded();
    return user;
  }

  /** The hash of the password that is to follow the present one. @throws InvalidInputError when it may not be taken. */
  async replacement(
    principal: Principal,
    request: { readonly current: string; readonly password: string },
    ip: string,
  ): Promise<string> {
    const user = await this.prove(principal, request.current, ip);
    this.passwords.check(request.password, user);
    return this.passwords.hash(request.password);
  }
}
