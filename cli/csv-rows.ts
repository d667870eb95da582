import { parseCsv } from './csv.js';
import { CliFailure } from './failures.js';
import type { Assertions } from './submission.js';

export const CSV_COLUMNS = [
  'url',
  'case',
  'location',
  'place',
  'time',
  'timezone',
  'source',
  'note',
  'sensitivity',
  'posted_at',
] as const;
type Column = (typeof CSV_COLUMNS)[number];

export interface SubmissionRow {
  /** Line of the file, counted from 1. */
  readonly line: number;
  readonly url: string;
  /** Id, title or reference; empty for none. */
  readonly caseName: string;
  readonly asserted: Assertions;
  /** Why the row cannot be sent. */
  readonly fault?: string;
}

function isColumn(name: string): name is Column {
  return CSV_COLUMNS.some((column) => column === name);
}

function readHeader(fields: readonly string[]): Column[] {
  const names = fields.map((field) => field.trim().toLowerCase());
  const columns = names.filter(isColumn);
  const unknown = names.filter((name) => !isColumn(name));
  if (unknown.length > 0)
    throw new CliFailure(
      `The CSV file has columns that are not known: ${unknown.map((name) => `"${name}"`).join(', ')}. Known are: ${CSV_COLUMNS.join(', ')}.`,
    );
  if (new Set(columns).size < columns.length) throw new CliFailure('The CSV file names a column twice.');
  if (!columns.includes('url')) throw new CliFailure('The CSV file needs a header line with a column "url".');
  return columns;
}

/**
 * The rows of a CSV file with a header line. An empty cell takes what `defaults` says. Rows that cannot be sent have a
 * `fault` and never hinder the others.
 * @throws CliFailure when the file as a whole cannot be used
 */
export function readSubmissionRows(
  text: string,
  defaults: Assertions & { readonly case?: string | undefined },
): SubmissionRow[] {
  const [header, ...records] = parseCsv(text);
  if (header === undefined) throw new CliFailure('The CSV file is empty.');
  const columns = readHeader(header.fields);
  // Spreadsheets save formatted but empty rows below a table.
  const filled = records.filter(({ fields }) => fields.some((field) => field.trim() !== ''));
  return filled.map(({ line, fields }) => {
    const cell = (column: Column): string => fields[columns.indexOf(column)] ?? '';
    const or = (column: Column, fallback: string | undefined): string | undefined =>
      cell(column).trim() === '' ? fallback : cell(column);
    const row = {
      line,
      url: cell('url').trim(),
      caseName: or('case', defaults.case)?.trim() ?? '',
      asserted: {
        location: or('location', defaults.location),
        place: or('place', defaults.place),
        time: or('time', defaults.time),
        timezone: or('timezone', defaults.timezone),
        source: or('source', defaults.source),
        note: or('note', defaults.note),
        sensitivity: or('sensitivity', defaults.sensitivity)?.trim().toLowerCase(),
        postedAt: or('posted_at', defaults.postedAt)?.trim(),
        protectSubmitter: defaults.protectSubmitter,
      },
    };
    const fault = faultOf(row.url, fields.length, columns.length);
    return fault === null ? row : { ...row, fault };
  });
}

function faultOf(url: string, fieldCount: number, columnCount: number): string | null {
  if (fieldCount > columnCount) return `The row has ${fieldCount} fields, the header ${columnCount}.`;
  return url === '' ? 'The row has no url.' : null;
}
