import { z } from 'zod';
import { ClipSummary } from '../clips/index.js';
import { INBOX_REASONS } from './domain/inbox-reasons.js';
import { OptedOut } from './topics.contract.js';
import { Uuid } from '../platform/http/validation.js';

export const InboxQuery = z.strictObject({
  case: Uuid.optional(),
  optedOut: OptedOut,
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(100).optional(),
});
export type InboxQuery = z.infer<typeof InboxQuery>;

export const InboxItem = ClipSummary.extend({
  why: z
    .array(z.enum(INBOX_REASONS))
    .min(1)
    .meta({ description: 'Why the clip waits for people, most pressing first.' }),
}).meta({ id: 'InboxItem' });
export type InboxItem = z.infer<typeof InboxItem>;

export const InboxPage = z
  .object({ items: z.array(InboxItem), nextCursor: z.string().nullable() })
  .meta({ id: 'InboxPage' });
export type InboxPage = z.infer<typeof InboxPage>;
