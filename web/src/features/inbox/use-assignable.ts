import { useQuery } from '@tanstack/react-query';
import { membersQuery, useMe } from '@/api/queries';
import type { ClipRow } from './clip-row';

export interface Assignable {
  readonly id: string | null;
  /** Undefined: nobody. */
  readonly name: string | undefined;
}

/** Whom all of these clips can be assigned to: oneself and nobody, and by a lead the people of their one case. */
export function useAssignable(rows: readonly ClipRow[]): readonly Assignable[] {
  const { data: me } = useMe();
  const caseIds = new Set(rows.map(({ caseId }) => caseId));
  const [caseId] = caseIds;
  const isLead =
    caseIds.size === 1 && me?.cases.some((each) => each.caseId === caseId && each.role === 'lead') === true;
  const members = useQuery({ ...membersQuery(caseId ?? ''), enabled: isLead });
  if (me === undefined) return [];
  const others = isLead
    ? (members.data?.items ?? [])
        .filter(({ userId, role }) => role !== 'submitter' && userId !== me.userId)
        .map(({ userId, name }) => ({ id: userId, name }))
    : [];
  return [{ id: me.userId, name: me.name ?? undefined }, ...others, { id: null, name: undefined }];
}
