import { requireCaseRole } from '../../cases/index.js';
import { ClipRepository, type ClipRow } from '../../clips/index.js';
import type { CaseRole, Principal } from '../../identity/index.js';
import type { Executor } from '../../platform/db/database.js';
import { NotFoundError } from '../../shared/errors.js';
import { AnnotationRepository, type AnnotationRow } from './annotation.repository.js';

/** An annotation by its id: for reviewers of its case. What somebody marked is evidence, also in a blind case. */
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
    return { row, clip, role: requireCaseRole(principal, clip.case_id, 'reviewer', 'annotation') };
  }
}
