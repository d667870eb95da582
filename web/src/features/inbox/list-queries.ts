import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { answer, api } from '@/api/client';
import { keys } from '@/api/keys';
import type { Schemas } from '@/api/problem';
import type { ClipRow } from './clip-row';
import { readQuery } from './list-filter';
import { PAGE_ROWS, type Cursor } from './row-pages';

export interface RowPage {
  readonly items: readonly ClipRow[];
  readonly nextCursor: string | null;
}

/** Pages that nobody looks at are let go: a walk through 100 000 rows keeps a few thousand of them. */
const KEPT_MS = 20_000;

/** A session's lists are never the counts alone: those are for wall screens. */
async function askFor(query: string, cursor: Cursor, limit: number, signal: AbortSignal): Promise<RowPage> {
  const asked = { ...readQuery(query), limit, ...(cursor === null ? {} : { cursor }) };
  const page = await answer(api.GET('/api/v1/clips', { params: { query: asked }, signal }));
  return page as RowPage;
}

export const pagesKey = (query: string) => keys.list('clips', { query });

export const pageQuery = (query: string, cursor: Cursor) =>
  queryOptions({
    queryKey: [...pagesKey(query), cursor],
    queryFn: ({ signal }) => askFor(query, cursor, PAGE_ROWS, signal),
    // News come by events, row by row; a page is asked for again only when somebody says that it is stale.
    staleTime: Infinity,
    gcTime: KEPT_MS,
    refetchOnWindowFocus: false,
  });

const MOST_NEWS = 50;

/** How many clips there are above the list as it was begun; 50 stands for so many and more. */
export const newsQuery = (query: string, newestId: string | null) =>
  queryOptions({
    queryKey: keys.list('clips-news', { query, newestId }),
    queryFn: ({ signal }) => askFor(query, null, MOST_NEWS, signal),
    select: ({ items }) => items.filter(({ id }) => newestId === null || id > newestId).length,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    initialData: { items: [], nextCursor: null },
  });

export const countsQuery = (caseId: string | undefined) =>
  queryOptions({
    queryKey: [...keys.dashboard, 'counts', caseId ?? null],
    queryFn: () =>
      answer(
        api.GET('/api/v1/dashboard', { params: { query: caseId === undefined ? {} : { case: caseId } } }),
      ),
    select: ({ counts }) => counts,
    staleTime: 10_000,
  });

/** Puts rows in the place of those that lists hold of the same clips. */
export function replaceRows(
  queries: QueryClient,
  change: (row: ClipRow) => ClipRow,
  key: readonly unknown[] = [...keys.lists, 'clips'],
): void {
  for (const [queryKey, page] of queries.getQueriesData<RowPage>({ queryKey: key })) {
    if (page === undefined) continue;
    const items = page.items.map(change);
    if (items.every((row, index) => row === page.items[index])) continue;
    queries.setQueryData<RowPage>(queryKey, { ...page, items });
  }
}

export const clipOf = (id: string): Promise<Schemas['Clip']> =>
  answer(api.GET('/api/v1/clips/{id}', { params: { path: { id } } }));
