import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '@/api/client';
import { keys } from '@/api/keys';
import { ProblemError, type Schemas } from '@/api/problem';
import type { Annotation, AnnotationRequest } from './draft';
import type { Acts, Place } from './history';

const PAGE = 200;
/** Ten pages: a clip with more is read by programs, and the panel says that it does not show all. */
const MOST_PAGES = 10;

export interface AllAnnotations {
  readonly items: readonly Annotation[];
  readonly isCut: boolean;
}

/** Every annotation of a clip, oldest first. */
export const annotationsQuery = (clipId: string) =>
  queryOptions({
    queryKey: keys.clipPart(clipId, 'annotations'),
    queryFn: async (): Promise<AllAnnotations> => {
      const items: Annotation[] = [];
      let cursor: string | null = null;
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const query: { limit: number; cursor?: string } = {
          limit: PAGE,
          ...(cursor === null ? {} : { cursor }),
        };
        const answered: Schemas['AnnotationPage'] = await answer(
          api.GET('/api/v1/clips/{id}/annotations', { params: { path: { id: clipId }, query } }),
        );
        items.push(...answered.items);
        cursor = answered.nextCursor;
        if (cursor === null) return { items, isCut: false };
      }
      return { items, isCut: true };
    },
  });

/** The subjects marked in the clip, for their names. */
export const clipSubjectsQuery = (clipId: string) =>
  queryOptions({
    queryKey: keys.clipPart(clipId, 'subjects'),
    queryFn: () =>
      answer(
        api.GET('/api/v1/clips/{id}/subjects', { params: { path: { id: clipId }, query: { limit: PAGE } } }),
      ),
    select: (page) => page.items,
  });

export const caseSubjectsQuery = (caseId: string, q: string) =>
  queryOptions({
    queryKey: [...keys.subjects, 'of-case', caseId, q],
    queryFn: () =>
      answer(
        api.GET('/api/v1/subjects', {
          params: { query: { case: caseId, limit: 20, ...(q === '' ? {} : { q }) } },
        }),
      ),
    select: (page) => page.items,
  });

export const oneAnnotation = (id: string): Promise<Annotation> =>
  answer(api.GET('/api/v1/annotations/{id}', { params: { path: { id } } }));

/**
 * Keys of requests to which no answer came. They may have been carried out: the same request again must carry the same key, so
 * that it is there exactly once.
 */
const unanswered = new Map<string, string>();

async function make(place: Place, request: AnnotationRequest): Promise<Annotation> {
  const said = JSON.stringify([place, request]);
  const key = unanswered.get(said) ?? crypto.randomUUID();
  unanswered.set(said, key);
  const call = { params: { path: { id: place.id } }, body: request, headers: { 'Idempotency-Key': key } };
  try {
    const made = await answer(
      place.on === 'frame'
        ? api.POST('/api/v1/frames/{id}/annotations', call)
        : api.POST('/api/v1/clips/{id}/annotations', call),
    );
    unanswered.delete(said);
    return made;
  } catch (error) {
    if (error instanceof ProblemError && error.status !== 0 && error.status < 500) unanswered.delete(said);
    throw error;
  }
}

const ifMatch = (id: string, version: number) => ({ 'If-Match': `"${id}.${version}"` });

export const acts: Acts = {
  make,
  replace: (id, version, request) =>
    answer(
      api.PUT('/api/v1/annotations/{id}', {
        params: { path: { id }, header: ifMatch(id, version) },
        body: request,
      }),
    ),
  withdraw: async (id, version) => {
    await answer(
      api.DELETE('/api/v1/annotations/{id}', { params: { path: { id }, header: ifMatch(id, version) } }),
    );
  },
};
