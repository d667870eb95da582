import { useQueries, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { ClipRow } from './clip-row';
import type { Order } from './list-filter';
import { beginning, learnt, listMemory, pinned, type ListPlace } from './list-memory';
import { newsQuery, pageQuery, type RowPage } from './list-queries';
import { PAGE_ROWS, pagesFor } from './row-pages';
import { useLiveRows } from './use-live-rows';

export interface ClipRows {
  /** Rows that are there or on their way; more may follow. */
  readonly count: number;
  readonly isWhole: boolean;
  readonly isLoading: boolean;
  readonly error: unknown;
  /** Clips that came in above the list since it was begun. */
  readonly news: number;
  readonly place: ListPlace;
  readonly rowAt: (index: number) => ClipRow | undefined;
  /** Says which rows are looked at, so that their pages and the next are fetched. */
  readonly look: (first: number, last: number) => void;
  readonly setActive: (index: number) => void;
  readonly showNews: () => void;
  readonly retry: () => void;
}

const FIRST_SIGHT = 50;

/** The rows of a list page by page, as far as somebody has scrolled. */
export function useClipRows(query: string, order: Order): ClipRows {
  const queries = useQueryClient();
  const place = useSyncExternalStore(listMemory.watch, () => listMemory.get(query));
  const [seen, setSeen] = useState<readonly [number, number]>([place.active, place.active + FIRST_SIGHT]);

  const wanted = pagesFor(seen[0], seen[1], place.cursors.length);
  const first = wanted[0] ?? 0;
  const pages = useQueries({
    queries: wanted.map((index) => pageQuery(query, place.cursors[index] ?? null)),
    combine: together,
  });
  useEffect(() => {
    pages.data.forEach((page, at) => {
      if (page !== undefined) listMemory.change(query, (now) => learnt(now, first + at, page));
    });
    if (order === 'oldest') return;
    const { newestId } = listMemory.get(query);
    const next = pinned(listMemory.get(query));
    const page = queries.getQueryData<RowPage>(pageQuery(query, null).queryKey);
    if (newestId === null || next === listMemory.get(query) || page === undefined) return;
    queries.setQueryData(pageQuery(query, next.cursors[0] ?? null).queryKey, page);
    listMemory.change(query, () => next);
  }, [pages.data, first, order, queries, query]);

  const newestId = order === 'newest' ? place.newestId : null;
  const news = useQuery({ ...newsQuery(query, newestId), enabled: newestId !== null });
  useLiveRows(query, newestId);

  return {
    count: (place.cursors.length - 1) * PAGE_ROWS + (place.lastPageRows ?? PAGE_ROWS),
    isWhole: place.lastPageRows !== null,
    isLoading: place.newestId === null && place.lastPageRows === null && pages.isPending,
    error: pages.error,
    news: news.data,
    place,
    rowAt: useCallback(
      (index: number) => pages.data[Math.floor(index / PAGE_ROWS) - first]?.items[index % PAGE_ROWS],
      [pages.data, first],
    ),
    look: useCallback(
      (from: number, to: number) => setSeen((now) => (now[0] === from && now[1] === to ? now : [from, to])),
      [],
    ),
    setActive: useCallback((active) => listMemory.change(query, (now) => ({ ...now, active })), [query]),
    showNews: useCallback(() => {
      queries.removeQueries({ queryKey: pageQuery(query, null).queryKey });
      listMemory.change(query, () => beginning);
      setSeen([0, FIRST_SIGHT]);
      window.scrollTo({ top: 0 });
    }, [queries, query]),
    retry: pages.retry,
  };
}

function together(results: UseQueryResult<RowPage>[]) {
  const failed = results.find(({ error }) => error !== null);
  return {
    data: results.map(({ data }) => data),
    isPending: results.some(({ isPending }) => isPending),
    error: failed?.error ?? null,
    retry: () => void failed?.refetch(),
  };
}
