import { Injectable } from '@nestjs/common';
import { CustodyLog, type CustodyEntry } from '../custody/index.js';
import type { Database } from '../platform/db/database.js';
import { InjectDatabase } from '../platform/platform.tokens.js';
import { EndAccess } from './end-access.js';
import { SetupLinkRepository } from './setup-link.repository.js';
import { StartSession } from './start-session.js';
import { UserRepository, type UserRow } from './user.repository.js';

export interface AccountSetup {
  readonly link: { readonly id: string };
  readonly user: UserRow;
  readonly named: { readonly email: string; readonly name: string };
  readonly passwordHash: string;
  readonly former: string | undefined;
}

/** Writes a chosen password, uses up the link and opens a session, all or nothing. */
@Injectable()
export class SetUpAccount {
  constructor(
    @InjectDatabase() private readonly db: Database,
    private readonly users: UserRepository,
    private readonly links: SetupLinkRepository,
    private readonly access: EndAccess,
    private readonly sessions: StartSession,
    private readonly custody: CustodyLog,
  ) {}

  findLink(secretHash: Buffer): Promise<{ id: string; userId: string } | undefined> {
    return this.links.findLive(secretHash);
  }

  /** The cookie's value; undefined when somebody else was quicker, or the person was disabled. @throws ConflictError `email_taken`. */
  async execute({ link, user, named, passwordHash, former }: AccountSetup): Promise<string | undefined> {
    const [userId, actor] = [user.id, `user:${user.id}`];
    return this.db.transaction().execute(async (tx) => {
      const present = await this.users.lock(tx, userId);
      if (present === undefined || present.disabled_at !== null) return undefined;
      if (!(await this.links.use(tx, link.id))) return undefined;
      await this.users.update(tx, userId, { ...named, passwordHash });
      const ended = await this.access.ofBrowsers(tx, userId, actor);
      const { secret, custody } = await this.sessions.within(tx, userId, 'setup', former);
      const about: CustodyEntry[] = [
        { chain: 'system', action: 'setup_link.used', actor, body: { linkId: link.id, userId } },
        { chain: 'system', action: 'password.changed', actor, body: { userId } },
      ];
      if (user.email === null) {
        about.push({
          chain: 'system',
          action: 'user.updated',
          actor,
          body: { userId, fields: ['email', 'name'] },
          private: { before: { email: user.email, name: user.name }, after: { ...named } },
        });
      }
      await this.custody.append(tx, [...about, ...ended, ...custody]);
      return secret;
    });
  }
}
