import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '@/api/client';
import { keys } from '@/api/keys';
import { ProblemError, type Schemas } from '@/api/problem';
import type { Clip } from '@/workspace/workspace';

export type ClipPatch = Schemas['ClipPatch'];

/**
 * Changes the clip's label or the work on it. When somebody changed the clip meanwhile (412) the newer state is fetched, so
 * that what was typed stands beside it and can be saved again.
 */
export function useChangeClip(clip: Clip) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: ClipPatch) =>
      answer(
        api.PATCH('/api/v1/clips/{id}', {
          params: { path: { id: clip.id }, header: { 'If-Match': `"${clip.id}.${clip.version}"` } },
          body,
        }),
      ),
    onSuccess: (changed) => {
      queries.setQueryData(keys.clip(clip.id), changed);
      void queries.invalidateQueries({ queryKey: keys.clip(clip.id) });
      void queries.invalidateQueries({ queryKey: keys.lists });
    },
    onError: (error) => {
      if (error instanceof ProblemError && error.status === 412)
        void queries.invalidateQueries({ queryKey: keys.clip(clip.id), exact: true });
    },
  });
}
