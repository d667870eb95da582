import type { Schemas } from '@/api/problem';

export type Role = Schemas['CaseRole'];
export const roles = ['submitter', 'reviewer', 'lead'] as const satisfies readonly Role[];

/** A choice that is none of the roles gives the one that may do least. */
export const roleOf = (value: string): Role => roles.find((role) => role === value) ?? 'submitter';
