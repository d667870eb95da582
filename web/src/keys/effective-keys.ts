import type { KeyAction } from './keys';

/** What belongs together on a page, and its keys. */
export interface KeyGroup {
  readonly title: string;
  readonly actions: readonly KeyAction[];
}

/** The groups without what a later one has taken over (a dialog over a page), one for each title, none empty. */
export function effectiveGroups(groups: readonly KeyGroup[]): readonly KeyGroup[] {
  const owner = new Map(groups.flatMap(({ actions }) => actions.map((action) => [action.keys, action])));
  const byTitle = new Map<string, KeyAction[]>();
  for (const { title, actions } of groups) {
    const left = actions.filter((action) => owner.get(action.keys) === action);
    if (left.length > 0) byTitle.set(title, [...(byTitle.get(title) ?? []), ...left]);
  }
  return [...byTitle].map(([title, actions]) => ({ title, actions }));
}

/**
 * Every key that does something, sequences first: who presses `g a` to go somewhere must not set off what `a` alone does on
 * the page, whichever of the two was there earlier.
 */
export function bindingsOf(groups: readonly KeyGroup[]): readonly KeyAction[] {
  return effectiveGroups(groups)
    .flatMap(({ actions }) => actions)
    .toSorted((one, other) => lengthOf(other) - lengthOf(one));
}

function lengthOf({ keys }: KeyAction): number {
  return keys.split(' ').length;
}
