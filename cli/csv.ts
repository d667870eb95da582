import { CliFailure } from './failures.js';

export interface CsvRecord {
  /** Where the record begins in the file, counted from 1. */
  readonly line: number;
  readonly fields: readonly string[];
}

/**
 * The text of a CSV file as spreadsheets save it: UTF-8 with or without a byte order mark, or UTF-16 with one.
 * @throws CliFailure when the bytes are neither
 */
export function decodeCsv(bytes: Uint8Array): string {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const encoding = !isUtf16 ? 'utf-8' : bytes[0] === 0xff ? 'utf-16le' : 'utf-16be';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new CliFailure('The CSV file is not UTF-8 text: save it as "CSV UTF-8".', 1, { cause });
  }
}

/** Spreadsheets of half the world separate with semicolons, and copied tables with tabs: the header line tells. */
function separatorOf(text: string): string {
  const header = text.slice(0, text.search(/\r|\n|$/));
  return [',', ';', '\t'].find((separator) => header.includes(separator)) ?? ',';
}

/**
 * RFC 4180 records, with CRLF or LF ends and line breaks inside quotes; empty lines are none.
 * @throws CliFailure naming the line where quotes are not as they must be
 */
export function* parseCsv(text: string): Generator<CsvRecord> {
  const reader = new RecordReader(text, separatorOf(text));
  for (let record = reader.next(); record !== null; record = reader.next()) {
    if (record.fields.length > 1 || record.fields[0] !== '') yield record;
  }
}

class RecordReader {
  #at = 0;
  #line = 1;

  constructor(
    private readonly text: string,
    private readonly separator: string,
  ) {}

  next(): CsvRecord | null {
    if (this.#at >= this.text.length) return null;
    const line = this.#line;
    const fields = [this.#field()];
    while (this.text[this.#at] === this.separator) {
      this.#at += 1;
      fields.push(this.#field());
    }
    this.#lineEnd();
    return { line, fields };
  }

  #field(): string {
    return this.text[this.#at] === '"' ? this.#quoted() : this.#plain();
  }

  #plain(): string {
    const start = this.#at;
    while (this.#at < this.text.length && !this.#isEnd(this.text.charAt(this.#at))) this.#at += 1;
    return this.text.slice(start, this.#at);
  }

  #quoted(): string {
    const openedAt = this.#line;
    let value = '';
    for (;;) {
      const close = this.text.indexOf('"', this.#at + 1);
      if (close < 0) throw new CliFailure(`The CSV file ends within the quotes that line ${openedAt} opens.`);
      const piece = this.text.slice(this.#at + 1, close);
      this.#line += piece.split('\n').length - 1;
      value += piece;
      this.#at = close + 1;
      if (this.text[this.#at] !== '"') break;
      value += '"';
    }
    if (this.#at < this.text.length && !this.#isEnd(this.text.charAt(this.#at)))
      throw new CliFailure(`Line ${this.#line} of the CSV file has text after a closing quote.`);
    return value;
  }

  #isEnd(character: string): boolean {
    return character === this.separator || character === '\n' || character === '\r';
  }

  #lineEnd(): void {
    if (this.text[this.#at] === '\r') this.#at += 1;
    if (this.text[this.#at] === '\n') this.#at += 1;
    this.#line += 1;
  }
}
