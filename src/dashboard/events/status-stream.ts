import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import {
  isBefore,
  isPositionKept,
  latestStatusPosition,
  listStatusEvents,
  type StatusPosition,
} from '../../clips/index.js';
import type { Database } from '../../platform/db/database.js';
import type { NotificationListener } from '../../platform/db/notifications.js';
import { InjectDatabase, InjectNotifications } from '../../platform/platform.tokens.js';
import { readActivity, type ClipActivity } from '../../custody/index.js';
import { Coalesce } from './coalesce.js';
import { activityFrame, batchOf, type Listener } from './listener.js';

const PAGE = 500;
const BEAT_EVERY_MS = 15_000;
/** Notifications get lost with their connection, and a transaction that held events back may end without one. */
const LOOK_EVERY_MS = 5_000;
const SHORTEST_HOLD_MS = 5;
const LONGEST_HOLD_MS = 200;
const AFTER_TROUBLE_MS = 1_000;
/**
 * After events have been given out it is waited for so many times as long as that took: what comes meanwhile is given out
 * together, one write for each listener, so that hundreds of them take a fifth of this process's time and no more.
 */
const REST = 4;
const LONGEST_REST_MS = 100;
/** A person who draws, or a machine that finds a hundred things, makes a page ask again once a second and no more. */
const ACTIVITY_EVERY_MS = 1_000;
/** Writing to hundreds of listeners takes tens of milliseconds, in which nobody else would be answered. */
const LONGEST_TURN_MS = 3;

/**
 * Every state of every clip, once, in order, to all who listen at this process. One reader follows the table, woken by the
 * database's notifications; what it reads is made into bytes once. Nothing runs while nobody listens.
 */
@Injectable()
export class StatusStream implements OnModuleDestroy {
  readonly #logger = new Logger('events');
  readonly #listeners = new Set<Listener>();
  readonly #activity = new Coalesce<ClipActivity>((all) => void this.#tellActivity(all), ACTIVITY_EVERY_MS);
  readonly #beat: NodeJS.Timeout;
  readonly #look: NodeJS.Timeout;
  /** Everything up to here has been given to the live listeners; undefined while nobody listens. */
  #position: StatusPosition | undefined;
  #locating: Promise<StatusPosition> | undefined;
  #reading = false;
  #again = false;
  #restMs = 0;
  #judging: Promise<void> | undefined;
  #judgeAgain = false;
  #closed = false;

  constructor(
    @InjectDatabase() private readonly db: Database,
    @InjectNotifications() notifications: NotificationListener,
  ) {
    notifications.on('clip_status', () => this.#wake());
    notifications.on('clip_activity', (payload) => {
      const activity = readActivity(payload);
      if (activity !== undefined && this.#listeners.size > 0) this.#activity.note(activity.clipId, activity);
    });
    notifications.on('token_changed', () => this.#judgeAll());
    this.#beat = setInterval(() => {
      void this.#inTurns((listener) => listener.beat());
      // Tokens also die by the clock.
      this.#judgeAll();
    }, BEAT_EVERY_MS).unref();
    this.#look = setInterval(() => this.#wake(), LOOK_EVERY_MS).unref();
  }

  get size(): number {
    return this.#listeners.size;
  }

  /** Notifications were lost, or may have been. */
  lookAgain(): void {
    this.#judgeAll();
    this.#wake();
  }

  onModuleDestroy(): void {
    this.#closed = true;
    clearInterval(this.#beat);
    clearInterval(this.#look);
    this.#activity.close();
    for (const listener of this.#listeners) listener.end();
    this.#listeners.clear();
  }

  leave(listener: Listener): void {
    this.#listeners.delete(listener);
    if (this.#listeners.size === 0) this.#position = undefined;
  }

  /** From now on, or from right after `after` when the listener has been here before. */
  async join(listener: Listener, after: StatusPosition | undefined): Promise<void> {
    // It may have hung up while it was let in.
    if (this.#closed || listener.gone) {
      listener.end();
      return;
    }
    this.#listeners.add(listener);
    await this.#locate();
    const kept = after === undefined || (await isPositionKept(this.db, after));
    // Read only now and without waiting: the reader moves on while others are waited for.
    let here = this.#position;
    if (here === undefined) return;
    if (after === undefined) listener.standAt(here);
    else if (!kept) listener.reset(here);
    else {
      listener.passTo(after);
      while (here !== undefined && isBefore(listener.position, here)) {
        await this.#catchUp(listener, here);
        here = this.#position;
      }
    }
    // Nothing was waited for since `here` was compared: what the reader gives out next is what comes next for this listener.
    listener.live = true;
    this.#wake();
  }

  async #catchUp(listener: Listener, upTo: StatusPosition): Promise<void> {
    const { caseIds, filter, position } = listener;
    const { events } = await listStatusEvents(this.db, {
      after: position,
      upTo,
      caseIds,
      clipId: filter.clipId,
      limit: PAGE,
    });
    // A right that was lost while this was read must count for it.
    await this.#judging;
    listener.give(batchOf(events));
    if (events.length < PAGE) listener.passTo(upTo);
    await listener.drained();
  }

  /** Afterwards the position is known, unless everybody has left. */
  async #locate(): Promise<void> {
    if (this.#position !== undefined) return;
    this.#locating ??= latestStatusPosition(this.db).finally(() => {
      this.#locating = undefined;
    });
    const found = await this.#locating;
    if (this.#listeners.size > 0) this.#position ??= found;
  }

  #wake(): void {
    this.#again = true;
    if (this.#reading || this.#closed || this.#listeners.size === 0) return;
    this.#reading = true;
    void this.#follow().finally(() => {
      this.#reading = false;
      // A call that came between the last look and here.
      if (this.#again) this.#wake();
    });
  }

  async #follow(): Promise<void> {
    let holdMs = SHORTEST_HOLD_MS;
    while (this.#again && !this.#closed && this.#listeners.size > 0) {
      this.#again = false;
      try {
        const held = await this.#readOn();
        holdMs = held ? Math.min(holdMs * 2, LONGEST_HOLD_MS) : SHORTEST_HOLD_MS;
        await delay(Math.max(held ? holdMs : 0, this.#restMs));
        if (held) this.#again = true;
      } catch (error) {
        this.#logger.warn({ err: error }, 'events could not be read, will be tried again');
        await delay(AFTER_TROUBLE_MS);
        this.#again = true;
      }
    }
  }

  /** One page to everybody. Answers whether there is more behind a transaction that is still open. */
  async #readOn(): Promise<boolean> {
    await this.#locate();
    const from = this.#position;
    if (from === undefined) return false;
    this.#restMs = 0;
    const { events, held } = await listStatusEvents(this.db, { after: from, limit: PAGE });
    await this.#judging;
    const last = events.at(-1);
    // Everybody left meanwhile, and whoever came since starts at another place.
    if (last === undefined || this.#position !== from) return held;
    this.#position = last.position;
    const batch = batchOf(events);
    const began = performance.now();
    await this.#inTurns((listener) => {
      if (listener.live) listener.give(batch);
    });
    this.#restMs = Math.min((performance.now() - began) * REST, LONGEST_REST_MS);
    if (events.length === PAGE) this.#again = true;
    return held;
  }

  async #tellActivity(all: readonly ClipActivity[]): Promise<void> {
    const frames = all.map(activityFrame);
    await this.#judging;
    await this.#inTurns((listener) => {
      if (listener.live) listener.giveActivity(frames);
    });
  }

  /** Everybody in turn, with the event loop free for others between; who joins meanwhile is among them. */
  async #inTurns(act: (listener: Listener) => void): Promise<void> {
    let from = performance.now();
    for (const listener of this.#listeners) {
      if (performance.now() - from > LONGEST_TURN_MS) {
        await nextTurn();
        // A right that was lost meanwhile must count for those whose turn is still to come.
        await this.#judging;
        from = performance.now();
      }
      act(listener);
    }
  }

  /** Nothing is given out until everybody has been asked again. */
  #judgeAll(): void {
    this.#judgeAgain = true;
    this.#judging ??= this.#judge().finally(() => {
      this.#judging = undefined;
      if (this.#judgeAgain) this.#judgeAll();
    });
  }

  async #judge(): Promise<void> {
    // Whoever remembers principals hears of the change by the same notification, perhaps after this: let them forget first.
    await Promise.resolve();
    while (this.#judgeAgain) {
      this.#judgeAgain = false;
      for (const listener of this.#listeners) {
        try {
          await listener.judgeAgain();
        } catch (error) {
          // Better a listener that has to come back than one that hears what it may not.
          this.#logger.warn({ err: error }, 'a listener could not be judged again');
          listener.end();
        }
      }
    }
  }
}
