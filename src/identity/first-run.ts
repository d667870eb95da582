import { Injectable } from '@nestjs/common';
import { CustodyLog } from '../custody/index.js';
import type { Config } from '../platform/config/config.js';
import type { Database } from '../platform/db/database.js';
import { InjectConfig, InjectDatabase } from '../platform/platform.tokens.js';
import { hashSecret } from './credential.js';
import { Invite } from './invite.js';
import { readSetupLinkSecret, removeSetupLinkFile, writeSetupLinkFile } from './setup-link-file.js';
import { SetupLinkRepository } from './setup-link.repository.js';
import { UserRepository } from './user.repository.js';

/** Until an administrator has a password, `DATA_DIR/setup-link` leads the first one in. */
@Injectable()
export class FirstRun {
  constructor(
    @InjectConfig() private readonly config: Config,
    @InjectDatabase() private readonly db: Database,
    private readonly users: UserRepository,
    private readonly links: SetupLinkRepository,
    private readonly invite: Invite,
    private readonly custody: CustodyLog,
  ) {}

  /** Called at each start. A link that is still good stays as it is. */
  async ensureLink(administratorId: string): Promise<void> {
    const { dataDir } = this.config;
    const url = await this.db.transaction().execute(async (tx) => {
      // Held until the end: two API processes that start at once must not undo each other's link.
      const user = await this.users.lock(tx, administratorId);
      if (user === undefined || (await this.users.hasAdministratorWithPassword(tx))) return null;
      const secret = await readSetupLinkSecret(dataDir);
      const live = secret === undefined ? undefined : await this.links.findLive(hashSecret(secret), tx);
      if (live?.userId === administratorId) return undefined;
      const invitation = await this.invite.execute(tx, administratorId, null);
      await writeSetupLinkFile(dataDir, invitation.url);
      await this.custody.append(tx, [invitation.custody]);
      return invitation.url;
    });
    if (url === null) await removeSetupLinkFile(dataDir);
  }
}
