import { queryOptions, useQuery } from '@tanstack/react-query';
import { answer, api, hasSession } from './client';
import { keys } from './keys';
import { sessionGate } from './session-gate';
import { whoIsHere } from './who-is-here';

const at = (id: string) => ({ params: { path: { id } } });

/**
 * Asks the desk who is signed in; 401 as a ProblemError when nobody is. When it is not whose page this is, the page goes and
 * the answer never comes: nothing may go on in the other person's name.
 */
export async function askWhoIsHere() {
  const me = await answer(api.GET('/api/v1/me'));
  if (!hasSession()) return me;
  sessionGate.wasSignedIn = true;
  return whoIsHere().is(me.userId) ? me : new Promise<never>(() => {});
}

/** Who is signed in. */
export const meQuery = queryOptions({
  queryKey: keys.me,
  queryFn: askWhoIsHere,
  staleTime: 60_000,
  retry: false,
});
export const casesQuery = queryOptions({
  queryKey: keys.cases,
  queryFn: () => answer(api.GET('/api/v1/cases', { params: { query: { limit: 200 } } })),
  staleTime: 60_000,
});
export const membersQuery = (caseId: string) =>
  queryOptions({
    queryKey: keys.caseMembers(caseId),
    queryFn: () => answer(api.GET('/api/v1/cases/{id}/members', at(caseId))),
    staleTime: 60_000,
  });
export const clipQuery = (id: string) =>
  queryOptions({ queryKey: keys.clip(id), queryFn: () => answer(api.GET('/api/v1/clips/{id}', at(id))) });
export const framesQuery = (id: string) =>
  queryOptions({
    queryKey: keys.clipPart(id, 'frames'),
    queryFn: () => answer(api.GET('/api/v1/clips/{id}/frames', at(id))),
    select: (page) => page.items,
  });

export const useMe = () => useQuery(meQuery);

/** The caller's role in a case; undefined when they are no member or it is not known yet. */
export function useRole(caseId: string | undefined): 'submitter' | 'reviewer' | 'lead' | undefined {
  const { data } = useMe();
  return data?.cases.find((membership) => membership.caseId === caseId)?.role;
}

/** People's names by id, as far as the case's members tell; anybody else is undefined. */
export function useNames(caseId: string | undefined): ReadonlyMap<string, string> {
  const { data } = useQuery({ ...membersQuery(caseId ?? ''), enabled: caseId !== undefined });
  return new Map(data?.items.map(({ userId, name }) => [userId, name]) ?? []);
}
