import { requireCaseRole } from '../cases/index.js';
import { roleIn, type CaseRole, type Principal } from '../identity/index.js';
import { ConflictError, NotFoundError } from '../shared/errors.js';

interface StatusOwner {
  readonly caseId: string;
  readonly submitterIds: readonly string[];
}

/** May this caller see the clip's status? A submitter, and any token of scope `submit`, sees only clips that they handed in. */
export function isStatusReader(principal: Principal, clip: StatusOwner): boolean {
  const role = roleIn(principal, clip.caseId);
  if (role === null) return false;
  const ownOnly = role === 'submitter' || principal.scope === 'submit';
  return !ownOnly || clip.submitterIds.includes(principal.userId);
}

/**
 * As `isStatusReader`, for routes.
 * @throws NotFoundError otherwise: somebody else's clip does not exist as far as the caller can tell.
 */
export function requireStatusReader(principal: Principal, clip: StatusOwner): CaseRole {
  const role = requireCaseRole(principal, clip.caseId, 'submitter', 'clip');
  if (!isStatusReader(principal, clip)) throw new NotFoundError('not_found', 'There is no such clip.');
  return role;
}

/** A closed clip is sealed: whoever wants to add to it must reopen it first, with a reason. @throws ConflictError `clip_closed`. */
export function requireOpen(clip: { readonly work_hold: string | null }): void {
  if (clip.work_hold === 'closed') {
    throw new ConflictError('clip_closed', 'The clip is closed; reopen it with a reason first.');
  }
}
