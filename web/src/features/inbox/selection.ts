/** Which rows are chosen, and from where a range with Shift goes on. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly anchor: number | null;
}

export const nothingSelected: Selection = { ids: new Set(), anchor: null };

export function toggled({ ids }: Selection, index: number, id: string): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: index };
}

/** Everything from the anchor to the row; rows that are not loaded are left out. */
export function extended(
  { ids, anchor }: Selection,
  index: number,
  idAt: (index: number) => string | undefined,
): Selection {
  const from = anchor ?? index;
  const next = new Set(ids);
  for (let at = Math.min(from, index); at <= Math.max(from, index); at += 1) {
    const id = idAt(at);
    if (id !== undefined) next.add(id);
  }
  return { ids: next, anchor: from };
}
