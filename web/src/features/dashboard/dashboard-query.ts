import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '@/api/client';
import { keys } from '@/api/keys';
import type { Schemas } from '@/api/problem';

export type Figures = Schemas['Dashboard'];

/** The figures of one case, or of all that the reader reviews. The browser asks with the tag of those it has. */
export const dashboardQuery = (caseId: string | undefined, screen?: string) =>
  queryOptions({
    queryKey: [...keys.dashboard, 'figures', caseId ?? null, screen ?? null],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/dashboard', {
          params: { query: caseId === undefined ? {} : { case: caseId } },
          signal,
        }),
      ),
  });
