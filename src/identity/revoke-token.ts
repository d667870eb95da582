import { Injectable } from '@nestjs/common';
import { CustodyLog } from '../custody/index.js';
import type { Database } from '../platform/db/database.js';
import { InjectDatabase } from '../platform/platform.tokens.js';
import { NotFoundError } from '../shared/errors.js';
import { actorOf, type Principal } from './principal.js';
import { TokenRepository } from './token.repository.js';

@Injectable()
export class RevokeToken {
  constructor(
    @InjectDatabase() private readonly db: Database,
    private readonly tokens: TokenRepository,
    private readonly custody: CustodyLog,
  ) {}

  async execute(principal: Principal, tokenId: string): Promise<void> {
    await this.db.transaction().execute(async (tx) => {
      const revoked = await this.tokens.revoke(tx, tokenId, principal.userId);
      if (!revoked) throw new NotFoundError('not_found', 'You have no such token.');
      await this.custody.append(tx, [
        { chain: 'system', action: 'token.revoked', actor: actorOf(principal), body: { tokenId } },
      ]);
    });
  }
}
