import { columnOf, type Column } from './columns';
import { rowOfCells, type Cells } from './row-of-cells';
import type { DraftRow, RowFault } from '../rows/row';
import type { CaseChoice } from '../rows/case-choice';

/** What was understood of a table, to be shown before any of it is taken over. */
export interface TableReading {
  /** Each header as written, with the column that it stands for; undefined is left aside. */
  readonly headers: readonly { readonly written: string; readonly column: Column | undefined }[];
  readonly rows: readonly DraftRow[];
  /** Why the table as a whole cannot be used: the key of our words. */
  readonly fault?: 'empty' | 'noUrlColumn' | 'columnTwice' | 'tooManyRows';
}

/** The desk takes a thousand rows at once; more are several tables. */
export const MAX_ROWS = 1_000;

export interface Grid {
  readonly records: readonly (readonly string[])[];
  /** Places where quotes are not as they must be, by index of the record. */
  readonly broken: ReadonlySet<number>;
}

export function readTable({ records, broken }: Grid, cases: readonly CaseChoice[]): TableReading {
  const [header = [], ...body] = records;
  const headers = header.map((written) => ({ written: written.trim(), column: columnOf(written) }));
  const columns = headers.flatMap(({ column }) => (column === undefined ? [] : [column]));
  const fault = (name: NonNullable<TableReading['fault']>): TableReading => ({
    headers,
    rows: [],
    fault: name,
  });
  if (headers.every(({ written }) => written === '')) return fault('empty');
  if (!columns.includes('url')) return fault('noUrlColumn');
  if (new Set(columns).size < columns.length) return fault('columnTwice');
  // Spreadsheets save formatted but empty rows below a table.
  const filled = body
    .map((cells, index) => ({ cells, line: index + 2, isBroken: broken.has(index + 1) }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (filled.length === 0) return fault('empty');
  if (filled.length > MAX_ROWS) return fault('tooManyRows');
  return {
    headers,
    rows: filled.map(({ cells, line, isBroken }) => {
      const row = rowOfCells(cellsOf(headers, cells), line, cases);
      const more: RowFault[] = [];
      if (isBroken) more.push({ path: '', message: 'brokenQuotes', isOurs: true });
      if (cells.slice(headers.length).some((cell) => cell.trim() !== ''))
        more.push({ path: '', message: 'tooManyCells', isOurs: true });
      return { ...row, faults: [...row.faults, ...more] };
    }),
  };
}

function cellsOf(headers: TableReading['headers'], cells: readonly string[]): Cells {
  const named: Partial<Record<Column, string>> = {};
  for (const [index, { column }] of headers.entries())
    if (column !== undefined) named[column] = cells[index] ?? '';
  return named;
}
