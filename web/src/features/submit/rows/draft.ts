import { EMPTY_FIELDS, type DraftRow, type RowFault, type RowFields } from './row';

export interface Draft {
  readonly rows: readonly DraftRow[];
  /** What counts for every row that does not say otherwise. */
  readonly shared: RowFields;
  readonly openRow: string | null;
}

export const EMPTY_DRAFT: Draft = { rows: [], shared: EMPTY_FIELDS, openRow: null };

export type DraftAction =
  | { readonly do: 'add'; readonly rows: readonly DraftRow[] }
  | { readonly do: 'remove'; readonly keys: readonly string[] }
  | { readonly do: 'url'; readonly key: string; readonly url: string }
  | { readonly do: 'fields'; readonly key: string; readonly fields: RowFields }
  | { readonly do: 'share'; readonly fields: RowFields }
  | { readonly do: 'faults'; readonly faults: ReadonlyMap<string, readonly RowFault[]> }
  | { readonly do: 'open'; readonly key: string | null };

export function changeDraft(draft: Draft, action: DraftAction): Draft {
  switch (action.do) {
    case 'add':
      return { ...draft, rows: [...draft.rows, ...action.rows] };
    case 'remove':
      return { ...draft, rows: draft.rows.filter(({ key }) => !action.keys.includes(key)) };
    case 'url':
      return changeRow(draft, action.key, (row) => ({
        ...row,
        url: action.url,
        faults: row.faults.filter(({ path }) => path !== 'url' && path !== ''),
      }));
    case 'fields':
      return changeRow(draft, action.key, (row) => ({
        ...row,
        fields: action.fields,
        faults: row.faults.filter(
          ({ path }) => path !== '' && at(row.fields, path) === at(action.fields, path),
        ),
      }));
    case 'share':
      // What the desk refused may have stood in the shared fields.
      return {
        ...draft,
        shared: action.fields,
        rows: draft.rows.map((row) => ({
          ...row,
          faults: row.faults.filter(({ path }) => at(draft.shared, path) === at(action.fields, path)),
        })),
      };
    case 'faults': {
      const isAtField = ({ path }: RowFault) => path !== '' && path !== 'file';
      const first = [...action.faults].find(([, faults]) => faults.some(isAtField))?.[0];
      return {
        ...draft,
        rows: draft.rows.map((row) => ({ ...row, faults: action.faults.get(row.key) ?? row.faults })),
        openRow: draft.openRow ?? first ?? null,
      };
    }
    case 'open':
      return { ...draft, openRow: action.key };
  }
}

function changeRow(draft: Draft, key: string, change: (row: DraftRow) => DraftRow): Draft {
  return { ...draft, rows: draft.rows.map((row) => (row.key === key ? change(row) : row)) };
}

/** What stands at the API's path of a field (`claims.time.earliest`), to tell whether it was changed. */
function at(fields: RowFields, path: string): string {
  const [first = '', type = '', name = ''] = path.split('.');
  if (first !== 'claims') return JSON.stringify(Reflect.get(fields, first) ?? '');
  const claim: unknown = Reflect.get(fields, type);
  const isObject = typeof claim === 'object' && claim !== null;
  return JSON.stringify(isObject && name in claim ? Reflect.get(claim, name) : (claim ?? ''));
}
