import { Injectable } from '@nestjs/common';
import { requireCaseRole } from '../cases/index.js';
import {
  claimText,
  claimWords,
  ClipChange,
  readClaimValue,
  requireOpen,
  StatusBoard,
  type ClaimRow,
  type NewClaim,
} from '../clips/index.js';
import type { CustodyEntry } from '../custody/index.js';
import { actorOf, type Principal } from '../identity/index.js';
import { newId } from '../shared/ids.js';
import type { ClaimRequest } from './claim-request.contract.js';

/** A reviewer writes down a claim that came with no submission. It has not been judged, so the clip's status changes. */
@Injectable()
export class AddClaim {
  constructor(
    private readonly change: ClipChange,
    private readonly board: StatusBoard,
  ) {}

  /** @throws ConflictError `clip_closed`; InvalidInputError `polygon_too_large`; NotFoundError and ForbiddenError by role. */
  async execute(principal: Principal, clipId: string, request: ClaimRequest): Promise<ClaimRow> {
    const claim: NewClaim = {
      id: newId(),
      clipId,
      submissionId: null,
      addedBy: principal.userId,
      type: request.type,
      statement: request.statement,
      value: readClaimValue(request.type, request.value ?? {}),
      claimedBy: request.claimedBy ?? null,
      language: request.language ?? null,
    };
    const made = await this.change.run(clipId, async (tx, clip) => {
      requireCaseRole(principal, clip.case_id, 'reviewer', 'clip');
      requireOpen(clip);
      await this.change.claims.insertAll(tx, [claim]);
      return {
        result: await this.change.claims.get(tx, claim.id),
        custody: [added(clip.case_id, actorOf(principal), claim)],
        events: [{ event: 'facts.changed', clipId }],
      };
    });
    this.board.drop(clipId);
    return made;
  }
}

function added(chain: string, actor: string, claim: NewClaim): CustodyEntry {
  return {
    chain,
    clipId: claim.clipId,
    action: 'claim.added',
    actor,
    body: { claimId: claim.id, type: claim.type },
    private: {
      before: null,
      after: claimText(claim),
      rows: Object.fromEntries([claimWords(claim)]),
    },
  };
}
