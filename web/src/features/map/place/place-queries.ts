import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '@/api/client';
import { keys } from '@/api/keys';
import { ProblemError } from '@/api/problem';
import type { Point } from '../canvas/map-content';

const PAGE = 200;

export const findingsQuery = (clipId: string) =>
  queryOptions({
    queryKey: keys.clipPart(clipId, 'findings-on-map'),
    queryFn: () =>
      answer(
        api.GET('/api/v1/clips/{id}/findings', {
          params: { path: { id: clipId }, query: { limit: PAGE } },
        }),
      ),
    select: (page) => page.items,
  });

export const annotationsQuery = (clipId: string) =>
  queryOptions({
    queryKey: keys.clipPart(clipId, 'annotations-on-map'),
    queryFn: () =>
      answer(
        api.GET('/api/v1/clips/{id}/annotations', {
          params: { path: { id: clipId }, query: { limit: PAGE } },
        }),
      ),
    select: (page) => page.items,
  });

/** What the file says of its place; null while there is no original to read. */
export const embeddedPlaceQuery = (clipId: string) =>
  queryOptions({
    queryKey: keys.clipPart(clipId, 'embedded-place'),
    queryFn: async () => {
      try {
        const { gps } = await answer(
          api.GET('/api/v1/clips/{id}/metadata', { params: { path: { id: clipId } } }),
        );
        return gps;
      } catch (error) {
        if (error instanceof ProblemError && error.status === 404) return null;
        throw error;
      }
    },
  });

export const candidatesQuery = (name: string, near: Point | null) =>
  queryOptions({
    queryKey: ['gazetteer', name, near],
    queryFn: () =>
      answer(
        api.GET('/api/v1/gazetteer', {
          params: {
            query: { q: name, limit: 8, ...(near === null ? {} : { near: `${near.lat},${near.lon}` }) },
          },
        }),
      ),
    enabled: name.trim() !== '',
    staleTime: 300_000,
  });

/** Texts in any notation of coordinates; the answer says how they were read. */
export const distanceQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: ['distance', from, to],
    queryFn: () => answer(api.GET('/api/v1/distance', { params: { query: { from, to } } })),
    staleTime: Infinity,
    retry: false,
  });

export const asText = ({ lat, lon }: Point): string => `${lat},${lon}`;
