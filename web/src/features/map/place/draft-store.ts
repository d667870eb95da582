import { useSyncExternalStore } from 'react';
import { NO_DRAFT, type DraftPlace } from './place-content';

/** What somebody is working out for a clip: it outlives a change of panels, and nothing else. */
class Drafts {
  readonly #drafts = new Map<string, DraftPlace>();
  readonly #watchers = new Set<() => void>();

  of(clipId: string): DraftPlace {
    return this.#drafts.get(clipId) ?? NO_DRAFT;
  }
  change(clipId: string, change: Partial<DraftPlace>): void {
    this.#drafts.set(clipId, { ...this.of(clipId), ...change });
    for (const watcher of this.#watchers) watcher();
  }
  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };
}
const drafts = new Drafts();

export function useDraft(clipId: string): readonly [DraftPlace, (change: Partial<DraftPlace>) => void] {
  const draft = useSyncExternalStore(drafts.watch, () => drafts.of(clipId));
  return [draft, (change) => drafts.change(clipId, change)];
}
