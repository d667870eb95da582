import { useQueries, useQuery } from '@tanstack/react-query';
import { casesQuery, membersQuery, useMe } from '@/api/queries';

/** Titles of cases by id. */
export function useCaseTitles(): ReadonlyMap<string, string> {
  const { data } = useQuery({ ...casesQuery, select: titlesOf });
  return data ?? none;
}

const none: ReadonlyMap<string, string> = new Map();
const titlesOf = ({ items }: { readonly items: readonly { id: string; title: string }[] }) =>
  new Map(items.map(({ id, title }) => [id, title]));

/** Names of the people of every case in which the reader may know them. */
export function usePeopleNames(): ReadonlyMap<string, string> {
  const { data: me } = useMe();
  const reviewed = me?.cases.filter(({ role }) => role !== 'submitter') ?? [];
  return useQueries({
    queries: reviewed.map(({ caseId }) => ({ ...membersQuery(caseId), staleTime: 300_000 })),
    combine: namesOf,
  });
}

function namesOf(
  results: { readonly data?: { readonly items: readonly { userId: string; name: string }[] } | undefined }[],
): ReadonlyMap<string, string> {
  return new Map(results.flatMap(({ data }) => data?.items.map(({ userId, name }) => [userId, name]) ?? []));
}
