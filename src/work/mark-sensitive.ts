import { Injectable } from '@nestjs/common';
import { requireCaseRole } from '../cases/index.js';
import { ClipChange, requireOpen } from '../clips/index.js';
import { actorOf, type Principal } from '../identity/index.js';
import { ConflictError, ForbiddenError, NotFoundError } from '../shared/errors.js';
import { newId } from '../shared/ids.js';
import type { SensitiveRangeRequest } from './sensitive-range.contract.js';
import { SensitiveRangeRepository, type SensitiveRangeRow } from './sensitive-range.repository.js';

const MOST_RANGES = 200;

/** Warns of a part of a clip. Any reviewer may; a warning by somebody else is the lead's to take away. */
@Injectable()
export class MarkSensitive {
  readonly #ranges = new SensitiveRangeRepository();

  constructor(private readonly change: ClipChange) {}

  /** @throws ConflictError `clip_closed`, `too_many_ranges`. */
  async add(
    principal: Principal,
    clipId: string,
    request: SensitiveRangeRequest,
  ): Promise<SensitiveRangeRow> {
    const { case_id: caseId } = await this.change.clips.get(this.change.db, clipId);
    requireCaseRole(principal, caseId, 'reviewer', 'clip');
    return this.change.run(clipId, async (tx, clip) => {
      requireOpen(clip);
      if ((await this.#ranges.list(tx, clipId)).length >= MOST_RANGES)
        throw new ConflictError('too_many_ranges', `A clip holds at most ${MOST_RANGES} sensitive ranges.`);
      const id = newId();
      const result = await this.#ranges.insert(tx, { ...request, id, clipId, addedBy: principal.userId });
      const { startMs, endMs, sensitivity, warning } = request;
      return {
        result,
        custody: [
          {
            chain: caseId,
            clipId,
            action: 'sensitive_range.added',
            actor: actorOf(principal),
            body: { rangeId: id, startMs, endMs, sensitivity },
            private: { warning },
          },
        ],
        events: [],
        changed: false,
      };
    });
  }

  /** @throws ConflictError `clip_closed`; ForbiddenError `role_too_low` for somebody else's warning. */
  async remove(principal: Principal, id: string): Promise<void> {
    const range = await this.#ranges.find(this.change.db, id);
    if (range === undefined) throw new NotFoundError('not_found', 'There is no such range.');
    const role = requireCaseRole(principal, range.case_id, 'reviewer', 'range');
    if (role !== 'lead' && range.added_by !== principal.userId)
      throw new ForbiddenError('role_too_low', "Only a lead of the case removes somebody else's warning.");
    await this.change.run(range.clip_id, async (tx, clip) => {
      requireOpen(clip);
      const removed = await this.#ranges.remove(tx, id);
      const event = {
        chain: clip.case_id,
        clipId: clip.id,
        action: 'sensitive_range.removed' as const,
        actor: actorOf(principal),
        body: { rangeId: id },
      };
      return { result: undefined, custody: removed ? [event] : [], events: [], changed: false };
    });
  }
}
