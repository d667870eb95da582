import { requireCaseRole } from '../../cases/index.js';
import { ClipRepository, listBlindClaims, type ClipRow } from '../../clips/index.js';
import type { CaseRole, Principal } from '../../identity/index.js';
import type { Executor } from '../../platform/db/database.js';
import { NotFoundError } from '../../shared/errors.js';
import { AnnotationRepository, type AnnotationRow, type Blinding } from './annotation.repository.js';

/**
 * Who may see which annotation: reviewers of the case; and of those that speak about a claim which the reader must still
 * judge without others' words, only their own.
 */
export class AnnotationAccess {
  readonly #annotations = new AnnotationRepository();
  readonly #clips = new ClipRepository();

  /** Withdrawn ones too: judgements may rest on them. @throws NotFoundError, ForbiddenError. */
  async get(
    on: Executor,
    principal: Principal,
    id: string,
  ): Promise<{ row: AnnotationRow; clip: ClipRow; role: CaseRole }> {
    const row = await this.#annotations.find(on, id);
    if (row === undefined) throw new NotFoundError('not_found', 'There is no such annotation.');
    const clip = await this.#clips.get(on, row.clip_id);
    const role = requireCaseRole(principal, clip.case_id, 'reviewer', 'annotation');
    if (isHidden(row, await this.blinding(on, principal, clip))) {
      throw new NotFoundError('not_found', 'There is no such annotation.');
    }
    return { row, clip, role };
  }

  async blinding(on: Executor, principal: Principal, clip: ClipRow): Promise<Blinding> {
    return { readerId: principal.userId, claimIds: await listBlindClaims(on, principal, clip) };
  }

  /** Those of several clips that this reader may see. */
  async visible(
    on: Executor,
    principal: Principal,
    rows: readonly AnnotationRow[],
  ): Promise<AnnotationRow[]> {
    const doubtful = rows.filter((row) => row.claim_id !== null && row.created_by !== principal.userId);
    const blindings = new Map<string, Blinding>();
    for (const clipId of new Set(doubtful.map(({ clip_id }) => clip_id))) {
      blindings.set(clipId, await this.blinding(on, principal, await this.#clips.get(on, clipId)));
    }
    return rows.filter((row) => {
      const blinding = blindings.get(row.clip_id);
      return blinding === undefined || !isHidden(row, blinding);
    });
  }
}

function isHidden(row: AnnotationRow, blinding: Blinding): boolean {
  return row.claim_id !== null && row.created_by !== blinding.readerId && blinding.claimIds.has(row.claim_id);
}
