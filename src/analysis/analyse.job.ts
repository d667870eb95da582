import { z } from 'zod';
import { defineJob } from '../platform/queue/job-definition.js';

/** One kind of job for every stage: which one is in the data, as the plan of parts names it. */
export const runStage = defineJob({
  name: 'analysis.run-stage',
  queue: 'analyse',
  schema: z.strictObject({ clipId: z.uuid(), part: z.string(), run: z.int().positive() }),
  attempts: 3,
  backoffMs: 1_000,
});
