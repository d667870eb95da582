import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useCallback, useEffect, useRef } from 'react';
import { clipQuery, framesQuery } from '@/api/queries';

const REST_MS = 80;

/**
 * Has a clip's page and what it shows first at hand before somebody opens it: on resting over a row, and for the row that keys
 * act on. No picture is among it.
 */
export function useOpenClip(): { readonly warm: (clipId: string) => void } {
  const queries = useQueryClient();
  const router = useRouter();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const warm = useCallback(
    (clipId: string) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        void queries.prefetchQuery(clipQuery(clipId));
        void queries.prefetchQuery(framesQuery(clipId) as never);
        void router.preloadRoute({ to: '/clips/$clipId', params: { clipId } });
      }, REST_MS);
    },
    [queries, router],
  );
  return { warm };
}
