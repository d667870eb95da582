import { createHash } from 'node:crypto';
import { csvPlaceReader } from '../domain/csv-place.js';
import { readGeonamesRow } from '../domain/geonames-row.js';
import type { PlaceRow, RowProblem } from '../domain/place-row.js';
import { csvRecords, tableLines } from '../domain/table-records.js';
import { InvalidInputError } from '../../shared/errors.js';

export interface TablePage {
  /** What it is made of so far, by its first line. */
  readonly format: 'geonames' | 'csv';
  readonly rows: number;
  readonly places: readonly PlaceRow[];
  readonly problems: readonly { readonly line: number; readonly problem: string }[];
}

/** Small enough that a page is parsed within a few milliseconds. */
const PAGE_ROWS = 500;

/**
 * Reads a table of places as its bytes come: GeoNames' (19 columns between tabs) or a comma-separated one with a head.
 * @throws InvalidInputError `not_a_place_table` when it is neither, is not UTF-8, or has a line without end
 */
export class PlaceTable {
  readonly #hash = createHash('sha256');

  /** Of everything that was read. */
  get sha256Hex(): string {
    return this.#hash.copy().digest('hex');
  }

  async *pages(bytes: AsyncIterable<Buffer>): AsyncGenerator<TablePage> {
    const text = peeked(this.#decode(bytes));
    const start = await text.first();
    const format = /^[^\n]*\t/.test(start) ? 'geonames' : 'csv';
    const rows = format === 'geonames' ? geonamesRows(text.all()) : csvRows(text.all());
    let page: { rows: number; places: PlaceRow[]; problems: { line: number; problem: string }[] } =
      emptyPage();
    for await (const { line, read } of readable(rows)) {
      page.rows += 1;
      if ('problem' in read) page.problems.push({ line, problem: read.problem });
      else page.places.push(read);
      if (page.rows === PAGE_ROWS) {
        yield { format, ...page };
        page = emptyPage();
      }
    }
    yield { format, ...page };
  }

  async *#decode(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    try {
      for await (const chunk of bytes) {
        this.#hash.update(chunk);
        yield decoder.decode(chunk, { stream: true });
      }
      yield decoder.decode();
    } catch (error) {
      if (error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
        throw notATable('The file is not text in UTF-8.');
      throw error;
    }
  }
}

type ReadRow = { readonly line: number; readonly read: PlaceRow | RowProblem };

async function* geonamesRows(text: AsyncIterable<string>): AsyncGenerator<ReadRow> {
  for await (const { line, text: row } of tableLines(text))
    if (row.trim() !== '') yield { line, read: readGeonamesRow(row) };
}

async function* csvRows(text: AsyncIterable<string>): AsyncGenerator<ReadRow> {
  let read: ReturnType<typeof csvPlaceReader> | undefined;
  for await (const { line, cells } of csvRecords(text)) {
    if (read !== undefined) yield { line, read: typeof read === 'function' ? read(cells) : read };
    else {
      read = csvPlaceReader(cells);
      if (typeof read !== 'function') throw notATable(`This is no table of places: ${read.problem}.`);
    }
  }
  if (read === undefined) throw notATable('The file is empty.');
}

async function* readable(rows: AsyncIterable<ReadRow>): AsyncGenerator<ReadRow> {
  try {
    yield* rows;
  } catch (error) {
    if (error instanceof RangeError) throw notATable(`This is no table of places: ${error.message}.`);
    throw error;
  }
}

function peeked(text: AsyncGenerator<string>) {
  let start = '';
  return {
    first: async () => {
      for (let piece = await text.next(); piece.done !== true; piece = await text.next()) {
        start += piece.value;
        if (start.includes('\n') || start.length > 4_096) break;
      }
      return start;
    },
    all: async function* () {
      yield start;
      yield* text;
    },
  };
}

function emptyPage() {
  return { rows: 0, places: [], problems: [] };
}

function notATable(message: string): InvalidInputError {
  return new InvalidInputError('not_a_place_table', message, [{ path: 'file', message }]);
}
