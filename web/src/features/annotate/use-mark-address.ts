import { useNavigate, useSearch } from '@tanstack/react-router';

export type Which = 'frame' | 'all';

/** Which annotation is looked at and which are listed: part of the page's address, by ids alone. */
export function useMarkAddress() {
  const navigate = useNavigate();
  const search: Record<string, unknown> = useSearch({ strict: false });
  const go = (change: Record<string, string | undefined>) =>
    void navigate({
      to: '.',
      search: (now: Record<string, unknown>) => ({ ...now, ...change }),
      replace: true,
    } as never);
  return {
    mark: typeof search['mark'] === 'string' ? search['mark'] : null,
    which: readWhich(search['marks']),
    setMark: (mark: string | null) => go({ mark: mark ?? undefined }),
    setWhich: (which: Which) => go({ marks: which === 'all' ? which : undefined }),
  };
}

function readWhich(given: unknown): Which {
  return given === 'all' ? 'all' : 'frame';
}
