import { z } from 'zod';
import { Uuid } from '../platform/http/validation.js';
import { words } from '../platform/http/words.js';

export const CommentRequest = z
  .strictObject({
    text: words({ min: 1, max: 10_000 }).refine((text) => text.trim() !== '', { error: 'says nothing' }),
    claimId: Uuid.optional(),
    inReplyTo: Uuid.optional(),
    mentions: z
      .array(Uuid)
      .max(50)
      .refine((ids) => new Set(ids).size === ids.length, { error: 'names a person twice' })
      .default([]),
  })
  .meta({ id: 'CommentRequest' });
export type CommentRequest = z.infer<typeof CommentRequest>;

export const Comment = z
  .object({
    id: z.uuid(),
    caseId: z.uuid(),
    clipId: z.uuid(),
    claimId: z
      .uuid()
      .nullable()
      .meta({ description: 'Set: the comment is as blind as the assessments of that claim.' }),
    inReplyTo: z.uuid().nullable(),
    text: z.string().nullable().meta({ description: 'null when withdrawn.' }),
    mentions: z.array(z.uuid()),
    madeBy: z.uuid(),
    createdAt: z.iso.datetime(),
    withdrawnAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Comment' });
export type Comment = z.infer<typeof Comment>;

export const CommentPage = z
  .object({ items: z.array(Comment), nextCursor: z.uuid().nullable() })
  .meta({ id: 'CommentPage' });
