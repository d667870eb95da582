import { z } from 'zod';

export const HistoryItem = z
  .object({
    seq: z.int().positive().meta({ description: "The event's place in the custody log." }),
    at: z.iso.datetime(),
    action: z.string(),
    actor: z.object({
      kind: z.enum(['user', 'worker', 'system', 'protected', 'hidden']).meta({
        description:
          'protected: whoever submitted asked not to be named, and is shown to leads and to themselves alone. hidden: the reader has not judged the claim yet.',
      }),
      id: z.uuid().optional(),
      name: z.string().optional(),
    }),
    summary: z.string().meta({ description: 'One English sentence.' }),
    changes: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })).optional(),
    ref: z.object({ kind: z.string(), id: z.uuid() }).optional(),
  })
  .meta({ id: 'HistoryItem' });
export type HistoryItem = z.infer<typeof HistoryItem>;

export const HistoryPage = z
  .object({ items: z.array(HistoryItem), nextCursor: z.string().nullable() })
  .meta({ id: 'HistoryPage' });
export type HistoryPage = z.infer<typeof HistoryPage>;
