import { useSyncExternalStore } from 'react';
import type { Draft } from './draft';

const stored = (clipId: string) => `sightline.draft.${clipId}`;

/** The one draft of each clip: outlives its panel, and in this tab a reload. Nothing of it is left when it is kept or dropped. */
class Drafts {
  readonly #drafts = new Map<string, Draft | null>();
  readonly #watchers = new Set<() => void>();

  of(clipId: string): Draft | null {
    const known = this.#drafts.get(clipId);
    if (known !== undefined) return known;
    const found = restored(sessionStorage.getItem(stored(clipId)));
    this.#drafts.set(clipId, found);
    return found;
  }

  set(clipId: string, draft: Draft | null): void {
    this.#drafts.set(clipId, draft);
    if (draft === null) sessionStorage.removeItem(stored(clipId));
    else sessionStorage.setItem(stored(clipId), JSON.stringify(draft));
    for (const watcher of this.#watchers) watcher();
  }

  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };
}

function restored(text: string | null): Draft | null {
  if (text === null) return null;
  const draft = JSON.parse(text) as Partial<Draft>;
  // An older version of the page may have left it.
  return typeof draft.tool === 'string' && typeof draft.label === 'string' ? (draft as Draft) : null;
}

export const drafts = new Drafts();

export function useDraft(clipId: string): readonly [Draft | null, (draft: Draft | null) => void] {
  const draft = useSyncExternalStore(drafts.watch, () => drafts.of(clipId));
  return [draft, (next) => drafts.set(clipId, next)];
}
