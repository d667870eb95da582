import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '@/api/client';
import { keys } from '@/api/keys';

/** What the person who is signed in asks not to be given. */
export const topicsQuery = queryOptions({
  queryKey: [...keys.me, 'topics'],
  queryFn: () => answer(api.GET('/api/v1/me/topics')),
  select: ({ topics }) => topics,
  staleTime: 60_000,
});
