import { useSyncExternalStore } from 'react';

/** How the viewer wants to see sensitive pictures once the veil is lifted. */
export const softenings = ['none', 'grey', 'blur'] as const;
export type Softening = (typeof softenings)[number];

const STORED = 'sightline.soften';
const filters: Readonly<Record<Softening, string>> = {
  none: '',
  grey: 'grayscale(1)',
  blur: 'grayscale(1) blur(6px)',
};

/** The viewer's choice, kept in this browser: it is about the person, not about a clip. */
class Soften {
  #chosen: Softening = softenings.find((one) => one === localStorage.getItem(STORED)) ?? 'none';
  readonly #watchers = new Set<() => void>();

  choose(softening: Softening): void {
    this.#chosen = softening;
    localStorage.setItem(STORED, softening);
    for (const watcher of this.#watchers) watcher();
  }
  readonly chosen = (): Softening => this.#chosen;
  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };
}

export const soften = new Soften();

/** The choice and what it does, as a CSS filter; empty for pictures that are not sensitive. */
export function useSoftening(isSensitive: boolean): { readonly chosen: Softening; readonly filter: string } {
  const chosen = useSyncExternalStore(soften.watch, soften.chosen);
  return { chosen, filter: isSensitive ? filters[chosen] : '' };
}
