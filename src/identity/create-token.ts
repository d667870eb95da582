import { Injectable } from '@nestjs/common';
import { CustodyLog } from '../custody/index.js';
import type { Database, Tx } from '../platform/db/database.js';
import { InjectDatabase } from '../platform/platform.tokens.js';
import { ForbiddenError, InvalidInputError } from '../shared/errors.js';
import { newId } from '../shared/ids.js';
import { hashSecret, newSecret } from './credential.js';
import { actorOf, reachableCases, type Principal } from './principal.js';
import type { TokenRequest } from './token.contract.js';
import { TokenRepository } from './token.repository.js';
import { UserRepository } from './user.repository.js';

/** Makes an API token. Its text is given back once and kept only as a hash; it never reaches further than its maker. */
@Injectable()
export class CreateToken {
  constructor(
    @InjectDatabase() private readonly db: Database,
    private readonly tokens: TokenRepository,
    private readonly users: UserRepository,
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
    const id = newId();
    const token = `slt_${newSecret()}`;
    await this.db.transaction().execute(async (tx) => {
      await this.#hold(tx, userId);
      // Somebody else's may name cases that they are yet to join: it reaches them only while they are a member.
      const caseIds =
        userId === principal.userId
          ? withinReach(principal.caseIds, reachableCases(principal), request.caseIds)
          : withinReach(null, await this.tokens.listKnownCases(tx, request.caseIds ?? []), request.caseIds);
      await this.tokens.insert(tx, {
        id,
        userId,
        name: request.name,
        tokenHash: hashSecret(token),
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

  /** Until the token stands: somebody who is being disabled must not come out of it with a new token. */
  async #hold(tx: Tx, userId: string): Promise<void> {
    const user = await this.users.lock(tx, userId);
    if (user !== undefined && user.disabled_at === null) return;
    throw new InvalidInputError('invalid_request', 'Some fields are not acceptable.', [
      { path: 'userId', message: 'is unknown or disabled' },
    ]);
  }
}

/** @param limit cases that the maker's own token is limited to: the new one cannot go beyond them */
function withinReach(
  limit: ReadonlySet<string> | null,
  reachable: readonly string[],
  asked: readonly string[] | undefined,
): readonly string[] | null {
  if (asked === undefined) return limit === null ? null : [...limit];
  const beyond = asked.filter((caseId) => !reachable.includes(caseId));
  if (beyond.length > 0) {
    throw new InvalidInputError('invalid_request', 'Some cases do not exist or are out of reach.', [
      { path: 'caseIds', message: `unknown: ${beyond.join(', ')}` },
    ]);
  }
  return asked;
}
