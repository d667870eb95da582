import { Injectable } from '@nestjs/common';
import { requireCaseRole } from '../cases/index.js';
import { ClipRepository, listBlindClaims } from '../clips/index.js';
import type { Principal } from '../identity/index.js';
import type { Database } from '../platform/db/database.js';
import { pageOf, type Page } from '../platform/http/validation.js';
import { InjectDatabase } from '../platform/platform.tokens.js';
import { NotFoundError } from '../shared/errors.js';
import type { Finding, FindingQuery } from './finding.contract.js';
import { FindingRepository, noSuchFinding, type FindingRow } from './finding.repository.js';
import { presentFinding } from './present-finding.js';

/** In a blind case nobody reads another person's argument about a claim before judging that claim themselves. */
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
      hiddenClaims: [...(await listBlindClaims(this.db, principal, clip))],
      readerId: principal.userId,
      cursor: query.cursor,
      limit: query.limit + 1,
    });
    return pageOf(rows, query.limit, presentFinding);
  }

  /** @throws NotFoundError also for a finding that this reader may not see yet. */
  async get(principal: Principal, id: string): Promise<FindingRow> {
    const finding = await this.#findings.get(this.db, id);
    const clip = await this.#clips.find(this.db, finding.clip_id);
    if (clip === undefined) throw new NotFoundError('not_found', 'There is no such finding.');
    requireCaseRole(principal, clip.case_id, 'reviewer', 'finding');
    const { claim_id: claimId, made_by: madeBy } = finding;
    if (claimId === null || madeBy === null || madeBy === principal.userId) return finding;
    if ((await listBlindClaims(this.db, principal, clip)).has(claimId)) throw noSuchFinding();
    return finding;
  }
}
