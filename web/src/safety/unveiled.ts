import { useSyncExternalStore } from 'react';

/**
 * The clips whose pictures the person has chosen to see. In memory alone: a reload, another tab and the next person at
 * this computer begin with everything veiled.
 */
class Unveiled {
  #clips: ReadonlySet<string> = new Set();
  readonly #watchers = new Set<() => void>();

  has(clipId: string): boolean {
    return this.#clips.has(clipId);
  }
  set(clipId: string, isUnveiled: boolean): void {
    const next = new Set(this.#clips);
    if (isUnveiled) next.add(clipId);
    else next.delete(clipId);
    this.#clips = next;
    for (const watcher of this.#watchers) watcher();
  }
  veilAll(): void {
    this.#clips = new Set();
    for (const watcher of this.#watchers) watcher();
  }
  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };
}

export const unveiled = new Unveiled();

export interface Veil {
  /** No picture, sound or byte of the original may be asked for. */
  readonly isVeiled: boolean;
  /** The clip is one that is veiled until somebody lifts it. */
  readonly isSensitive: boolean;
  readonly lift: () => void;
  readonly lower: () => void;
  readonly toggle: () => void;
}

export interface Sensitive {
  readonly id: string;
  readonly sensitivity: 'none' | 'personal' | 'graphic';
}

/** Whether this clip is veiled here, and how to change that. */
export function useVeil({ id, sensitivity }: Sensitive): Veil {
  const isUnveiled = useSyncExternalStore(unveiled.watch, () => unveiled.has(id));
  const isSensitive = sensitivity !== 'none';
  return {
    isSensitive,
    isVeiled: isSensitive && !isUnveiled,
    lift: () => unveiled.set(id, true),
    lower: () => unveiled.set(id, false),
    toggle: () => unveiled.set(id, !unveiled.has(id)),
  };
}

/** The address of a frame's picture: the server's own veiled copy while the clip is veiled. */
export function pictureUrl(path: string, isVeiled: boolean): string {
  return `${path}?veil=${isVeiled ? 1 : 0}`;
}
