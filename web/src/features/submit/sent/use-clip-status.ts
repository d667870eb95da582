import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { answer, api } from '@/api/client';
import { live, type ClipStatus } from '@/api/live';

const keyOf = (clipId: string) => ['submitted', clipId] as const;

/** The clip's status, kept fresh by the desk's news. */
export function useClipStatus(clipId: string) {
  return useQuery({
    queryKey: keyOf(clipId),
    queryFn: () => answer(api.GET('/api/v1/clips/{id}/status', { params: { path: { id: clipId } } })),
    staleTime: Infinity,
  });
}

/** Writes each status that comes to where `useClipStatus` looks. An older one, overtaken on its way, is dropped. */
export function useStatusNews(): void {
  const queries = useQueryClient();
  useEffect(
    () =>
      live.listen((status) =>
        queries.setQueryData<ClipStatus>(keyOf(status.id), (known) =>
          known !== undefined && known.version > status.version ? known : status,
        ),
      ),
    [queries],
  );
}

export const isEnded = (status: ClipStatus | undefined): boolean =>
  status !== undefined && !['queued', 'running'].includes(status.processing.state);
