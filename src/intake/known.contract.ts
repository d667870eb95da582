import { z } from 'zod';
import { PostTime } from '../clips/index.js';
import { Uuid } from '../platform/http/validation.js';
import { words } from '../platform/http/words.js';

export const KnownRequest = z
  .strictObject({
    urls: z
      .array(words({ min: 1, max: 20_000 }))
      .min(1)
      .max(200),
    caseId: Uuid.optional().meta({ description: 'By default the inbox.' }),
  })
  .meta({ id: 'KnownRequest' });
export type KnownRequest = z.infer<typeof KnownRequest>;

export const KnownLink = z
  .union([
    z.object({
      canonicalUrl: z.string(),
      platform: z.string(),
      kind: z.string(),
      postTime: PostTime.nullable(),
      clipId: z
        .uuid()
        .optional()
        .meta({ description: 'The clip of this link in the case, if the caller may see it.' }),
      clipSince: z.iso.datetime().optional(),
    }),
    z.object({ problem: z.object({ code: z.string(), detail: z.string() }) }),
  ])
  .meta({ id: 'KnownLink' });

export const KnownAnswer = z
  .object({ items: z.array(KnownLink).meta({ description: 'In the order of the links.' }) })
  .meta({ id: 'KnownAnswer' });
export type KnownAnswer = z.infer<typeof KnownAnswer>;
