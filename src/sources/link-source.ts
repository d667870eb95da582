import { Injectable } from '@nestjs/common';
import { requireCaseRole } from '../cases/index.js';
import { ClipChange, requireOpen } from '../clips/index.js';
import { CustodyLog } from '../custody/index.js';
import { actorOf, type Principal } from '../identity/index.js';
import type { Executor } from '../platform/db/database.js';
import { ConflictError, InvalidInputError, NotFoundError } from '../shared/errors.js';
import { AccountRepository, type AccountRow } from './account.repository.js';
import { SourceRepository } from './source.repository.js';

/** Says whose an account is, and whom a claim names. Null opens the question again. */
@Injectable()
export class LinkSource {
  readonly #sources = new SourceRepository();
  readonly #accounts = new AccountRepository();

  constructor(
    private readonly change: ClipChange,
    private readonly custody: CustodyLog,
  ) {}

  /** @throws InvalidInputError `unknown_source` when the source is not of the account's case. */
  async ofAccount(principal: Principal, accountId: string, sourceId: string | null): Promise<AccountRow> {
    const { db } = this.change;
    const account = await this.#accounts.find(db, accountId);
    if (account === undefined) throw new NotFoundError('not_found', 'There is no such account.');
    requireCaseRole(principal, account.case_id, 'reviewer', 'account');
    await db.transaction().execute(async (tx) => {
      const before = await this.#accounts.lock(tx, accountId);
      await this.#requireOfCase(tx, sourceId, before.case_id);
      if (before.source_id === sourceId) return;
      await this.#accounts.setSource(tx, accountId, sourceId);
      await this.custody.append(tx, [
        {
          chain: before.case_id,
          action: 'account.linked',
          actor: actorOf(principal),
          body: { accountId, sourceId },
          private: { before: { sourceId: before.source_id }, after: { sourceId } },
        },
      ]);
    });
    return { ...account, source_id: sourceId };
  }

  /** @throws ConflictError `clip_closed`, `not_a_source_claim`; InvalidInputError `unknown_source`. */
  async ofClaim(principal: Principal, claimId: string, sourceId: string | null): Promise<void> {
    const { clip_id: clipId } = await this.change.claims.get(this.change.db, claimId);
    const { case_id: caseId } = await this.change.clips.get(this.change.db, clipId);
    requireCaseRole(principal, caseId, 'reviewer', 'claim');
    await this.change.run(clipId, async (tx, clip) => {
      requireOpen(clip);
      const claim = await this.change.claims.get(tx, claimId);
      if (claim.type !== 'source')
        throw new ConflictError('not_a_source_claim', 'Only a claim about the source points at one.');
      await this.#requireOfCase(tx, sourceId, caseId);
      const changes = claim.source_id !== sourceId;
      if (changes) await this.change.claims.setSource(tx, claimId, sourceId);
      const event = {
        chain: caseId,
        clipId,
        action: 'claim.source_linked' as const,
        actor: actorOf(principal),
        body: { claimId, sourceId },
        private: { before: { sourceId: claim.source_id }, after: { sourceId } },
      };
      return { result: undefined, custody: changes ? [event] : [], events: [], changed: false };
    });
  }

  async #requireOfCase(on: Executor, sourceId: string | null, caseId: string): Promise<void> {
    if (sourceId === null || (await this.#sources.isOfCase(on, sourceId, caseId))) return;
    throw new InvalidInputError('unknown_source', 'There is no such source in the case.', [
      { path: 'sourceId', message: 'not a source of the case' },
    ]);
  }
}
