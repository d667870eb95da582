import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { answer, api } from '@/api/client';
import { keys } from '@/api/keys';
import type { FailureCode } from './failure-kinds';
import { redriveAll, type RedriveProgress } from './redrive';

export type RedriveState = { readonly isRunning: boolean; readonly progress: RedriveProgress } | null;

/** Drives again all clips that failed with a code; leaving the page stops it. */
export function useRedrive(code: FailureCode, caseId: string | undefined) {
  const queries = useQueryClient();
  const [state, setState] = useState<RedriveState>(null);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);

  const start = async () => {
    const controller = new AbortController();
    stop.current = controller;
    setState({ isRunning: true, progress: { done: 0, settled: 0, refused: 0, error: null } });
    const progress = await redriveAll({
      page: (cursor) => failedPage(code, caseId, cursor),
      retry: (id) => answer(api.POST('/api/v1/clips/{id}/retry', { params: { path: { id } } })),
      pause: (seconds) =>
        new Promise((resolve) => {
          setTimeout(resolve, seconds * 1_000);
        }),
      onProgress: (now) => setState({ isRunning: true, progress: now }),
      signal: controller.signal,
    });
    setState({ isRunning: false, progress });
    await queries.invalidateQueries({ queryKey: keys.dashboard });
  };
  return { state, start, stop: () => stop.current?.abort() };
}

async function failedPage(failure: FailureCode, caseId: string | undefined, cursor: string | null) {
  const { items, nextCursor } = await answer(
    api.GET('/api/v1/clips', {
      params: {
        query: {
          failure,
          limit: 100,
          ...(caseId === undefined ? {} : { case: caseId }),
          ...(cursor === null ? {} : { cursor }),
        },
      },
    }),
  );
  return { ids: items.map(({ id }) => id), next: nextCursor };
}
