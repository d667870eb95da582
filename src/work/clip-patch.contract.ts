import { z } from 'zod';
import { Sensitivity } from '../cases/index.js';
import { PrioritySchema, WorkState } from '../clips/index.js';
import { Uuid } from '../platform/http/validation.js';
import { words } from '../platform/http/words.js';
import { OneLine } from './one-line.js';

const Tag = words({ min: 1, max: 100 }).trim().min(1);

export const ClipPatch = z
  .strictObject({
    assigneeId: Uuid.nullable().optional(),
    despiteTopics: z.literal(true).optional().meta({
      description:
        "Assigns although the person asks not to be given what the clip's tags name; a lead's right. Not kept in the open part of the custody event.",
    }),
    work: WorkState.optional(),
    reason: words({ min: 1, max: 2_000 }).trim().min(1).optional().meta({
      description: 'Why the work moves; needed to reopen. Kept in the private part of the custody event.',
    }),
    title: words({ min: 1, max: 500 }).trim().min(1).nullable().optional(),
    sensitivity: Sensitivity.optional(),
    tags: z
      .array(Tag)
      .max(50)
      .refine((tags) => new Set(tags).size === tags.length, { error: 'names a tag twice' })
      .optional(),
    priority: PrioritySchema.optional(),
    advanceWarning: OneLine.nullable().optional(),
  })
  .refine((patch) => Object.keys(patch).some((field) => !['reason', 'despiteTopics'].includes(field)), {
    error: 'nothing to change',
  })
  .meta({ id: 'ClipPatch' });
export type ClipPatch = z.infer<typeof ClipPatch>;
