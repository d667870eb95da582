import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { live } from '@/api/live';
import { inboxKey } from './inbox-query';

const REST_MS = 1_000;

/** What waits changes with assigning, assessing and arriving: asked again, at most once a second. */
export function useLiveInbox(): void {
  const queries = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let lastMs = 0;
    const ask = () => {
      timer = undefined;
      lastMs = Date.now();
      void queries.invalidateQueries({ queryKey: inboxKey });
    };
    const stop = live.listen(() => {
      timer ??= setTimeout(ask, Math.max(0, lastMs + REST_MS - Date.now()));
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [queries]);
}
