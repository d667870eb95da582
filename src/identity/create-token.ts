import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CustodyLog } from '../custody/index.js';
import type { Database } from '../platform/db/database.js';
import { InjectDatabase } from '../platform/platform.tokens.js';
import { ForbiddenError, InvalidInputError } from '../shared/errors.js';
import { newId } from '../shared/ids.js';
import { actorOf, reachableCases, type Principal } from './principal.js';
import { hashToken } from './principals.js';
import type { TokenRequest } from './token.contract.js';
import { TokenRepository } from './token.repository.js';

/** Makes an API token. Its text is given back once and kept only as a hash; it never reaches further than its maker. */
@Injectable()
export class CreateToken {
  constructor(
    @InjectDatabase() private readonly db: Database,
    private readonly tokens: TokenRepository,
    private readonly custody: CustodyLog,
  ) {}

  async execute(principal: Principal, request: TokenRequest): Promise<{ id: string; token: string }> {
    const userId = request.userId ?? principal.userId;
    if (userId !== principal.userId && !principal.admin) {
      throw new ForbiddenError('admin_only', 'Only an administrator may make a token for another user.');
    }
    const expiresAt = request.expiresAt === undefined ? null : new Date(request.expiresAt);
    if (expiresAt !== null && expiresAt.getTime() <= Date.now()) {
      throw new InvalidInputError('invalid_request', 'The token would have expired already.', [
        { path: 'expiresAt', message: 'must lie in the future' },
      ]);
    }
    const caseIds = withinReach(principal, request.caseIds ?? null);
    const id = newId();
    const token = `slt_${randomBytes(32).toString('base64url')}`;
    await this.db.transaction().execute(async (tx) => {
      await this.tokens.insert(tx, {
        id,
        userId,
        name: request.name,
        tokenHash: hashToken(token),
        scope: request.scope,
        caseIds,
        expiresAt,
      });
      await this.custody.append(tx, [
        {
          chain: 'system',
          action: 'token.created',
          actor: actorOf(principal),
          body: { tokenId: id, userId, scope: request.scope, expiresAt: expiresAt?.toISOString() ?? null },
        },
      ]);
    });
    return { id, token };
  }
}

function withinReach(principal: Principal, asked: readonly string[] | null): readonly string[] | null {
  if (asked === null) return principal.caseIds === null ? null : [...principal.caseIds];
  const reachable = new Set(reachableCases(principal));
  const beyond = asked.filter((caseId) => !reachable.has(caseId));
  if (beyond.length > 0) {
    throw new InvalidInputError('invalid_request', 'Some cases do not exist or are not yours.', [
      { path: 'caseIds', message: `unknown: ${beyond.join(', ')}` },
    ]);
  }
  return asked;
}
