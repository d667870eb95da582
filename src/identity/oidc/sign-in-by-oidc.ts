import { Injectable } from '@nestjs/common';
import { CustodyLog } from '../../custody/index.js';
import type { Database, Tx } from '../../platform/db/database.js';
import { InjectDatabase } from '../../platform/platform.tokens.js';
import { ForbiddenError } from '../../shared/errors.js';
import { StartSession } from '../start-session.js';
import { UserRepository, type UserRow } from '../user.repository.js';
import { OidcIdentityRepository } from './oidc-identity.repository.js';
import type { OidcPerson } from './oidc-provider.js';

/** A browser session for somebody whom the identity provider vouches for. No person is ever made here. */
@Injectable()
export class SignInByOidc {
  constructor(
    @InjectDatabase() private readonly db: Database,
    private readonly identities: OidcIdentityRepository,
    private readonly users: UserRepository,
    private readonly sessions: StartSession,
    private readonly custody: CustodyLog,
  ) {}

  /** @returns the new cookie's value. @throws ForbiddenError `unknown_person`. */
  async execute(person: OidcPerson, former: string | undefined): Promise<string> {
    const linked = await this.identities.findUserId(person.issuer, person.subject);
    const user = linked === undefined ? await this.#linkByEmail(person) : await this.users.find(linked);
    if (user === undefined || user.disabled_at !== null) throw unknownPerson();
    return this.sessions.execute(user, 'oidc', former);
  }

  /** The first time only: from then on the subject counts, because an address may pass to somebody else. */
  async #linkByEmail(person: OidcPerson): Promise<UserRow | undefined> {
    const { verifiedEmail } = person;
    if (verifiedEmail === null) return undefined;
    return this.db.transaction().execute(async (tx) => {
      const found = await this.users.findByEmail(verifiedEmail, tx);
      const user = found === undefined ? undefined : await this.users.lock(tx, found.id);
      if (user === undefined || user.disabled_at !== null) return undefined;
      await this.#link(tx, person, user);
      return user;
    });
  }

  async #link(tx: Tx, { issuer, subject }: OidcPerson, user: UserRow): Promise<void> {
    if (!(await this.identities.link(tx, { issuer, subject, userId: user.id }))) return;
    await this.custody.append(tx, [
      {
        chain: 'system',
        action: 'identity.linked',
        actor: `user:${user.id}`,
        body: { userId: user.id },
        private: { issuer, subject },
      },
    ]);
  }
}

function unknownPerson(): ForbiddenError {
  return new ForbiddenError(
    'unknown_person',
    'The identity provider knows you, but this desk does not: ask an administrator to add your address.',
  );
}
