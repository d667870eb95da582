import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

/** Channels on which the database wakes processes. Payloads are hints: what is true is read from the tables. */
export type Channel =
  'outbox' | 'clip_status' | 'clip_activity' | 'worker_ended' | 'token_changed' | 'webhook_due';

type Listener = (payload: string) => void;

/**
 * One LISTEN connection that re-connects by itself. After each (re)connection `onConnected` runs, because notifications
 * sent while it was away are lost: the listener must look at the tables then.
 */
export class NotificationListener {
  readonly #listeners = new Map<Channel, Set<Listener>>();
  #client: pg.Client | undefined;
  #closed = false;
  connected = false;

  constructor(
    private readonly url: string,
    private readonly hooks: {
      onConnected?: () => void;
      onLost?: () => void;
      onError: (error: unknown) => void;
    },
  ) {}

  on(channel: Channel, listener: Listener): () => void {
    const listeners = this.#listeners.get(channel) ?? new Set();
    listeners.add(listener);
    this.#listeners.set(channel, listeners);
    return () => listeners.delete(listener);
  }

  /** Resolves once listening; afterwards keeps itself connected until `close`. Register listeners first. */
  async start(): Promise<void> {
    await this.#connect();
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#client?.end();
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url, keepAlive: true });
    client.on('notification', (message) => {
      for (const listener of this.#listeners.get(message.channel as Channel) ?? [])
        listener(message.payload ?? '');
    });
    client.on('error', (error) => this.hooks.onError(error));
    await client.connect();
    for (const channel of this.#listeners.keys()) await client.query(`listen ${channel}`);
    // Only now: a client that failed to connect also emits `end`, and each would start a loop of its own.
    client.on('end', () => this.#lost());
    this.#client = client;
    this.connected = true;
    this.hooks.onConnected?.();
  }

  #lost(): void {
    if (this.connected) this.hooks.onLost?.();
    this.connected = false;
    if (!this.#closed) void this.#reconnect();
  }

  async #reconnect(): Promise<void> {
    for (let waitMs = 100; !this.#closed; waitMs = Math.min(waitMs * 2, 2_000)) {
      await delay(waitMs);
      try {
        await this.#connect();
        return;
      } catch (error) {
        this.hooks.onError(error);
      }
    }
  }
}
