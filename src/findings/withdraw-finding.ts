import { Injectable } from '@nestjs/common';
import { requireCaseRole } from '../cases/index.js';
import { ClipChange, ClipRepository, requireOpen } from '../clips/index.js';
import { actorOf, type Principal } from '../identity/index.js';
import { ConflictError, ForbiddenError } from '../shared/errors.js';
import { FindingRepository, findingWords, type FindingRow } from './finding.repository.js';
import { ReadFindings } from './read-findings.js';

/** A finding that no longer stands is kept and marked, with the reason. */
@Injectable()
export class WithdrawFinding {
  readonly #findings = new FindingRepository();
  readonly #clips = new ClipRepository();

  constructor(
    private readonly change: ClipChange,
    private readonly reading: ReadFindings,
  ) {}

  /** @throws ForbiddenError when neither its maker nor a lead asks; ConflictError `already_withdrawn`, `clip_closed`. */
  async execute(principal: Principal, id: string, reason: string): Promise<FindingRow> {
    const finding = await this.reading.get(principal, id);
    const clip = await this.#clips.get(this.change.db, finding.clip_id);
    const role = requireCaseRole(principal, clip.case_id, 'reviewer', 'finding');
    if (role !== 'lead' && finding.made_by !== principal.userId)
      throw new ForbiddenError('not_its_maker', 'Only who made a finding, or a lead, may withdraw it.');
    return this.change.run(finding.clip_id, async (tx, held) => {
      requireOpen(held);
      const row = await this.#findings.withdraw(tx, id, principal.userId, reason);
      if (row === undefined)
        throw new ConflictError('already_withdrawn', 'The finding was withdrawn before.');
      return {
        result: row,
        custody: [
          {
            chain: held.case_id,
            clipId: held.id,
            action: 'finding.withdrawn',
            actor: actorOf(principal),
            body: { findingId: id },
            private: {
              before: { withdrawn: false },
              after: { withdrawn: true, reason },
              rows: Object.fromEntries([findingWords(row)]),
            },
          },
        ],
        events: [],
        changed: false,
      };
    });
  }
}
