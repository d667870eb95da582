import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '@/api/client';
import type { Schemas } from '@/api/problem';
import type { Point } from '../canvas/map-content';

const HALF_DAY_MS = 43_200_000;

const askSun = ({ lat, lon }: Point, at: string): Promise<Schemas['SunAnswer']> =>
  answer(api.GET('/api/v1/sun', { params: { query: { lat: decimal(lat), lon: decimal(lon), at } } }));

/** The day that has this date at the place: noon of UTC may already lie in the next, or still in the last. */
export const sunDayQuery = (point: Point, date: string) =>
  queryOptions({
    queryKey: ['sun-day', point, date],
    queryFn: async () => {
      const noon = `${date}T12:00:00.000Z`;
      const first = await askSun(point, noon);
      const there = first.localTime.slice(0, 10);
      if (there === date) return first;
      const shift = there > date ? -HALF_DAY_MS : HALF_DAY_MS;
      return askSun(point, new Date(Date.parse(noon) + shift).toISOString());
    },
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });

export const sunQuery = (point: Point, at: string) =>
  queryOptions({
    queryKey: ['sun', point, at],
    queryFn: () => askSun(point, at),
    staleTime: Infinity,
    // The dial does not flicker while somebody drags the time.
    placeholderData: keepPreviousData,
  });

/** The API reads plain decimals: `1e-7` is none. */
const decimal = (deg: number) => deg.toFixed(7);
