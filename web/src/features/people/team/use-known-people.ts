import { useInfiniteQuery, useQueries } from '@tanstack/react-query';
import { membersQuery, useMe } from '@/api/queries';
import { usersQuery } from './users-query';

export interface KnownPerson {
  readonly id: string;
  readonly name: string;
}

/** Everybody, for administrators; for others the people of the cases that they lead or review. */
export function useKnownPeople(): readonly KnownPerson[] {
  const { data: me } = useMe();
  const users = useInfiniteQuery({ ...usersQuery, enabled: me?.admin === true });
  const cases = me?.cases.filter(({ role }) => role !== 'submitter') ?? [];
  const ofCases = useQueries({ queries: cases.map(({ caseId }) => membersQuery(caseId)) });
  const known = new Map<string, string>();
  for (const { data } of ofCases) for (const { userId, name } of data?.items ?? []) known.set(userId, name);
  for (const page of users.data?.pages ?? [])
    for (const { id, name, disabled } of page.items) if (!disabled) known.set(id, name);
  return [...known]
    .map(([id, name]) => ({ id, name }))
    .toSorted((one, other) => one.name.localeCompare(other.name));
}
