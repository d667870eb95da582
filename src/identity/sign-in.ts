import { Injectable } from '@nestjs/common';
import { Passwords } from './passwords.js';
import { SecondFactor } from './second-factor.js';
import type { SessionRequest } from './session.contract.js';
import { SignInAttempts } from './sign-in-attempts.js';
import { signInFailed, StartSession } from './start-session.js';
import { UserRepository } from './user.repository.js';

/** E-mail and password, and a code where the person asked for one, for a browser session. */
@Injectable()
export class SignIn {
  constructor(
    private readonly users: UserRepository,
    private readonly passwords: Passwords,
    private readonly secondFactor: SecondFactor,
    private readonly attempts: SignInAttempts,
    private readonly sessions: StartSession,
  ) {}

  /**
   * @param from.former the session that the browser still holds
   * @returns the new cookie's value
   * @throws UnauthenticatedError `sign_in_failed`, `totp_required`; TooManyRequestsError `rate_limited`
   */
  async execute(request: SessionRequest, from: { ip: string; former: string | undefined }): Promise<string> {
    const attempt = await this.attempts.begin(request.email, from.ip);
    const user = await this.users.findByEmail(request.email);
    const isRight = await this.passwords.matches(user?.password_hash ?? null, request.password);
    if (!isRight || user === undefined || user.disabled_at !== null) throw signInFailed();
    const proof = await this.secondFactor.judge(user, request.totp);
    if (proof === 'missing') {
      await attempt.withdraw();
      throw this.secondFactor.required();
    }
    if (proof === 'wrong') throw signInFailed();
    const secret = await this.sessions.execute(user, 'password', from.former);
    await attempt.succeeded();
    return secret;
  }
}
