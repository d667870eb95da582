import { useSyncExternalStore } from 'react';
import { useOptOut } from './opt-out';

/**
 * The clips, and the passages within clips, whose pictures the person has chosen to see. In memory alone: a reload, another tab and the next person at
 * this computer begin with everything veiled.
 */
class Unveiled {
  #ids: ReadonlySet<string> = new Set();
  readonly #watchers = new Set<() => void>();

  has(id: string): boolean {
    return this.#ids.has(id);
  }
  set(id: string, isUnveiled: boolean): void {
    const next = new Set(this.#ids);
    if (isUnveiled) next.add(id);
    // A clip's passages are veiled again with it.
    else for (const one of this.#ids) if (one === id || one.startsWith(`${id}/`)) next.delete(one);
    this.#ids = next;
    for (const watcher of this.#watchers) watcher();
  }
  veilAll(): void {
    this.#ids = new Set();
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
  /** What the clip is about, as far as it is known here: it may be what the person asks not to be given. */
  readonly tags?: readonly string[];
}

interface Passage {
  readonly id: string;
  readonly clipId: string;
}

const keyOf = ({ id, clipId }: Passage): string => `${clipId}/${id}`;

/** Which of a clip's passages stay covered although the clip is shown: all that nobody has asked for on this page. */
export function useCovered<T extends Passage>(ranges: readonly T[]): readonly T[] {
  const covered = useSyncExternalStore(unveiled.watch, () =>
    ranges
      .map(keyOf)
      .filter((key) => !unveiled.has(key))
      .join(),
  );
  return ranges.filter((range) => covered.split(',').includes(keyOf(range)));
}

export const uncover = (range: Passage): void => unveiled.set(keyOf(range), true);

/** Whether this clip is veiled here, and how to change that. */
export function useVeil({ id, sensitivity, tags = [] }: Sensitive): Veil {
  const isUnveiled = useSyncExternalStore(unveiled.watch, () => unveiled.has(id));
  const optOut = useOptOut(tags);
  const isSensitive = sensitivity !== 'none' || optOut.isMet;
  const lift = () => optOut.ask(() => unveiled.set(id, true));
  return {
    isSensitive,
    isVeiled: isSensitive && !isUnveiled,
    lift,
    lower: () => unveiled.set(id, false),
    toggle: () => (unveiled.has(id) ? unveiled.set(id, false) : lift()),
  };
}

/**
 * The address of a frame's picture: the server's own veiled copy while the clip is veiled. Passages that somebody warned of
 * stay veiled by the server even then, until they are asked for one by one (`isRangeLifted`).
 */
export function pictureUrl(path: string, isVeiled: boolean, isRangeLifted = false): string {
  if (isVeiled) return `${path}?veil=1`;
  return isRangeLifted ? `${path}?veil=0` : `${path}?veil=0&ranges=1`;
}
