import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '@/api/client';
import { keys } from '@/api/keys';
import { ProblemError, type Schemas } from '@/api/problem';

export type AnyMatch = Schemas['Match'] | Schemas['MatchElsewhere'];

const at = (id: string) => ({ params: { path: { id } } });

export const matchesQuery = (clipId: string) =>
  queryOptions({
    queryKey: keys.clipPart(clipId, 'matches'),
    queryFn: () =>
      answer(
        api.GET('/api/v1/clips/{id}/matches', { params: { path: { id: clipId }, query: { limit: 200 } } }),
      ),
  });

export const clusterQuery = (clipId: string) =>
  queryOptions({
    queryKey: keys.clipPart(clipId, 'cluster'),
    queryFn: () =>
      answer(
        api.GET('/api/v1/clips/{id}/cluster', { params: { path: { id: clipId }, query: { limit: 200 } } }),
      ),
  });

/** Kept under the clip from which one came: its news freshen it. */
export const matchQuery = (clipId: string, matchId: string) =>
  queryOptions({
    queryKey: keys.clipPart(clipId, `match.${matchId}`),
    queryFn: () => answer(api.GET('/api/v1/matches/{id}', at(matchId))),
  });

/** Length and frame rate; null when they were never read, which keeps nobody from comparing. */
export const measuresQuery = (clipId: string) =>
  queryOptions({
    queryKey: keys.clipPart(clipId, 'measures'),
    queryFn: async () => {
      try {
        const { container, video } = await answer(api.GET('/api/v1/clips/{id}/metadata', at(clipId)));
        return {
          durationMs: container?.durationMs ?? video?.durationMs ?? null,
          fps: video?.avgFps ?? null,
          aspect: video === null ? null : video.displayWidth / video.displayHeight,
        };
      } catch (error) {
        if (error instanceof ProblemError && [404, 409].includes(error.status)) return NOT_MEASURED;
        throw error;
      }
    },
    staleTime: 60_000,
  });

/** Passages of a clip that somebody warned of. */
export const passagesQuery = (clipId: string) =>
  queryOptions({
    queryKey: keys.clipPart(clipId, 'passages'),
    queryFn: () => answer(api.GET('/api/v1/clips/{id}/sensitive-ranges', at(clipId))),
    select: ({ items }) => items,
  });

export interface Measures {
  readonly durationMs: number | null;
  readonly fps: number | null;
  readonly aspect: number | null;
}
const NOT_MEASURED: Measures = { durationMs: null, fps: null, aspect: null };
