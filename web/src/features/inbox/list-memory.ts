import type { RowPage } from './list-queries';
import { cursorAbove, withNext, type Cursor } from './row-pages';

/** Where somebody is in a list, so that coming back from a clip is coming back. */
export interface ListPlace {
  readonly cursors: readonly Cursor[];
  /** The newest clip when the list was begun. */
  readonly newestId: string | null;
  /** The row that keys act on. */
  readonly active: number;
  /** Null until the last page has come. */
  readonly lastPageRows: number | null;
}

export const beginning: ListPlace = { cursors: [null], newestId: null, active: 0, lastPageRows: null };
const MOST = 20;

/** The places of this tab's lists by their query; in memory alone. */
class ListMemory {
  readonly #places = new Map<string, ListPlace>();
  readonly #watchers = new Set<() => void>();

  get(query: string): ListPlace {
    return this.#places.get(query) ?? beginning;
  }
  change(query: string, change: (now: ListPlace) => ListPlace): void {
    const now = this.get(query);
    const next = change(now);
    if (next === now) return;
    this.#places.delete(query);
    this.#places.set(query, next);
    const [oldest] = this.#places.keys();
    if (this.#places.size > MOST && oldest !== undefined) this.#places.delete(oldest);
    for (const watcher of this.#watchers) watcher();
  }
  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };
}
export const listMemory = new ListMemory();

/** What a page that has come tells of the whole: where the next begins, or that it is the last. */
export function learnt(now: ListPlace, index: number, page: RowPage): ListPlace {
  const cursors = withNext(now.cursors, index, page.nextCursor);
  const isLast = page.nextCursor === null && index === cursors.length - 1;
  const lastPageRows = isLast ? page.items.length : cursors === now.cursors ? now.lastPageRows : null;
  const newestId = now.newestId ?? (index === 0 ? (page.items[0]?.id ?? null) : null);
  if (cursors === now.cursors && lastPageRows === now.lastPageRows && newestId === now.newestId) return now;
  return { ...now, cursors, lastPageRows, newestId };
}

/** The list keeps its first row from here on: what comes in above is announced and moves nothing. */
export function pinned(now: ListPlace): ListPlace {
  if (now.newestId === null || now.cursors[0] !== null) return now;
  return { ...now, cursors: [cursorAbove(now.newestId), ...now.cursors.slice(1)] };
}
