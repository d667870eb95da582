import {
  createContext,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import { createKeybindingsHandler } from 'tinykeys';
import { bindingsOf, type KeyGroup } from './effective-keys';
import { placesOf } from './key-places';

export interface KeyAction {
  /** As tinykeys writes it: `j`, `Shift+ArrowLeft`, `g i` (one after the other), `$mod+Enter`. */
  readonly keys: string;
  /** What it does, in the reader's language: shown by `?`. */
  readonly label: string;
  readonly run: (event: KeyboardEvent) => void;
}

/** What keys do right now: pages add their groups while they are shown. */
class KeyRegistry {
  readonly #groups = new Map<symbol, KeyGroup>();
  #snapshot: readonly KeyGroup[] = [];
  readonly #watchers = new Set<() => void>();

  put(id: symbol, group: KeyGroup): void {
    this.#groups.set(id, group);
    this.#changed();
  }
  remove(id: symbol): void {
    this.#groups.delete(id);
    this.#changed();
  }
  readonly groups = (): readonly KeyGroup[] => this.#snapshot;
  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };
  #changed(): void {
    this.#snapshot = [...this.#groups.values()];
    for (const watcher of this.#watchers) watcher();
  }
}

const Registry = createContext<KeyRegistry | null>(null);

export function KeysProvider({ children }: { readonly children: ReactNode }) {
  const registry = useMemo(() => new KeyRegistry(), []);
  useEffect(() => {
    let handler: (event: KeyboardEvent) => void = () => {};
    let handlerByPlace: (event: KeyboardEvent) => void = () => {};
    const rebuild = () => {
      const actions = bindingsOf(registry.groups());
      handler = handlerOf(actions.map(({ keys, run }) => [keys, run]));
      handlerByPlace = handlerOf(actions.map(({ keys, run }) => [placesOf(keys), run]));
    };
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event)) return;
      // An Arabic layout has no Latin letters: there the key's place on the board counts.
      if (event.key.length === 1 && event.key > '~') handlerByPlace(event);
      else handler(event);
    };
    rebuild();
    const unwatch = registry.watch(rebuild);
    window.addEventListener('keydown', onKey);
    return () => {
      unwatch();
      window.removeEventListener('keydown', onKey);
    };
  }, [registry]);
  return <Registry value={registry}>{children}</Registry>;
}

function handlerOf(bindings: readonly (readonly [string, KeyAction['run']])[]) {
  return createKeybindingsHandler(Object.fromEntries(bindings), {
    // The library's own rule leaves out every field, also with `$mod` and on choices.
    ignore: (event) => event.repeat || event.isComposing,
  });
}

/** Gives keys a meaning while the component is shown. They do nothing while somebody is writing, except with `$mod`. */
export function useKeys(title: string, actions: readonly KeyAction[]): void {
  const registry = useRegistry();
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  const shape = JSON.stringify(actions.map(({ keys, label }) => [keys, label]));
  // Not later than what it belongs to is seen: whoever sees the page may press the key.
  useLayoutEffect(() => {
    const id = Symbol(title);
    const wanted = JSON.parse(shape) as [string, string][];
    registry.put(id, {
      title,
      actions: wanted.map(([keys, label], index) => ({
        keys,
        label,
        run: (event) => latest.current[index]?.run(event),
      })),
    });
    return () => registry.remove(id);
  }, [registry, title, shape]);
}

export function useKeyGroups(): readonly KeyGroup[] {
  const registry = useRegistry();
  return useSyncExternalStore(registry.watch, registry.groups);
}

function useRegistry(): KeyRegistry {
  const registry = useContext(Registry);
  if (registry === null) throw new Error('useKeys needs a KeysProvider around it');
  return registry;
}

function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey) return false;
  const target = event.target as HTMLElement | null;
  if (target === null) return false;
  // Letters mean nothing to a choice; arrows and the space bar change it.
  if (target.matches('input[type=checkbox], input[type=radio], input[type=range]'))
    return /^(Arrow|Home$|End$|Page|Enter$| $)/.test(event.key);
  return target.matches('input, textarea, select') || target.isContentEditable;
}
