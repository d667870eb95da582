import { infiniteQueryOptions } from '@tanstack/react-query';
import { answer, api } from '@/api/client';
import { keys } from '@/api/keys';

export const inboxKey = [...keys.lists, 'inbox'];

export const inboxQuery = (caseId: string | undefined) =>
  infiniteQueryOptions({
    queryKey: keys.list('inbox', { caseId: caseId ?? null }),
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/v1/inbox', {
          params: {
            query: {
              limit: 50,
              ...(caseId === undefined ? {} : { case: caseId }),
              ...(pageParam === null ? {} : { cursor: pageParam }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
