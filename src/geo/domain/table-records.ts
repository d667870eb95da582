/** One record of a table with where it began. */
export interface TableRecord {
  /** Counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Longer records are no places: a file without line ends must not be held in memory. */
const LONGEST_RECORD = 64 * 1024;

/**
 * Cuts a comma-separated table (RFC 4180: quoted cells may hold commas, quotes and line ends) into records as its text comes.
 * @throws RangeError for a record beyond `LONGEST_RECORD`
 */
export async function* csvRecords(text: AsyncIterable<string>): AsyncGenerator<TableRecord> {
  const reader = new CsvReader();
  for await (const piece of text) yield* reader.take(piece);
  yield* reader.end();
}

/** Lines of a table, without their ends. @throws RangeError for a line beyond `LONGEST_RECORD` */
export async function* tableLines(
  text: AsyncIterable<string>,
): AsyncGenerator<{ line: number; text: string }> {
  let rest = '';
  let line = 0;
  for await (const piece of text) {
    const lines = `${rest}${piece}`.split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_RECORD) throw tooLong(line + 1);
    for (const each of lines) yield { line: (line += 1), text: each.replace(/\r$/, '') };
  }
  if (rest !== '') yield { line: line + 1, text: rest };
}

class CsvReader {
  #line = 1;
  #began = 1;
  #cells: string[] = [];
  #cell = '';
  #size = 0;
  #state: 'plain' | 'quoted' | 'quote' = 'plain';

  *take(piece: string): Generator<TableRecord> {
    for (const character of piece) {
      if (character === '\n') this.#line += 1;
      this.#size += character.length;
      if (this.#size > LONGEST_RECORD) throw tooLong(this.#began);
      if (this.#state === 'quoted') {
        if (character === '"') this.#state = 'quote';
        else this.#cell += character;
      } else if (character === '"' && (this.#state === 'quote' || this.#cell === '')) {
        if (this.#state === 'quote') this.#cell += '"';
        this.#state = 'quoted';
      } else if (character === ',') this.#endCell();
      else if (character === '\n') yield* this.#endRecord();
      else {
        this.#cell += character;
        this.#state = 'plain';
      }
    }
  }

  *end(): Generator<TableRecord> {
    if (this.#cell !== '' || this.#cells.length > 0) yield* this.#endRecord();
  }

  #endCell(): void {
    this.#cells.push(this.#cell);
    this.#cell = '';
    this.#state = 'plain';
  }

  *#endRecord(): Generator<TableRecord> {
    this.#cell = this.#cell.replace(/\r$/, '');
    this.#endCell();
    const record = { line: this.#began, cells: this.#cells };
    [this.#cells, this.#began, this.#size] = [[], this.#line, 0];
    if (record.cells.length > 1 || record.cells[0] !== '') yield record;
  }
}

function tooLong(line: number): RangeError {
  return new RangeError(`line ${line} is longer than ${LONGEST_RECORD} characters`);
}
