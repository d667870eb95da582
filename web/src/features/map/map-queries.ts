import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '@/api/client';
import { keys } from '@/api/keys';

/** Whether the desk has map tiles of its own. */
export const mapSetupQuery = queryOptions({
  queryKey: ['map'],
  queryFn: () => answer(api.GET('/api/v1/map')),
  staleTime: Infinity,
});

const PAGE = 200;

/** Where and when, for every clip of a case, page by page. */
export const caseTimelineQuery = (caseId: string) =>
  infiniteQueryOptions({
    queryKey: keys.list('timeline', { caseId }),
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/cases/{id}/timeline', {
          params: {
            path: { id: caseId },
            query: { limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: 30_000,
  });
