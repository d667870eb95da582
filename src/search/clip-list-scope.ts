import { requireCaseRole } from '../cases/index.js';
import { reachableCases, roleIn, type Principal } from '../identity/index.js';
import { ForbiddenError } from '../shared/errors.js';
import { contentFilterOf, type ListQuery } from './clip-list.contract.js';
import type { ListScope } from './clip-list.repository.js';

/**
 * Which clips a reader may list. Submitters, and tokens of scope `submit`, see those that they handed in; filters that tell of
 * people or of what was said are for reviewers, because a filter answers questions as a text does.
 * @throws ForbiddenError `role_too_low` for such a filter without the role; NotFoundError for somebody else's case.
 */
export function listScopeOf(reader: Principal, query: ListQuery): Omit<ListScope, 'leftOut'> {
  if (query.case !== undefined) requireCaseRole(reader, query.case, 'submitter');
  const cases = query.case === undefined ? reachableCases(reader) : [query.case];
  const ownOnly = (caseId: string) => reader.scope === 'submit' || roleIn(reader, caseId) === 'submitter';
  const caseIds = cases.filter((caseId) => !ownOnly(caseId));
  const ownCaseIds = cases.filter((caseId) => !caseIds.includes(caseId));
  const content = contentFilterOf(query);
  if (content === undefined) return { reader, caseIds, ownCaseIds };
  if (
    reader.scope === 'dashboard' ||
    reader.scope === 'submit' ||
    (query.case !== undefined && caseIds.length === 0)
  )
    throw new ForbiddenError('role_too_low', `Only reviewers may list by "${content}".`);
  return { reader, caseIds, ownCaseIds: [] };
}
