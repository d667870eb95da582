import { z } from 'zod';
import { ProcessingStateSchema, Verification, WorkState } from '../../clips/index.js';
import { PART_ERROR_CODES } from '../../shared/errors.js';

const Count = z.number().int().nonnegative();

export const Dashboard = z
  .object({
    counts: z.object({
      total: Count,
      processing: z.record(ProcessingStateSchema, Count),
      work: z.record(WorkState, Count),
      verification: z.record(Verification, Count),
    }),
    oldestWaiting: z
      .array(z.object({ clipId: z.uuid(), work: WorkState, since: z.iso.datetime() }))
      .meta({ description: 'The ten clips that were submitted first, are not cancelled and not closed.' }),
    ageing: z.array(z.object({ fromDays: Count, toDays: Count.nullable(), count: Count })).meta({
      description:
        'How many clips wait (not cancelled, not closed), by whole UTC days since they were submitted; `toDays` is not included, null is without end.',
    }),
    throughput: z
      .array(z.object({ day: z.iso.date(), submitted: Count, concluded: Count, closed: Count }))
      .meta({
        description:
          'The last 14 days (UTC), oldest first: clips submitted, and how often a clip came to a verdict or was closed.',
      }),
    failures: z
      .array(z.object({ code: z.enum(PART_ERROR_CODES), count: Count }))
      .meta({ description: 'Clips that failed, in whole or in part, by code; most first.' }),
    needsAttention: Count.meta({
      description: 'Claims with new contradicting evidence after their verdict.',
    }),
    asOf: z.iso.datetime().meta({ description: 'Since when these figures have been so.' }),
  })
  .meta({ id: 'Dashboard' });
export type Dashboard = z.infer<typeof Dashboard>;
