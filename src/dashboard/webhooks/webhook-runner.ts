import type { Logger } from 'pino';
import { unsealText, type CustodyLog, type PrivateVault } from '../../custody/index.js';
import type { Database } from '../../platform/db/database.js';
import type { EgressGuard } from '../../platform/egress/index.js';
import { DeliveryQueue, type DeliveryEnding, type DueDelivery } from './delivery-queue.js';
import { retryDelayMs } from './domain/retry-delay.js';
import { postWebhook } from './post-webhook.js';
import { WebhookRepository } from './webhook.repository.js';

const LOOK_EVERY_MS = 5_000;
const LOOK_SOON_MS = 100;
const GONE = 410;

/**
 * A worker's part in webhooks: it makes deliveries of what has happened and posts those that are due. Any number of workers
 * may run it; the rows decide who has what in hand.
 */
export class WebhookRunner {
  readonly #queue: DeliveryQueue;
  readonly #webhooks = new WebhookRepository();
  readonly #inHand = new Set<Promise<void>>();
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> | undefined;
  #again = false;
  readonly #stopping = new AbortController();

  constructor(
    private readonly rooms: {
      readonly db: Database;
      readonly workerId: string;
      readonly custody: CustodyLog;
      readonly vault: PrivateVault;
      readonly guard: EgressGuard;
      readonly logger: Logger;
    },
  ) {
    this.#queue = new DeliveryQueue(rooms.db, rooms.workerId);
  }

  /** Something has happened; calls that come while a round is under way make one more. */
  wake(): void {
    this.#again = true;
    if (this.#stopping.signal.aborted) return;
    this.#round ??= this.#rounds().finally(() => {
      this.#round = undefined;
    });
  }

  workerEnded(): void {
    void this.#queue
      .takeBackFromTheDead()
      .then(() => this.wake())
      .catch((error: unknown) =>
        this.rooms.logger.warn({ err: error }, 'webhooks of dead workers wait for their lease'),
      );
  }

  async sweep(): Promise<void> {
    await this.#queue.sweep();
  }

  /** What is in hand is broken off and tried again by another worker. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    clearTimeout(this.#timer);
    await this.#round;
    await Promise.all(this.#inHand);
  }

  async #rounds(): Promise<void> {
    while (this.#again && !this.#stopping.signal.aborted) {
      this.#again = false;
      let waitMs = LOOK_EVERY_MS;
      try {
        if (await this.#queue.fanOut()) waitMs = LOOK_SOON_MS;
        const due = await this.#queue.take();
        for (const delivery of due) this.#handle(delivery);
        const dueMs = due.length > 0 ? LOOK_SOON_MS : await this.#queue.nextDueMs();
        // Of a webhook that has some in hand, others may be due that are not taken yet: their end wakes this.
        if (dueMs !== undefined) waitMs = Math.min(waitMs, Math.max(dueMs, LOOK_SOON_MS));
      } catch (error) {
        this.rooms.logger.warn({ err: error }, 'webhooks could not be looked at, will be tried again');
      }
      clearTimeout(this.#timer);
      if (!this.#stopping.signal.aborted) this.#timer = setTimeout(() => this.wake(), waitMs);
    }
  }

  #handle(delivery: DueDelivery): void {
    const running = this.#deliver(delivery)
      .catch((error: unknown) =>
        this.rooms.logger.warn(
          { err: error, delivery: delivery.id },
          'a delivery waits for its lease to end',
        ),
      )
      .finally(() => {
        this.#inHand.delete(running);
        this.wake();
      });
    this.#inHand.add(running);
  }

  async #deliver(delivery: DueDelivery): Promise<void> {
    const { id, webhookId, attempts } = delivery;
    if (!(await this.#queue.isStillOwed(id))) {
      const error = 'Whoever made this webhook does not lead the case any more.';
      await this.#queue.end(id, attempts, { kind: 'dead', status: null, error });
      return;
    }
    const secret = unsealText(this.rooms.vault, webhookId, delivery.secret);
    const message = { id, url: delivery.url, secret, body: delivery.body };
    const outcome = await postWebhook(this.rooms.guard, message, this.#stopping.signal);
    if (outcome.kind === 'answered' && outcome.status === GONE) {
      await this.#queue.end(id, attempts, { kind: 'dead', status: GONE, error: 'The receiver is gone.' });
      await this.#removeGone(webhookId);
      return;
    }
    await this.#queue.end(id, attempts, endingOf(outcome, attempts));
  }

  /** 410 is how a receiver says that it wants no more (Standard Webhooks). */
  async #removeGone(webhookId: string): Promise<void> {
    await this.rooms.db.transaction().execute(async (tx) => {
      if (!(await this.#webhooks.remove(tx, webhookId, 'The receiver is gone.'))) return;
      await this.rooms.custody.append(tx, [
        { chain: 'system', action: 'webhook.removed', actor: 'system', body: { webhookId } },
      ]);
    });
  }
}

function endingOf(outcome: Awaited<ReturnType<typeof postWebhook>>, attempts: number): DeliveryEnding {
  if (outcome.kind === 'answered' && outcome.status >= 200 && outcome.status < 300)
    return { kind: 'delivered', status: outcome.status };
  const status = outcome.kind === 'answered' ? outcome.status : null;
  const error = outcome.kind === 'answered' ? `It answered ${outcome.status}.` : outcome.error;
  const afterMs = retryDelayMs(attempts);
  return afterMs === undefined ? { kind: 'dead', status, error } : { kind: 'retry', afterMs, status, error };
}
