import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '@/api/client';
import { keys } from '@/api/keys';

const at = (id: string) => ({ params: { path: { id } } });

export const metadataQuery = (id: string) =>
  queryOptions({
    queryKey: keys.clipPart(id, 'metadata'),
    queryFn: () => answer(api.GET('/api/v1/clips/{id}/metadata', at(id))),
  });
export const findingsQuery = (id: string) =>
  queryOptions({
    queryKey: keys.clipPart(id, 'findings'),
    queryFn: () =>
      answer(api.GET('/api/v1/clips/{id}/findings', { params: { path: { id }, query: { limit: 200 } } })),
    select: ({ items }) => items,
  });
export const checksQuery = (id: string) =>
  queryOptions({
    queryKey: keys.clipPart(id, 'checks'),
    queryFn: () =>
      answer(api.GET('/api/v1/clips/{id}/checks', { params: { path: { id }, query: { limit: 200 } } })),
    select: ({ items }) => items,
  });
export const clusterQuery = (id: string) =>
  queryOptions({
    queryKey: keys.clipPart(id, 'cluster'),
    queryFn: () => answer(api.GET('/api/v1/clips/{id}/cluster', at(id))),
  });
export const statusQuery = (id: string) =>
  queryOptions({
    queryKey: keys.clipPart(id, 'status'),
    queryFn: () => answer(api.GET('/api/v1/clips/{id}/status', at(id))),
  });
