import { Injectable } from '@nestjs/common';
import type { Database } from '../../platform/db/database.js';
import type { NotificationListener } from '../../platform/db/notifications.js';
import { InjectDatabase, InjectNotifications } from '../../platform/platform.tokens.js';
import { sha256Hex } from '../../shared/sha256.js';
import { presentDashboard } from './present-dashboard.js';
import { listOldestWaiting, readTally } from './tally.repository.js';

export interface PostedDashboard {
  readonly etag: string;
  /** JSON text, ready to send. */
  readonly body: string;
}

interface Entry {
  /** Long ago once the database said that a clip has moved since. */
  readAtMs: number;
  readonly posted: Promise<PostedDashboard>;
}

/** Whatever the notifications say: days pass without one. */
const FRESH_FOR_MS = 1_000;
const MOST_REMEMBERED = 200;
const DAYS = 14;
const WAITING = 10;

/** The figures of a set of cases, read once for all who ask before a clip moves, and for at most a second. */
@Injectable()
export class DashboardBoard {
  readonly #entries = new Map<string, Entry>();

  constructor(
    @InjectDatabase() private readonly db: Database,
    @InjectNotifications() private readonly notifications: NotificationListener,
  ) {
    notifications.on('clip_status', () => {
      for (const entry of this.#entries.values()) entry.readAtMs = Number.NEGATIVE_INFINITY;
    });
  }

  async get(caseIds: readonly string[]): Promise<PostedDashboard> {
    const key = sha256Hex(caseIds.toSorted().join());
    const known = this.#entries.get(key);
    const fresh = known !== undefined && Date.now() - known.readAtMs < FRESH_FOR_MS;
    if (fresh && this.notifications.connected) return known.posted;
    const posted = this.#read(caseIds, known?.posted);
    if (this.#entries.size >= MOST_REMEMBERED) this.#entries.clear();
    this.#entries.set(key, { readAtMs: Date.now(), posted });
    // A failed reading must not be what others are answered with.
    posted.catch(() => this.#entries.delete(key));
    return posted;
  }

  async #read(
    caseIds: readonly string[],
    before: Promise<PostedDashboard> | undefined,
  ): Promise<PostedDashboard> {
    const [tally, waiting] = await Promise.all([
      readTally(this.db, caseIds, DAYS),
      listOldestWaiting(this.db, caseIds, WAITING),
    ]);
    const figures = presentDashboard({ ...tally, waiting }, DAYS);
    const etag = `"${sha256Hex(JSON.stringify(figures)).slice(0, 32)}"`;
    // The same figures keep their time, so that one tag always names the same bytes here.
    const last = await before;
    if (last?.etag === etag) return last;
    return { etag, body: JSON.stringify({ ...figures, asOf: tally.now.toISOString() }) };
  }
}
