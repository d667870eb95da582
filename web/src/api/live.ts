import type { QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { keys } from './keys';
import type { Schemas } from './problem';

export type Connection = 'connecting' | 'live' | 'polling';
export type ClipStatus = Schemas['ClipStatus'];

const POLL_EVERY_MS = 5_000;
/** Proxies cut streams; a single reconnect is no reason to poll. */
const FAILURES_BEFORE_POLLING = 2;

/**
 * The desk's Server-Sent Events: each `clip.status` goes to whoever listens and freshens what the page knows. While the
 * stream cannot be had, the page asks again every five seconds instead.
 */
class Live {
  #source: EventSource | undefined;
  #poll: ReturnType<typeof setInterval> | undefined;
  #failures = 0;
  #connection: Connection = 'connecting';
  readonly #watchers = new Set<() => void>();
  readonly #listeners = new Set<(status: ClipStatus) => void>();

  start(queries: QueryClient): () => void {
    const source = new EventSource('/api/v1/events');
    this.#source = source;
    source.addEventListener('open', () => {
      // What happened while nobody listened: the stream resumes, but lists were not told while it polled.
      if (this.#connection === 'polling') void queries.invalidateQueries();
      this.#failures = 0;
      this.#set('live', queries);
    });
    source.addEventListener('error', () => {
      this.#failures += 1;
      if (source.readyState === EventSource.CLOSED || this.#failures >= FAILURES_BEFORE_POLLING)
        this.#set('polling', queries);
      else this.#set('connecting', queries);
      if (source.readyState === EventSource.CLOSED) {
        setTimeout(() => {
          if (this.#source !== source) return;
          this.stop();
          this.start(queries);
        }, POLL_EVERY_MS);
      }
    });
    source.addEventListener('reset', () => void queries.invalidateQueries());
    source.addEventListener('clip.status', (event) => {
      const status = JSON.parse(event.data as string) as ClipStatus;
      this.#freshen(queries, status);
      for (const listener of this.#listeners) listener(status);
    });
    // Something about a clip that its status does not show: an annotation, a comment, a match.
    source.addEventListener('clip.activity', (event) => {
      const { id } = JSON.parse(event.data as string) as { id: string };
      void queries.invalidateQueries({ queryKey: keys.clip(id) });
    });
    return () => this.stop();
  }

  stop(): void {
    this.#source?.close();
    this.#source = undefined;
    clearInterval(this.#poll);
    this.#poll = undefined;
  }

  /** Every status that comes, until the answer is called. */
  listen(listener: (status: ClipStatus) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  readonly connection = (): Connection => this.#connection;
  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  #freshen(queries: QueryClient, status: ClipStatus): void {
    queries.setQueryData(keys.clipPart(status.id, 'status'), status);
    void queries.invalidateQueries({ queryKey: keys.clip(status.id) });
    void queries.invalidateQueries({ queryKey: keys.dashboard });
  }

  #set(connection: Connection, queries: QueryClient): void {
    if (connection === 'polling')
      this.#poll ??= setInterval(() => void queries.invalidateQueries(), POLL_EVERY_MS);
    else {
      clearInterval(this.#poll);
      this.#poll = undefined;
    }
    if (this.#connection === connection) return;
    this.#connection = connection;
    for (const watcher of this.#watchers) watcher();
  }
}

export const live = new Live();
export const useConnection = (): Connection => useSyncExternalStore(live.watch, live.connection);
