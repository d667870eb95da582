import { Injectable } from '@nestjs/common';
import { listReviewers, requireCaseRole } from '../cases/index.js';
import {
  ClipChange,
  decideWork,
  projectWork,
  requireOpen,
  StatusBoard,
  type ClipRow,
  type WorkFacts,
  type WorkHold,
} from '../clips/index.js';
import type { CustodyEntry } from '../custody/index.js';
import { actorOf, type Principal } from '../identity/index.js';
import type { Tx } from '../platform/db/database.js';
import { requireVersion, type ExpectedVersion } from '../platform/http/version-tag.js';
import { ConflictError, ForbiddenError, InvalidInputError } from '../shared/errors.js';
import type { ClipPatch } from './clip-patch.contract.js';
import { detailsOf } from './clip-details.js';
import { judgeAssignment } from './domain/assignment.js';
import { isLowered, type SensitivityLevel } from './domain/sensitivity.js';
import { optsOut } from './topics.repository.js';

interface Change {
  readonly tx: Tx;
  readonly clip: ClipRow;
  readonly principal: Principal;
  readonly role: 'reviewer' | 'lead';
  readonly patch: ClipPatch;
}

/** Assigns, moves the work, edits the label: all of a request or nothing of it, one custody event a concern. */
@Injectable()
export class ChangeClip {
  constructor(
    private readonly change: ClipChange,
    private readonly board: StatusBoard,
  ) {}

  /**
   * @param expected answers whether the caller's `If-Match` fits the present version.
   * @throws PreconditionFailedError `version_conflict`; ConflictError `clip_closed`, `claims_open`, `work_follows`,
   *   `already_assigned`, `topic_opted_out`; ForbiddenError `role_too_low`; InvalidInputError `reason_required`, `not_assignable`.
   */
  async execute(
    principal: Principal,
    clipId: string,
    patch: ClipPatch,
    expected: ExpectedVersion,
  ): Promise<void> {
    const { case_id: caseId } = await this.change.clips.get(this.change.db, clipId);
    const role = requireCaseRole(principal, caseId, 'reviewer', 'clip') === 'lead' ? 'lead' : 'reviewer';
    await this.change.run(clipId, async (tx, clip) => {
      requireVersion(expected, clip.version, 'clip');
      const custody = await this.#apply({ tx, clip, principal, role, patch });
      return { result: undefined, custody, events: [], changed: custody.length > 0 };
    });
    this.board.drop(clipId);
  }

  async #apply(change: Change): Promise<CustodyEntry[]> {
    const { clip, patch } = change;
    const reopens = clip.work_hold === 'closed' && patch.work !== undefined && patch.work !== 'closed';
    if (!reopens && !isOnlyStillClosed(clip, patch)) requireOpen(clip);
    return [
      ...(await this.#assign(change)),
      ...(await this.#moveWork(change)),
      ...(await this.#describe(change)),
    ];
  }

  async #assign({ tx, clip, principal, role, patch }: Change): Promise<CustodyEntry[]> {
    const asked = patch.assigneeId;
    const present = clip.assignee_id;
    if (asked === undefined || asked === present) return [];
    const refusal = judgeAssignment({ role, actorId: principal.userId, present, asked });
    if (refusal === 'already_assigned')
      throw new ConflictError(refusal, 'Somebody else holds this clip; a lead can assign it anew.');
    if (refusal !== null) throw new ForbiddenError(refusal, 'Only a lead of the case assigns other people.');
    if (asked !== null && !(await listReviewers(tx, clip.case_id, [asked])).has(asked))
      throw new InvalidInputError('not_assignable', 'The clip cannot be assigned to that person.', [
        { path: 'assigneeId', message: 'not an enabled reviewer or lead of the case' },
      ]);
    const isDespite = await this.#isDespiteTopics({ tx, clip, principal, role, patch });
    await this.change.clips.setAssignee(tx, clip.id, asked);
    const kept = {
      ...(patch.reason === undefined ? {} : { reason: patch.reason }),
      // In the private part: the log of a case must not tell what a person asks not to see.
      ...(isDespite ? { despiteTopics: true } : {}),
    };
    return [
      {
        ...eventOf(clip, principal),
        action: 'clip.assigned',
        body: { assigneeId: asked, before: present },
        ...(Object.keys(kept).length === 0 ? {} : { private: kept }),
      },
    ];
  }

  /** Whoever takes a clip themselves has chosen to. @throws ConflictError `topic_opted_out`; ForbiddenError `role_too_low`. */
  async #isDespiteTopics({ tx, clip, principal, role, patch }: Change): Promise<boolean> {
    const { assigneeId, tags = clip.tags } = patch;
    if (assigneeId === undefined || assigneeId === null || assigneeId === principal.userId) return false;
    if (!(await optsOut(tx, assigneeId, tags))) return false;
    if (patch.despiteTopics !== true)
      throw new ConflictError('topic_opted_out', 'This person asks not to be given this.');
    if (role !== 'lead')
      throw new ForbiddenError('role_too_low', 'Only a lead of the case assigns despite such a wish.');
    return true;
  }

  async #moveWork({ tx, clip, principal, role, patch }: Change): Promise<CustodyEntry[]> {
    if (patch.work === undefined) return [];
    const claims = await this.change.claims.list(tx, clip.id);
    const facts: WorkFacts = {
      hold: clip.work_hold,
      assigned: (patch.assigneeId === undefined ? clip.assignee_id : patch.assigneeId) !== null,
      verdicts: claims.map(({ verdict }) => verdict),
    };
    const hold = heldAt(facts, patch);
    if (hold === facts.hold) return [];
    if (facts.hold === 'closed' && role !== 'lead')
      throw new ForbiddenError('role_too_low', 'Only a lead of the case reopens a clip.');
    await this.change.clips.setWorkHold(tx, clip.id, hold);
    return [
      {
        ...eventOf(clip, principal),
        action: 'work.changed',
        body: { from: clip.work, to: projectWork({ ...facts, hold }) },
        ...reasonOf(patch),
      },
    ];
  }

  async #describe({ tx, clip, principal, role, patch }: Change): Promise<CustodyEntry[]> {
    const { columns, fields, before, after } = detailsOf(clip, patch);
    if (fields.length === 0) return [];
    const { sensitivity } = columns;
    if (
      role !== 'lead' &&
      sensitivity !== undefined &&
      isLowered(clip.sensitivity as SensitivityLevel, sensitivity as SensitivityLevel)
    )
      throw new ForbiddenError('role_too_low', 'Only a lead of the case lowers the sensitivity.');
    await this.change.clips.setDetails(tx, clip.id, columns);
    return [
      {
        ...eventOf(clip, principal),
        action: 'clip.updated',
        body: { fields },
        private: { before, after, ...(patch.reason === undefined ? {} : { reason: patch.reason }) },
      },
    ];
  }
}

function isOnlyStillClosed(clip: ClipRow, patch: ClipPatch): boolean {
  const asked = Object.keys(patch).filter((field) => field !== 'reason');
  return clip.work_hold === 'closed' && patch.work === 'closed' && asked.length === 1;
}

/** What a person holds the clip at after the request. */
function heldAt(facts: WorkFacts, { work, reason }: ClipPatch): WorkHold | null {
  if (work === undefined) return facts.hold;
  const decision = decideWork(facts, work, reason ?? null);
  if (decision.allowed) return decision.hold;
  switch (decision.refusal) {
    case 'claims_open':
      throw new ConflictError('claims_open', 'Some claims are not concluded; the clip cannot be closed yet.');
    case 'work_follows':
      throw new ConflictError(
        'work_follows',
        'This state follows from assigning and assessing; only needs_help and closed can be set.',
      );
    case 'clip_closed':
      throw new ConflictError('clip_closed', 'The clip is closed; reopen it with a reason first.');
    case 'reason_required':
      throw new InvalidInputError('reason_required', 'Reopening a clip needs a reason.', [
        { path: 'reason', message: 'needed to reopen' },
      ]);
  }
}

function eventOf(clip: ClipRow, principal: Principal) {
  return { chain: clip.case_id, clipId: clip.id, actor: actorOf(principal) };
}

function reasonOf({ reason }: ClipPatch) {
  return reason === undefined ? {} : { private: { reason } };
}
