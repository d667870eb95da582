import { infiniteQueryOptions } from '@tanstack/react-query';
import { answer, api } from '@/api/client';
import { keys } from '@/api/keys';
import type { Schemas } from '@/api/problem';

export type Subject = Schemas['Subject'];
export type Kind = Schemas['SubjectKind'];
export type Appearance = Schemas['SubjectAppearance'];
export type Mark = Schemas['SubjectMark'];

export const kinds: readonly Kind[] = ['person', 'vehicle', 'insignia', 'landmark', 'text'];

export interface SubjectFilter {
  readonly case: string | null;
  readonly kind: Kind | null;
  readonly q: string;
}

/** Subjects of the reader's cases, newest first. */
export const subjectsQuery = ({ case: caseId, kind, q }: SubjectFilter) =>
  infiniteQueryOptions({
    queryKey: [...keys.subjects, 'list', caseId, kind, q],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/subjects', {
          params: {
            query: {
              limit: 50,
              ...(caseId === null ? {} : { case: caseId }),
              ...(kind === null ? {} : { kind }),
              ...(q === '' ? {} : { q }),
              ...(pageParam === null ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

/** A subject and the clips in which it is marked, a page of clips at a time. */
export const subjectQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: [...keys.subjects, 'one', id],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/subjects/{id}', {
          params: {
            path: { id },
            query: { limit: 50, ...(pageParam === null ? {} : { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const changeSubject = (id: string, version: number, body: Schemas['SubjectPatch']): Promise<Subject> =>
  answer(
    api.PATCH('/api/v1/subjects/{id}', {
      params: { path: { id }, header: { 'If-Match': `"${id}.${version}"` } },
      body,
    }),
  );
