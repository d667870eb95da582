import { Injectable } from '@nestjs/common';
import type { CustodyEntry } from '../custody/index.js';
import type { Executor } from '../platform/db/database.js';
import { SessionRepository } from './session.repository.js';
import { SetupLinkRepository } from './setup-link.repository.js';
import { announceChange, TokenRepository } from './token.repository.js';

/** Closes the doors that a person has open, within the caller's transaction; answers what custody must hear of it. */
@Injectable()
export class EndAccess {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly tokens: TokenRepository,
    private readonly links: SetupLinkRepository,
  ) {}

  /** Sessions, tokens and unused links. */
  async all(tx: Executor, userId: string, actor: string): Promise<CustodyEntry[]> {
    const tokenIds = await this.tokens.revoke(tx, { userId });
    await this.links.endAll(tx, userId);
    await announceChange(tx);
    return [
      ...(await this.ofBrowsers(tx, userId, actor)),
      ...tokenIds.map((tokenId) => ({
        chain: 'system',
        action: 'token.revoked' as const,
        actor,
        body: { tokenId },
      })),
    ];
  }

  async ofBrowsers(tx: Executor, userId: string, actor: string): Promise<CustodyEntry[]> {
    return (await this.sessions.end(tx, { userId })).map((session) => sessionEnded(session, actor));
  }
}

export function sessionEnded(session: { id: string; userId: string }, actor: string): CustodyEntry {
  return {
    chain: 'system',
    action: 'session.ended',
    actor,
    body: { sessionId: session.id, userId: session.userId },
  };
}
