import type { QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { letInAgain, openEvents } from './client';
import { Coalescer } from './coalescer';
import type { Ending } from './event-connection';
import { EventLoop } from './event-loop';
import type { StreamEvent } from './event-stream';
import { applyStatus, askAgain, askAgainWhatIsOlder, type ClipStatus, type Stale } from './freshen';
import { StatusMemory } from './status-memory';
import { whenLookedAt } from './when-looked-at';

export type { ClipStatus } from './freshen';
/** `polling`: the desk answers, but no news come by themselves. `lost`: nobody answers. */
export type Connection = 'connecting' | 'live' | 'polling' | 'lost';

const POLL_EVERY_MS = 5_000;
/** Proxies cut streams; a single reconnect is no reason to poll. */
const FAILURES_BEFORE_POLLING = 2;
/** Pages that were loading while the stream opened have their answers by then. */
const AFTER_OPENING_MS = 1_500;
const SHOW_EVERY_MS = 100;
const ASK_EVERY_MS = 400;
/** Statuses written in one go: some milliseconds of work. */
const AT_ONCE = 100;

/**
 * The desk's news: each `clip.status` goes to whoever listens and freshens what the page knows. While the stream cannot be
 * had, the page asks again every five seconds instead. A page that nobody looks at hangs up, and resumes where it was.
 */
class Live {
  #queries: QueryClient | undefined;
  #connection: Connection = 'connecting';
  #heardAtMs: number | null = null;
  #wasOpen = false;
  #poll: ReturnType<typeof setInterval> | undefined;
  #ignoreLooks: (() => void) | undefined;
  readonly #memory = new StatusMemory();
  readonly #watchers = new Set<() => void>();
  readonly #listeners = new Set<(status: ClipStatus) => void>();
  readonly #loop = new EventLoop({
    fetch: openEvents,
    onOpen: () => this.#opened(),
    onHeard: () => {
      this.#heardAtMs = Date.now();
    },
    onEvent: (event) => this.#take(event),
    onEnd: (why, failures) => this.#ended(why, failures),
    authorised: letInAgain,
  });
  readonly #shown = new Coalescer<ClipStatus>({
    keyOf: ({ id }) => id,
    flush: (statuses) => this.#show(statuses),
    gapMs: () => SHOW_EVERY_MS,
    most: AT_ONCE,
  });
  readonly #asked = new Coalescer<Stale>({
    keyOf: ({ clipId, isStatus }) => `${clipId} ${isStatus}`,
    flush: (stale) => (this.#queries === undefined ? undefined : askAgain(this.#queries, stale)),
    gapMs: () => ASK_EVERY_MS,
  });

  start(queries: QueryClient): () => void {
    this.stop();
    this.#queries = queries;
    this.#ignoreLooks = whenLookedAt({
      onLook: () => {
        this.#loop.start();
        this.#loop.hurry();
      },
      onAway: () => this.#loop.stop(),
    });
    this.#loop.start();
    return () => this.stop();
  }

  stop(): void {
    this.#ignoreLooks?.();
    this.#loop.stop();
    this.#shown.clear();
    this.#asked.clear();
    this.#pollOrNot(false);
    this.#queries = undefined;
  }

  /** Every status that comes, until the answer is called. In a burst, the last one of each clip. */
  listen(listener: (status: ClipStatus) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  readonly connection = (): Connection => this.#connection;
  /** When the desk was last heard, if only its beat. */
  readonly heardAtMs = (): number | null => this.#heardAtMs;
  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  #opened(): void {
    const queries = this.#queries;
    if (queries === undefined) return;
    const missed = this.#connection === 'polling' || this.#connection === 'lost';
    this.#set('live');
    if (missed) void queries.invalidateQueries();
    if (this.#wasOpen) return;
    this.#wasOpen = true;
    const openedAtMs = Date.now();
    setTimeout(() => void askAgainWhatIsOlder(queries, openedAtMs + AFTER_OPENING_MS / 2), AFTER_OPENING_MS);
  }

  #ended(why: Ending, failures: number): void {
    if (failures < FAILURES_BEFORE_POLLING) this.#set('connecting');
    else this.#set(why === 'unreachable' ? 'lost' : 'polling');
  }

  #take({ type, data }: StreamEvent): void {
    const queries = this.#queries;
    if (queries === undefined) return;
    if (type === 'clip.status') this.#shown.add(JSON.parse(data) as ClipStatus);
    // Something about a clip that its status does not show: an annotation, a comment, a match.
    else if (type === 'clip.activity')
      this.#asked.add({ clipId: (JSON.parse(data) as { id: string }).id, isStatus: false });
    else if (type === 'reset') void queries.invalidateQueries();
  }

  #show(statuses: readonly ClipStatus[]): void {
    const queries = this.#queries;
    if (queries === undefined) return;
    for (const status of statuses) {
      const news = this.#memory.take(status);
      if (news === 'known') continue;
      applyStatus(queries, status);
      if (news === 'change') this.#asked.add({ clipId: status.id, isStatus: true });
      for (const listener of this.#listeners) listener(status);
    }
  }

  #set(connection: Connection): void {
    this.#pollOrNot(connection === 'polling');
    if (this.#connection === connection) return;
    this.#connection = connection;
    for (const watcher of this.#watchers) watcher();
  }

  #pollOrNot(polls: boolean): void {
    if (polls) this.#poll ??= setInterval(() => this.#ask(), POLL_EVERY_MS);
    else {
      clearInterval(this.#poll);
      this.#poll = undefined;
    }
  }

  #ask(): void {
    if (!document.hidden) void this.#queries?.invalidateQueries();
  }
}

export const live = new Live();
export const useConnection = (): Connection => useSyncExternalStore(live.watch, live.connection);
