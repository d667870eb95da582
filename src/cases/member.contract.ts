import { z } from 'zod';
import { Uuid } from '../platform/http/validation.js';

export const CaseRoleName = z.enum(['submitter', 'reviewer', 'lead']).meta({ id: 'CaseRole' });

export const MemberRequest = z
  .strictObject({ userId: Uuid, role: CaseRoleName })
  .meta({ id: 'MemberRequest' });
export type MemberRequest = z.infer<typeof MemberRequest>;

export const Member = z
  .object({ userId: z.uuid(), name: z.string(), role: CaseRoleName, addedAt: z.iso.datetime() })
  .meta({ id: 'Member' });
export type Member = z.infer<typeof Member>;

export const MemberPage = z
  .object({ items: z.array(Member), nextCursor: z.uuid().nullable() })
  .meta({ id: 'MemberPage' });
