import { reachableCases, roleIn, type CaseRole, type Principal } from '../identity/index.js';
import { ForbiddenError, NotFoundError } from '../shared/errors.js';

const RANK: Readonly<Record<CaseRole, number>> = { submitter: 1, reviewer: 2, lead: 3 };

/**
 * The one place where membership is checked. Somebody else's case does not exist as far as the caller can tell.
 * @throws NotFoundError when the case is not the caller's; ForbiddenError when their role in it is too low.
 */
export function requireCaseRole(
  principal: Principal,
  caseId: string,
  least: CaseRole,
  what = 'case',
): CaseRole {
  const role = roleIn(principal, caseId);
  if (role === null) throw new NotFoundError('not_found', `There is no such ${what}.`);
  if (RANK[role] < RANK[least])
    throw new ForbiddenError('role_too_low', `Only a ${least} of the case may do this.`);
  return role;
}

/** Cases in which this token may read as a reviewer does. */
export function reviewedCases(principal: Principal): string[] {
  return reachableCases(principal).filter((caseId) => roleIn(principal, caseId) !== 'submitter');
}
