import { z } from 'zod';
import { defineJob } from '../platform/queue/job-definition.js';

export const acquireClip = defineJob({
  name: 'acquisition.acquire-clip',
  queue: 'acquire',
  schema: z.strictObject({ clipId: z.uuid(), part: z.string(), run: z.int().positive() }),
  attempts: 4,
  backoffMs: 1_000,
});
