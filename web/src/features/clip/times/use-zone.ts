import { useQuery } from '@tanstack/react-query';
import { answer, api } from '@/api/client';
import type { Clip } from '@/workspace/workspace';
import { zoneHint } from './time-rows';

export interface Zone {
  readonly timezone: string | null;
  readonly from: 'claim' | 'place';
}

/** Whose clocks "local" means: those that the time claim names, else those at the claimed place. */
export function useZone(clip: Clip): Zone {
  const { timezone, point } = zoneHint(clip.claims);
  const query = useQuery({
    queryKey: ['timezone', point],
    queryFn: () =>
      answer(
        api.GET('/api/v1/timezone', {
          params: { query: { lat: String(point?.lat), lon: String(point?.lon) } },
        }),
      ),
    enabled: timezone === null && point !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (timezone !== null && isZone(timezone)) return { timezone, from: 'claim' };
  return { timezone: query.data?.timezone ?? null, from: 'place' };
}

/** The browser may not know a zone that somebody wrote. */
function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
