import { withShared, type DraftRow, type RowFields } from '../rows/row';

/** Links of one case that the desk is asked about at once. */
export interface Asked {
  readonly caseId: string;
  /** The rows', in the same order as the links. */
  readonly keys: string[];
  readonly urls: string[];
}

/** What to ask about these rows: whatever looks like a link, by the case into which it is to go. */
export function askedFor(rows: readonly DraftRow[], shared: RowFields): Asked[] {
  const groups = new Map<string, Asked>();
  for (const row of rows) {
    const url = row.url.trim();
    if (!/^https?:\/\/\S+$/i.test(url)) continue;
    const { caseId } = withShared(row.fields, shared);
    const group = groups.get(caseId) ?? { caseId, keys: [], urls: [] };
    groups.set(caseId, group);
    group.keys.push(row.key);
    group.urls.push(url);
  }
  return [...groups.values()];
}

/** Rows whose link an earlier row has as well, with that row's number. */
export function repeatedRows(rows: readonly DraftRow[]): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  const repeated = new Map<string, number>();
  for (const [index, row] of rows.entries()) {
    const url = row.url.trim();
    if (url === '') continue;
    const earlier = first.get(url);
    if (earlier === undefined) first.set(url, index + 1);
    else repeated.set(row.key, earlier);
  }
  return repeated;
}
