import { infiniteQueryOptions } from '@tanstack/react-query';
import { answer, api } from '@/api/client';

export const usersKey = ['users'] as const;

export const usersQuery = infiniteQueryOptions({
  queryKey: usersKey,
  queryFn: ({ pageParam }) =>
    answer(
      api.GET('/api/v1/users', {
        params: { query: { limit: 200, ...(pageParam === null ? {} : { cursor: pageParam }) } },
      }),
    ),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
});
