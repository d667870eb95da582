import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '@/api/client';
import { keys } from '@/api/keys';
import { everyItem } from './every-item';

const ofClip = (id: string, cursor: string | null) => ({
  params: { path: { id }, query: { limit: 200, ...(cursor === null ? {} : { cursor }) } },
});
const at = (id: string) => ({ params: { path: { id } } });

export const findingsQuery = (clipId: string) =>
  queryOptions({
    queryKey: keys.clipPart(clipId, 'every-finding'),
    queryFn: () =>
      everyItem((cursor) => answer(api.GET('/api/v1/clips/{id}/findings', ofClip(clipId, cursor)))),
  });

export const annotationsQuery = (clipId: string) =>
  queryOptions({
    queryKey: keys.clipPart(clipId, 'every-annotation'),
    queryFn: () =>
      everyItem((cursor) => answer(api.GET('/api/v1/clips/{id}/annotations', ofClip(clipId, cursor)))),
  });

export const matchesQuery = (clipId: string) =>
  queryOptions({
    queryKey: keys.clipPart(clipId, 'every-match'),
    queryFn: () =>
      everyItem((cursor) => answer(api.GET('/api/v1/clips/{id}/matches', ofClip(clipId, cursor)))),
  });

export const checksQuery = (clipId: string) =>
  queryOptions({
    queryKey: keys.clipPart(clipId, 'every-check'),
    queryFn: () =>
      everyItem((cursor) => answer(api.GET('/api/v1/clips/{id}/checks', ofClip(clipId, cursor)))),
  });

/** What a rule compares and where it errs does not change while the page is open. */
export const rulesQuery = queryOptions({
  queryKey: ['rules'],
  queryFn: () => answer(api.GET('/api/v1/rules')),
  staleTime: Infinity,
});

export const assessmentsQuery = (clipId: string, claimId: string) =>
  queryOptions({
    queryKey: keys.clipPart(clipId, `assessments-of-${claimId}`),
    queryFn: () => answer(api.GET('/api/v1/claims/{id}/assessments', at(claimId))),
  });

export const rulingsQuery = (clipId: string, claimId: string) =>
  queryOptions({
    queryKey: keys.clipPart(clipId, `rulings-of-${claimId}`),
    queryFn: () => answer(api.GET('/api/v1/claims/{id}/rulings', at(claimId))),
  });

export const sourcesQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['sources', caseId],
    queryFn: () =>
      everyItem((cursor) =>
        answer(
          api.GET('/api/v1/sources', {
            params: { query: { case: caseId, limit: 200, ...(cursor === null ? {} : { cursor }) } },
          }),
        ),
      ),
  });
