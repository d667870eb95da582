import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { keys } from '@/api/keys';
import { live, type ClipStatus } from '@/api/live';
import { hidesMore, rowOf, withStatus } from './clip-row';
import { clipOf, pagesKey, replaceRows } from './list-queries';

const GATHER_MS = 100;
/** Clips a round of which more is asked for than the status says; the rest waits for its next change. */
const MOST_ASKED = 20;

/** Puts each status that comes into its row, many at a time, and asks what came in above the list. */
export function useLiveRows(query: string, newestId: string | null): void {
  const queries = useQueryClient();
  useEffect(() => {
    const gathered = new Map<string, ClipStatus>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const flush = () => {
      timer = undefined;
      const incomplete: string[] = [];
      replaceRows(
        queries,
        (row) => {
          const status = gathered.get(row.id);
          if (status === undefined) return row;
          if (hidesMore(row, status)) incomplete.push(row.id);
          return withStatus(row, status);
        },
        pagesKey(query),
      );
      const isNewer = [...gathered.keys()].some((id) => newestId === null || id > newestId);
      gathered.clear();
      // A failure leaves the row as the status told it: the next change asks again.
      for (const id of new Set(incomplete.slice(0, MOST_ASKED)))
        void clipOf(id).then(
          (clip) => replaceRows(queries, (row) => (row.id === id ? rowOf(clip, row) : row)),
          () => undefined,
        );
      if (!isNewer) return;
      if (newestId === null) void queries.invalidateQueries({ queryKey: pagesKey(query) });
      else void queries.invalidateQueries({ queryKey: keys.list('clips-news', { query, newestId }) });
    };
    const stop = live.listen((status) => {
      gathered.set(status.id, status);
      timer ??= setTimeout(flush, GATHER_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [queries, query, newestId]);
}
