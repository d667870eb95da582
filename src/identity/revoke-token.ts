import { Injectable } from '@nestjs/common';
import { CustodyLog } from '../custody/index.js';
import type { Database } from '../platform/db/database.js';
import { InjectDatabase } from '../platform/platform.tokens.js';
import { NotFoundError } from '../shared/errors.js';
import { actorOf, type Principal } from './principal.js';
import { TokenRepository } from './token.repository.js';

/** One's own token; an administrator's hand reaches everybody's. */
@Injectable()
export class RevokeToken {
  constructor(
    @InjectDatabase() private readonly db: Database,
    private readonly tokens: TokenRepository,
    private readonly custody: CustodyLog,
  ) {}

  async execute(principal: Principal, tokenId: string): Promise<void> {
    await this.db.transaction().execute(async (tx) => {
      const whose = principal.admin ? {} : { userId: principal.userId };
      const revoked = await this.tokens.revoke(tx, { id: tokenId, ...whose });
      if (revoked.length === 0) throw new NotFoundError('not_found', 'You have no such token.');
      await this.custody.append(tx, [
        { chain: 'system', action: 'token.revoked', actor: actorOf(principal), body: { tokenId } },
      ]);
    });
  }
}
