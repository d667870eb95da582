import { verifyStoreJob } from '../src/custody/worker.js';
import type { DuePart, PartRecovery } from '../src/clips/worker.js';
import type { OutboxRow } from '../src/platform/queue/outbox-relay.js';
import type { QueueBackend } from '../src/platform/queue/queue-backend.js';
import { ClipEventPayload, jobIdOf, jobOfPart, VerificationPayload } from './routes.js';

/** Turns events into jobs. What is to be done is read from the tables, so a repeated or late event does no harm. */
export class JobSender {
  constructor(
    private readonly queues: QueueBackend,
    private readonly recovery: PartRecovery,
  ) {}

  async send(row: OutboxRow): Promise<void> {
    if (row.event === 'verification.requested') {
      const { runId } = VerificationPayload.parse(row.payload);
      await this.queues.add(verifyStoreJob.queue, {
        ...verifyStoreJob,
        jobId: `verify.${runId}`,
        data: { runId },
      });
      return;
    }
    const { clipId } = ClipEventPayload.parse(row.payload);
    // The new run announces itself.
    if (row.event === 'facts.changed') await this.recovery.redo(clipId, 'checks');
    else await this.sendDue(clipId);
  }

  async sendDue(clipId: string): Promise<void> {
    for (const due of await this.recovery.listDue(clipId)) await this.#add(due);
  }

  /** For parts that have waited too long: the queue may have lost the job, or ended it without the part. */
  async resend(clipId: string): Promise<void> {
    for (const due of await this.recovery.listDue(clipId)) {
      const state = await this.queues.state(jobOfPart(due.part).queue, jobIdOf(due));
      if (state === undefined) await this.#add(due);
      // `active`: a worker took the job and died before it had taken the part; a living one takes it within milliseconds.
      else if (['active', 'completed', 'failed'].includes(state)) await this.recovery.raiseRun(due);
    }
  }

  async #add(due: DuePart): Promise<void> {
    const job = jobOfPart(due.part);
    const data = { clipId: due.clipId, part: due.part, run: due.run };
    await this.queues.add(job.queue, {
      name: job.name,
      attempts: job.attempts,
      backoffMs: job.backoffMs,
      jobId: jobIdOf(due),
      data,
    });
  }
}
