import { Injectable } from '@nestjs/common';
import type { Config } from '../platform/config/config.js';
import { InjectConfig } from '../platform/platform.tokens.js';
import { UnauthenticatedError } from '../platform/http/http-errors.js';
import { InvalidInputError } from '../shared/errors.js';
import { hashSecret } from './credential.js';
import { Passwords } from './passwords.js';
import { SecondFactor } from './second-factor.js';
import type { SetupPerson, SetupRequest } from './session.contract.js';
import { SetUpAccount } from './set-up-account.js';
import { SignInAttempts } from './sign-in-attempts.js';
import { removeSetupLinkFile } from './setup-link-file.js';
import { signInFailed } from './start-session.js';
import { UserRepository, type UserRow } from './user.repository.js';

/** Takes a one-time link and a new password for a browser session. */
@Injectable()
export class RedeemSetupLink {
  constructor(
    @InjectConfig() private readonly config: Config,
    private readonly users: UserRepository,
    private readonly passwords: Passwords,
    private readonly secondFactor: SecondFactor,
    private readonly attempts: SignInAttempts,
    private readonly account: SetUpAccount,
  ) {}

  /**
   * A link whose password is refused stays good.
   * @returns the new cookie's value
   * @throws UnauthenticatedError `setup_link_invalid`, `totp_required`, `sign_in_failed`; InvalidInputError
   */
  async execute(request: SetupRequest, from: { ip: string; former: string | undefined }): Promise<string> {
    const { link, user } = await this.#find(request.token, from.ip);
    const named = namedBy(user, request);
    this.passwords.check(request.password, named);
    await this.#proveSecondFactor(user, request.totp, from.ip);
    const passwordHash = await this.passwords.hash(request.password);
    const secret = await this.account.execute({ link, user, named, passwordHash, former: from.former });
    if (secret === undefined) throw linkInvalid();
    await removeSetupLinkFile(this.config.dataDir, request.token);
    return secret;
  }

  /** For whom the link is; it stays good. @throws UnauthenticatedError `setup_link_invalid`. */
  async look(token: string, ip: string): Promise<SetupPerson> {
    const { user } = await this.#find(token, ip);
    return { name: user.name, email: user.email, totp: user.totp_confirmed_at !== null };
  }

  /** Only a wrong link counts as an attempt: whoever has the right one may think about their password. */
  async #find(token: string, ip: string): Promise<{ link: { id: string }; user: UserRow }> {
    const attempt = await this.attempts.begin(null, ip);
    const link = await this.account.findLink(hashSecret(token));
    const user = link === undefined ? undefined : await this.users.find(link.userId);
    if (link === undefined || user === undefined) throw linkInvalid();
    await attempt.withdraw();
    return { link, user };
  }

  /** A link sent to the wrong hands must not be enough where the person has a second factor. */
  async #proveSecondFactor(user: UserRow, code: string | undefined, ip: string): Promise<void> {
    if (user.totp_confirmed_at === null) return;
    if (code === undefined) throw this.secondFactor.required();
    const attempt = await this.attempts.begin(user.email ?? user.id, ip);
    if ((await this.secondFactor.judge(user, code)) !== 'right') throw signInFailed();
    await attempt.succeeded();
  }
}

/** Who the person will be. Whoever was invited has been named by an administrator; only the first one names themselves. */
function namedBy(user: UserRow, request: SetupRequest): { email: string; name: string } {
  if (user.email !== null) {
    const own = (['email', 'name'] as const).filter((path) => request[path] !== undefined);
    if (own.length === 0) return { email: user.email, name: user.name };
    throw new InvalidInputError(
      'invalid_request',
      'Some fields are not acceptable.',
      own.map((path) => ({ path, message: 'was set by an administrator' })),
    );
  }
  if (request.email === undefined) {
    throw new InvalidInputError('invalid_request', 'Some fields are not acceptable.', [
      { path: 'email', message: 'is needed: you sign in with it' },
    ]);
  }
  return { email: request.email, name: request.name ?? user.name };
}

function linkInvalid(): UnauthenticatedError {
  return new UnauthenticatedError(
    'setup_link_invalid',
    'The link is unknown, used or expired: ask an administrator for a new one.',
  );
}
