import { useQuery } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { casesQuery, useMe } from '@/api/queries';
import type { CaseChoice } from '../rows/case-choice';
import { submitStore, type SubmitState } from './submit-store';

/** What the signed-in person is handing in. */
export function useSubmit(): SubmitState {
  const { data: me } = useMe();
  useEffect(() => {
    if (me !== undefined) submitStore.open(me.userId);
  }, [me]);
  return useSyncExternalStore(submitStore.watch, submitStore.state);
}

/** Cases of which the person is a member, the inbox first. */
export function useCaseChoices(): {
  readonly cases: readonly CaseChoice[];
  readonly isLoaded: boolean;
  readonly error: unknown;
} {
  const { data: me } = useMe();
  const { data, error } = useQuery(casesQuery);
  const own = new Set(me?.cases.map(({ caseId }) => caseId));
  const cases = (data?.items ?? [])
    .filter(({ id }) => own.has(id))
    .toSorted((one, other) => Number(other.inbox) - Number(one.inbox));
  return { cases, isLoaded: data !== undefined && me !== undefined, error };
}
