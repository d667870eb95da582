import { z } from 'zod';
import { OneLine } from './one-line.js';

// Far beyond the longest clip that is acquired, and within a bigint as JSON.
const Milliseconds = z
  .int()
  .min(0)
  .max(2 ** 40);

export const SensitiveRangeRequest = z
  .strictObject({
    startMs: Milliseconds,
    endMs: Milliseconds,
    sensitivity: z.enum(['personal', 'graphic']),
    warning: OneLine,
  })
  .refine(({ startMs, endMs }) => endMs > startMs, { error: 'must lie after startMs', path: ['endMs'] })
  .meta({ id: 'SensitiveRangeRequest' });
export type SensitiveRangeRequest = z.infer<typeof SensitiveRangeRequest>;

export const SensitiveRange = z
  .object({
    id: z.uuid(),
    clipId: z.uuid(),
    startMs: z.int(),
    endMs: z.int(),
    sensitivity: z.enum(['personal', 'graphic']),
    warning: z.string().meta({ description: 'To be shown before anything of the range is.' }),
    addedBy: z.uuid(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'SensitiveRange' });
export type SensitiveRange = z.infer<typeof SensitiveRange>;

export const SensitiveRangeList = z
  .object({ items: z.array(SensitiveRange), nextCursor: z.null() })
  .meta({ id: 'SensitiveRangeList', description: 'By time; at most 200, so always one page.' });
export type SensitiveRangeList = z.infer<typeof SensitiveRangeList>;
