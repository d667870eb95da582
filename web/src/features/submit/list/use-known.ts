import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { answer, api } from '@/api/client';
import type { Schemas } from '@/api/problem';
import type { DraftRow, RowFields } from '../rows/row';
import { askedFor, type Asked } from './asked-for';

export type KnownLink = Schemas['KnownLink'];

/** What the desk can say of these rows' links before they are sent, by the row's key. A failed question says nothing. */
export function useKnown(rows: readonly DraftRow[], shared: RowFields): ReadonlyMap<string, KnownLink> {
  const [asked] = useDebouncedValue(JSON.stringify(askedFor(rows, shared)), 400);
  const groups = JSON.parse(asked) as Asked[];
  return useQueries({
    queries: groups.map(({ caseId, urls }) => ({
      queryKey: ['known-links', caseId, urls],
      queryFn: () =>
        answer(api.POST('/api/v1/clips/known', { body: { urls, ...(caseId === '' ? {} : { caseId }) } })),
      placeholderData: keepPreviousData,
      staleTime: 60_000,
    })),
    combine: (answers) =>
      new Map(
        answers.flatMap(({ data, isPlaceholderData }, index) =>
          isPlaceholderData || data === undefined
            ? []
            : (groups[index]?.keys ?? []).flatMap((key, at): [string, KnownLink][] => {
                const link = data.items[at];
                return link === undefined ? [] : [[key, link]];
              }),
        ),
      ),
  });
}
