import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import { sweepStatusEvents, type PartRecovery } from '../src/clips/worker.js';
import type { CheckpointSigner } from '../src/custody/index.js';
import { meltTally, type WebhookRunner } from '../src/dashboard/worker.js';
import type { Database } from '../src/platform/db/database.js';
import { listDeadWorkers } from '../src/platform/queue/worker-registry.js';
import type { OutboxRelay } from '../src/platform/queue/outbox-relay.js';
import type { ObjectStore } from '../src/platform/storage/object-store.js';
import type { JobSender } from './job-sender.js';
import type { PartRunner } from './part-runner.js';

const LOOK_EVERY_MS = 5_000;
const RECONCILE_EVERY_MS = 10_000;
const STUCK_AFTER_MS = 10_000;
/** After a death: whatever it had taken from the queue was taken before its replacement came up. */
const STUCK_AFTER_DEATH_MS = 1_000;
const CHECKPOINT_EVERY_MS = 600_000;
const CHECKPOINT_LOOK_EVERY_MS = 30_000;
const CHECKPOINT_EVENTS = 1_000;
const MELT_EVERY_MS = 10_000;
/** How long a listener may stay away and still miss nothing. */
const STATUS_EVENTS_KEPT_DAYS = 7;
const SWEEP_EVERY_MS = 3_600_000;
/** Longer than any download or decode may take: an older draft belongs to nobody. */
const DRAFT_LEFT_BEHIND_MS = 24 * 3_600_000;

/** What a worker does beside jobs: carry the outbox, redrive the parts of the dead, re-send what the queue lost, sign checkpoints. */
export class Upkeep {
  readonly #timers: NodeJS.Timeout[] = [];
  readonly #underWay = new Set<Promise<void>>();

  constructor(
    private readonly rooms: {
      db: Database;
      workerId: string;
      /** Folder of all workers' scratch folders, each named by its worker's id. */
      scratchRoot: string;
      runner: PartRunner;
      recovery: PartRecovery;
      sender: JobSender;
      relay: OutboxRelay;
      signer: CheckpointSigner;
      store: ObjectStore;
      webhooks: WebhookRunner;
      logger: Logger;
    },
  ) {}

  start(): void {
    this.#every(LOOK_EVERY_MS, async () => this.lookAround());
    this.#every(RECONCILE_EVERY_MS, () => this.#reconcile(STUCK_AFTER_MS));
    this.#every(CHECKPOINT_EVERY_MS, () => this.#checkpoint(1));
    this.#every(CHECKPOINT_LOOK_EVERY_MS, () => this.#checkpoint(CHECKPOINT_EVENTS));
    this.#every(MELT_EVERY_MS, () => meltTally(this.rooms.db));
    this.#every(SWEEP_EVERY_MS, () => this.#sweep());
    this.workerEnded();
    this.#do(() => this.#sweep());
  }

  /** Notifications are hints and get lost with a connection, so this also runs on a timer. */
  lookAround(): void {
    this.rooms.relay.wake();
    this.rooms.webhooks.wake();
    this.#do(async () => {
      const { recovery, runner, workerId } = this.rooms;
      const redriven =
        (await recovery.redriveOrphans()) + (await recovery.redriveAbandoned(workerId, runner.tokens));
      if (redriven > 0)
        this.rooms.logger.warn({ redriven }, 'parts that nobody works on were given new runs');
    });
  }

  workerEnded(): void {
    this.lookAround();
    this.rooms.webhooks.workerEnded();
    this.#do(() => this.#reconcile(STUCK_AFTER_DEATH_MS));
  }

  async stop(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    await Promise.all(this.#underWay);
    await this.rooms.relay.stop();
    await this.rooms.webhooks.stop();
    this.#do(() => this.#checkpoint(1));
    await Promise.all(this.#underWay);
  }

  async #reconcile(stuckAfterMs: number): Promise<void> {
    for (const clipId of await this.rooms.recovery.listStuckClips(stuckAfterMs))
      await this.rooms.sender.resend(clipId);
  }

  async #checkpoint(minNewEvents: number): Promise<void> {
    await this.rooms.signer.signCheckpoint({ minNewEvents });
  }

  async #sweep(): Promise<void> {
    await removeScratchOfTheDead(this.rooms.db, this.rooms.scratchRoot);
    await this.rooms.store.sweepDrafts(DRAFT_LEFT_BEHIND_MS);
    await this.rooms.db
      .deleteFrom('idempotency_key')
      .where('created_at', '<', sql<Date>`now() - interval '24 hours'`)
      .execute();
    await this.rooms.webhooks.sweep();
    await this.rooms.db.transaction().execute((tx) => sweepStatusEvents(tx, STATUS_EVENTS_KEPT_DAYS));
  }

  #every(milliseconds: number, task: () => Promise<void>): void {
    this.#timers.push(setInterval(() => this.#do(task), milliseconds));
  }

  #do(task: () => Promise<void>): void {
    const running = task()
      .catch((error: unknown) => this.rooms.logger.warn({ err: error }, 'upkeep failed, will be tried again'))
      .finally(() => this.#underWay.delete(running));
    this.#underWay.add(running);
  }
}

/** A worker that was killed could not clear up behind itself. */
async function removeScratchOfTheDead(db: Database, scratchRoot: string): Promise<void> {
  const dead = new Set(await listDeadWorkers(db, await readdir(scratchRoot)));
  for (const workerId of dead) await rm(join(scratchRoot, workerId), { recursive: true, force: true });
}
