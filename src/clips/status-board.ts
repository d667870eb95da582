import { Injectable } from '@nestjs/common';
import type { Database } from '../platform/db/database.js';
import type { NotificationListener } from '../platform/db/notifications.js';
import { versionTag } from '../platform/http/version-tag.js';
import { InjectDatabase, InjectNotifications } from '../platform/platform.tokens.js';
import { readStatus } from './read-status.js';

export interface PostedStatus {
  readonly caseId: string;
  readonly submitterIds: readonly string[];
  readonly etag: string;
  /** The status object as JSON text, ready to send. */
  readonly body: string;
}

const MOST_REMEMBERED = 20_000;

/**
 * Status objects for pollers: read once for each change, however many ask. The database's notification drops an entry; while
 * the listening connection is away every question goes to the database.
 */
@Injectable()
export class StatusBoard {
  readonly #entries = new Map<string, PostedStatus>();
  /** Reads under way. A notification drops the entry, so that what was read before it is not remembered. */
  readonly #loading = new Map<string, Promise<PostedStatus | undefined>>();
  readonly #waiting = new Map<string, Set<() => void>>();

  constructor(
    @InjectDatabase() private readonly db: Database,
    @InjectNotifications() private readonly notifications: NotificationListener,
  ) {
    notifications.on('clip_status', (clipId) => this.drop(clipId));
  }

  /** The remembered status, when it is certain to be fresh. */
  peek(clipId: string): PostedStatus | undefined {
    return this.notifications.connected ? this.#entries.get(clipId) : undefined;
  }

  async get(clipId: string): Promise<PostedStatus | undefined> {
    const remembered = this.peek(clipId) ?? (await this.#loading.get(clipId));
    if (remembered !== undefined) return remembered;
    const loading = this.#read(clipId);
    this.#loading.set(clipId, loading);
    try {
      const entry = await loading;
      if (entry !== undefined && this.#loading.get(clipId) === loading) this.#remember(clipId, entry);
      return entry;
    } finally {
      if (this.#loading.get(clipId) === loading) this.#loading.delete(clipId);
    }
  }

  /** Resolves when the clip's status may have changed, after `waitMs`, or when the signal fires. */
  async changed(clipId: string, waitMs: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    await new Promise<void>((resolve) => {
      const waiters = this.#waiting.get(clipId) ?? new Set();
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        waiters.delete(done);
        if (waiters.size === 0) this.#waiting.delete(clipId);
        resolve();
      };
      const timer = setTimeout(done, waitMs);
      signal.addEventListener('abort', done, { once: true });
      waiters.add(done);
      this.#waiting.set(clipId, waiters);
    });
  }

  drop(clipId: string): void {
    this.#entries.delete(clipId);
    this.#loading.delete(clipId);
    for (const wake of this.#waiting.get(clipId) ?? []) wake();
  }

  /** Notifications were lost: nothing remembered is certain, and every waiter must look again. */
  dropAll(): void {
    this.#entries.clear();
    this.#loading.clear();
    for (const waiters of [...this.#waiting.values()]) for (const wake of [...waiters]) wake();
  }

  async #read(clipId: string): Promise<PostedStatus | undefined> {
    const snapshot = await readStatus(this.db, clipId);
    if (snapshot === undefined) return undefined;
    return {
      caseId: snapshot.caseId,
      submitterIds: snapshot.submitterIds,
      etag: versionTag(clipId, snapshot.status.version),
      body: JSON.stringify(snapshot.status),
    };
  }

  #remember(clipId: string, entry: PostedStatus): void {
    if (this.#entries.size >= MOST_REMEMBERED) this.#entries.clear();
    this.#entries.set(clipId, entry);
  }
}
