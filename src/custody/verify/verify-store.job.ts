import { z } from 'zod';

import { defineJob } from '../../platform/queue/job-definition.js';

/** Once: a verification that could not be completed is asked for again by a person, who has seen why. */
export const verifyStoreJob = defineJob({
  name: 'custody.verify-store',
  queue: 'upkeep',
  schema: z.strictObject({ runId: z.uuid() }),
  attempts: 1,
  backoffMs: 0,
});
