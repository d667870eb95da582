import { Injectable } from '@nestjs/common';
import { CustodyLog } from '../custody/index.js';
import type { Database } from '../platform/db/database.js';
import { InjectDatabase } from '../platform/platform.tokens.js';
import { NotFoundError } from '../shared/errors.js';
import { sessionEnded } from './end-access.js';
import { actorOf, type Principal } from './principal.js';
import { SessionRepository } from './session.repository.js';

/** Signs out one of the caller's own browsers. */
@Injectable()
export class EndSession {
  constructor(
    @InjectDatabase() private readonly db: Database,
    private readonly sessions: SessionRepository,
    private readonly custody: CustodyLog,
  ) {}

  async execute(principal: Principal, sessionId: string): Promise<void> {
    await this.db.transaction().execute(async (tx) => {
      const [ended] = await this.sessions.end(tx, { userId: principal.userId, id: sessionId });
      if (ended === undefined) throw new NotFoundError('not_found', 'You have no such session.');
      await this.custody.append(tx, [sessionEnded(ended, actorOf(principal))]);
    });
  }
}
