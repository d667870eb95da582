import type { Logger } from 'pino';
import { verifyStoreJob } from '../src/custody/worker.js';
import type { QueueBackend, QueueConsumer } from '../src/platform/queue/queue-backend.js';
import type { PartRunner } from './part-runner.js';
import { PartJobData } from './routes.js';
import type { VerificationRuns } from './verification-runs.js';

/** Downloads mostly wait; analysis burns cores, so one media process for each. */
const DOWNLOADS_AT_ONCE = 4;

export function consumeQueues(
  queues: QueueBackend,
  options: { runner: PartRunner; verification: VerificationRuns; logger: Logger; cores: number },
): QueueConsumer[] {
  const { runner, verification, logger, cores } = options;
  const onError = (error: Error) => logger.warn({ err: error }, 'queue trouble');
  return [
    queues.consume('acquire', (job) => runner.run(job, PartJobData.parse(job.data)), {
      concurrency: DOWNLOADS_AT_ONCE,
      onError,
    }),
    queues.consume('analyse', (job) => runner.run(job, PartJobData.parse(job.data)), {
      concurrency: cores,
      onError,
    }),
    queues.consume('upkeep', (job) => verification.run(verifyStoreJob.schema.parse(job.data).runId), {
      concurrency: 1,
      onError,
    }),
  ];
}
