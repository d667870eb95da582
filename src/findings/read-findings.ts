import { Injectable } from '@nestjs/common';
import { requireCaseRole } from '../cases/index.js';
import { ClipRepository } from '../clips/index.js';
import type { Principal } from '../identity/index.js';
import type { Database } from '../platform/db/database.js';
import { pageOf, type Page } from '../platform/http/validation.js';
import { InjectDatabase } from '../platform/platform.tokens.js';
import { NotFoundError } from '../shared/errors.js';
import type { Finding, FindingQuery } from './finding.contract.js';
import { FindingRepository, type FindingRow } from './finding.repository.js';
import { presentFinding } from './present-finding.js';

/** Findings are evidence, shared at once with every reviewer of the case, also of a blind one: only judgements are withheld. */
@Injectable()
export class ReadFindings {
  readonly #findings = new FindingRepository();
  readonly #clips = new ClipRepository();

  constructor(@InjectDatabase() private readonly db: Database) {}

  async page(principal: Principal, clipId: string, query: FindingQuery): Promise<Page<Finding>> {
    const clip = await this.#clips.get(this.db, clipId);
    requireCaseRole(principal, clip.case_id, 'reviewer', 'clip');
    const rows = await this.#findings.list(this.db, {
      clipId,
      claimId: query.claim,
      cursor: query.cursor,
      limit: query.limit + 1,
    });
    return pageOf(rows, query.limit, presentFinding);
  }

  async get(principal: Principal, id: string): Promise<FindingRow> {
    const finding = await this.#findings.get(this.db, id);
    const clip = await this.#clips.find(this.db, finding.clip_id);
    if (clip === undefined) throw new NotFoundError('not_found', 'There is no such finding.');
    requireCaseRole(principal, clip.case_id, 'reviewer', 'finding');
    return finding;
  }
}
