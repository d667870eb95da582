import { Injectable } from '@nestjs/common';
import { listReviewers, requireCaseRole } from '../cases/index.js';
import { ClipChange, type ClipRow } from '../clips/index.js';
import { actorOf, type Principal } from '../identity/index.js';
import type { Tx } from '../platform/db/database.js';
import { ForbiddenError, InvalidInputError, NotFoundError } from '../shared/errors.js';
import { newId } from '../shared/ids.js';
import type { CommentRequest } from './comment.contract.js';
import { CommentRepository, type CommentRow } from './comment.repository.js';

/** Comments are talk about a clip, not part of its evidence: they may be written on closed clips, too. */
@Injectable()
export class WriteComment {
  readonly #comments = new CommentRepository();

  constructor(private readonly change: ClipChange) {}

  /** @throws InvalidInputError `unknown_reference` (a claim or comment of another clip), `not_mentionable`. */
  async add(principal: Principal, clipId: string, request: CommentRequest): Promise<CommentRow> {
    const { case_id: caseId } = await this.change.clips.get(this.change.db, clipId);
    requireCaseRole(principal, caseId, 'reviewer', 'clip');
    return this.change.run(clipId, async (tx, clip) => {
      const claimId = await this.#claimOf(tx, principal, clip, request);
      await requireMentionable(tx, caseId, request.mentions);
      const id = newId();
      await this.#comments.insert(tx, {
        id,
        clipId,
        claimId,
        inReplyTo: request.inReplyTo ?? null,
        text: request.text,
        mentions: request.mentions,
        madeBy: principal.userId,
      });
      const result = await this.#comments.find(tx, principal, id);
      if (result === undefined) throw new Error('a comment just written is not there');
      return {
        result,
        custody: [
          {
            chain: caseId,
            clipId,
            action: 'comment.made',
            actor: actorOf(principal),
            body: { commentId: id, claimId, mentions: request.mentions },
            private: { text: request.text, inReplyTo: request.inReplyTo ?? null },
          },
        ],
        events: [],
        changed: false,
      };
    });
  }

  /** One's own only; withdrawing again changes nothing. @throws ForbiddenError `not_yours`. */
  async withdraw(principal: Principal, id: string): Promise<void> {
    const comment = await this.#comments.find(this.change.db, principal, id);
    if (comment === undefined) throw new NotFoundError('not_found', 'There is no such comment.');
    requireCaseRole(principal, comment.case_id, 'reviewer', 'comment');
    if (comment.made_by !== principal.userId)
      throw new ForbiddenError('not_yours', 'Only whoever wrote a comment withdraws it.');
    await this.change.run(comment.clip_id, async (tx, clip) => {
      const withdrawn = await this.#comments.withdraw(tx, id);
      const event = {
        chain: clip.case_id,
        clipId: clip.id,
        action: 'comment.withdrawn' as const,
        actor: actorOf(principal),
        body: { commentId: id },
      };
      return { result: undefined, custody: withdrawn ? [event] : [], events: [], changed: false };
    });
  }

  /** A reply is about what it replies to, so that it cannot tell what that was kept from telling. */
  async #claimOf(
    tx: Tx,
    principal: Principal,
    clip: ClipRow,
    { claimId, inReplyTo }: CommentRequest,
  ): Promise<string | null> {
    if (claimId !== undefined) {
      const claims = await this.change.claims.list(tx, clip.id);
      if (!claims.some(({ id }) => id === claimId))
        throw unknownReference('claimId', 'no claim of this clip');
    }
    if (inReplyTo === undefined) return claimId ?? null;
    const parent = await this.#comments.find(tx, principal, inReplyTo);
    if (parent === undefined || parent.clip_id !== clip.id)
      throw unknownReference('inReplyTo', 'no comment on this clip');
    if (claimId !== undefined && claimId !== parent.claim_id)
      throw unknownReference('claimId', 'the comment that this replies to is not about this claim');
    return parent.claim_id;
  }
}

async function requireMentionable(tx: Tx, caseId: string, mentions: readonly string[]): Promise<void> {
  const known = await listReviewers(tx, caseId, mentions);
  const errors = mentions.flatMap((userId, index) =>
    known.has(userId)
      ? []
      : [{ path: `mentions.${index}`, message: 'not an enabled reviewer or lead of the case' }],
  );
  if (errors.length > 0)
    throw new InvalidInputError('not_mentionable', 'Somebody mentioned does not work on the case.', errors);
}

function unknownReference(path: string, message: string): InvalidInputError {
  return new InvalidInputError('unknown_reference', 'The comment refers to something that is not there.', [
    { path, message },
  ]);
}
