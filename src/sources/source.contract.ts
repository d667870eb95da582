import { z } from 'zod';
import { ClaimVerdictSchema } from '../clips/index.js';
import { PageQuery, Uuid } from '../platform/http/validation.js';
import { words } from '../platform/http/words.js';
import { foldAccount } from '../shared/fold-account.js';

const SourceKind = z.enum(['person', 'outlet', 'organisation', 'unknown']).meta({ id: 'SourceKind' });
const Reliability = z.enum(['A', 'B', 'C', 'D', 'E', 'F']).meta({
  id: 'Reliability',
  description: 'Admiralty code: A completely reliable to E unreliable, F cannot be judged.',
});

const fields = {
  kind: SourceKind,
  name: words({ min: 1, max: 300 }).trim().min(1),
  notes: words({ max: 20_000 }),
};

export const AccountNameInput = z
  .strictObject({ platform: words({ min: 1, max: 100 }), handle: words({ min: 1, max: 300 }) })
  .refine(({ platform, handle }) => foldAccount(platform, handle) !== undefined, {
    error: 'names no account',
    path: ['handle'],
  });

export const SourceRequest = z
  .strictObject({
    caseId: Uuid,
    kind: fields.kind,
    name: fields.name,
    notes: fields.notes.optional(),
    accounts: z.array(AccountNameInput).max(50).default([]),
  })
  .meta({ id: 'SourceRequest' });
export type SourceRequest = z.infer<typeof SourceRequest>;

export const SourcePatch = z
  .strictObject({
    kind: fields.kind.optional(),
    name: fields.name.optional(),
    notes: fields.notes.nullable().optional(),
  })
  .refine((patch) => Object.keys(patch).length > 0, { error: 'nothing to change' })
  .meta({ id: 'SourcePatch' });
export type SourcePatch = z.infer<typeof SourcePatch>;

export const GradeRequest = z
  .strictObject({ grade: Reliability, reason: words({ min: 1, max: 5_000 }).trim().min(1) })
  .meta({ id: 'GradeRequest' });
export type GradeRequest = z.infer<typeof GradeRequest>;

export const Grade = z
  .object({
    id: z.uuid(),
    grade: Reliability,
    reason: z.string(),
    madeBy: z.uuid(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'SourceGrade' });
export type Grade = z.infer<typeof Grade>;

export const SourceSummary = z
  .object({
    id: z.uuid(),
    caseId: z.uuid(),
    kind: SourceKind,
    name: z.string(),
    notes: z.string().nullable(),
    reliability: Reliability,
    version: z.int(),
    createdBy: z.uuid(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'SourceSummary' });
export type SourceSummary = z.infer<typeof SourceSummary>;

export const SourcePage = z
  .object({ items: z.array(SourceSummary), nextCursor: z.uuid().nullable() })
  .meta({ id: 'SourcePage' });

export const Account = z
  .object({
    id: z.uuid(),
    caseId: z.uuid(),
    platform: z.string().meta({ description: '"unknown" when whoever named the handle did not say.' }),
    handle: z.string(),
    sourceId: z.uuid().nullable(),
    firstSeenAt: z.iso.datetime().nullable(),
    lastSeenAt: z.iso.datetime().nullable(),
    clips: z.int().meta({ description: 'Clips whose link or claims name the account.' }),
    clipIds: z.array(z.uuid()).meta({ description: 'The newest 20 of them.' }),
  })
  .meta({ id: 'Account' });
export type Account = z.infer<typeof Account>;

export const AccountPage = z
  .object({ items: z.array(Account), nextCursor: z.uuid().nullable() })
  .meta({ id: 'AccountPage' });

const VerdictCounts = z.partialRecord(ClaimVerdictSchema, z.int());

export const Source = SourceSummary.extend({
  accounts: z.array(Account),
  grades: z.array(Grade).meta({ description: 'Newest first: how reliability came to be what it is.' }),
  record: z
    .object({ sourceClaims: VerdictCounts, clipClaims: VerdictCounts })
    .meta({ description: 'Verdicts on claims that name the source, and on all claims of its clips.' }),
}).meta({ id: 'Source' });
export type Source = z.infer<typeof Source>;

export const EntityQuery = PageQuery.extend({
  case: Uuid.optional(),
  q: words({ min: 1, max: 200 }).optional(),
});
export type EntityQuery = z.infer<typeof EntityQuery>;

export const SourceLink = z.strictObject({ sourceId: Uuid.nullable() }).meta({ id: 'SourceLink' });
export type SourceLink = z.infer<typeof SourceLink>;

export const ClaimSource = z
  .object({ claimId: z.uuid(), sourceId: z.uuid().nullable() })
  .meta({ id: 'ClaimSource' });
export type ClaimSource = z.infer<typeof ClaimSource>;
