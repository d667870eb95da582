import { z } from 'zod';
import { words } from '../platform/http/words.js';

export const Sensitivity = z.enum(['none', 'personal', 'graphic']).meta({ id: 'Sensitivity' });
export type Sensitivity = z.infer<typeof Sensitivity>;

const fields = {
  title: words({ min: 1, max: 300 }).trim().min(1),
  reference: words({ max: 200 }).trim(),
  description: words({ max: 20_000 }),
};

export const CaseRequest = z
  .strictObject({
    title: fields.title,
    reference: fields.reference.optional(),
    description: fields.description.optional(),
    sensitivity: Sensitivity.default('none'),
    /** Reviewers see others' assessments of a claim only after their own. */
    blindReview: z.boolean().default(true),
  })
  .meta({ id: 'CaseRequest' });
export type CaseRequest = z.infer<typeof CaseRequest>;

export const CasePatch = z
  .strictObject({
    title: fields.title.optional(),
    reference: fields.reference.nullable().optional(),
    description: fields.description.nullable().optional(),
    sensitivity: Sensitivity.optional(),
    blindReview: z.boolean().optional(),
  })
  .refine((patch) => Object.keys(patch).length > 0, { error: 'nothing to change' })
  .meta({ id: 'CasePatch' });
export type CasePatch = z.infer<typeof CasePatch>;

export const Case = z
  .object({
    id: z.uuid(),
    title: z.string(),
    reference: z.string().nullable(),
    description: z.string().nullable(),
    sensitivity: Sensitivity,
    blindReview: z.boolean(),
    inbox: z.boolean(),
    version: z.number().int(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Case' });
export type Case = z.infer<typeof Case>;

export const CasePage = z
  .object({ items: z.array(Case), nextCursor: z.uuid().nullable() })
  .meta({ id: 'CasePage' });
