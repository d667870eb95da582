import type { z } from 'zod';

/** Queues are few: one for work that waits on the network, one for work that burns a core, one for upkeep. */
export type QueueName = 'acquire' | 'analyse' | 'upkeep';

/** A kind of job, declared apart from its handler (`workers/` joins the two). */
export interface JobDefinition<Data> {
  /** `feature.verb-object` */
  readonly name: string;
  readonly queue: QueueName;
  readonly schema: z.ZodType<Data>;
  /** Tries within one run; only transient errors use more than the first. */
  readonly attempts: number;
  /** Delay before the second try, in milliseconds; doubled before each further one. */
  readonly backoffMs: number;
}

export function defineJob<Data>(definition: JobDefinition<Data>): JobDefinition<Data> {
  return definition;
}
