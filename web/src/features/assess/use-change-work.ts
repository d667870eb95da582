import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '@/api/client';
import { keys } from '@/api/keys';
import type { Schemas } from '@/api/problem';
import { useWorkspace } from '@/workspace/workspace';

/** Moves the work on the clip that is shown. Had somebody been faster, nothing changes and the newer state is shown. */
export function useChangeWork() {
  const { clip } = useWorkspace();
  const queries = useQueryClient();
  const { mutate, error, isPending } = useMutation({
    mutationFn: (body: Schemas['ClipPatch']) =>
      answer(
        api.PATCH('/api/v1/clips/{id}', {
          params: { path: { id: clip.id }, header: { 'If-Match': `"${clip.id}.${clip.version}"` } },
          body,
        }),
      ),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: keys.clip(clip.id) }),
        queries.invalidateQueries({ queryKey: keys.lists }),
      ]),
  });
  return { run: (patch: Schemas['ClipPatch']) => mutate(patch), error, isPending };
}
