import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '@/api/client';
import { keys } from '@/api/keys';
import type { Schemas } from '@/api/problem';

export type SensitiveRange = Schemas['SensitiveRange'];

/** The passages of a clip that somebody has warned of. */
export const rangesQuery = (clipId: string) =>
  queryOptions({
    queryKey: keys.clipPart(clipId, 'sensitive-ranges'),
    queryFn: () =>
      answer(api.GET('/api/v1/clips/{id}/sensitive-ranges', { params: { path: { id: clipId } } })),
    select: ({ items }) => items,
  });
