/** The fields of a row, null where the database has null. */
export type CopyRow = readonly (Buffer | null)[];

const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');
const HEADER_BYTES = SIGNATURE.length + 8;

/**
 * Reads PostgreSQL's binary COPY format (https://www.postgresql.org/docs/18/sql-copy.html#id-1.9.3.55.9.4), however it is
 * cut into chunks. @throws Error when it is something else.
 */
export class CopyRows {
  #rest: Buffer = Buffer.alloc(0);
  #isBegun = false;
  /** The trailer was read. */
  isComplete = false;

  /** @param onRow its buffers are parts of the chunk. */
  constructor(private readonly onRow: (row: CopyRow) => void) {}

  push(chunk: Buffer): void {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    let at = 0;
    for (let next = this.#read(bytes, at); next !== null; next = this.#read(bytes, at)) at = next;
    // A copy: the chunk is the driver's.
    this.#rest = Buffer.from(bytes.subarray(at));
  }

  /** Where it goes on after one more piece, or null when more bytes are needed. */
  #read(bytes: Buffer, at: number): number | null {
    if (!this.#isBegun) return this.#readHeader(bytes);
    if (this.isComplete || bytes.length < at + 2) return null;
    const fields = bytes.readInt16BE(at);
    if (fields === -1) {
      this.isComplete = true;
      return at + 2;
    }
    const row: (Buffer | null)[] = [];
    let next = at + 2;
    for (let i = 0; i < fields; i += 1) {
      if (bytes.length < next + 4) return null;
      const length = bytes.readInt32BE(next);
      next += 4;
      if (bytes.length < next + Math.max(length, 0)) return null;
      row.push(length < 0 ? null : bytes.subarray(next, next + length));
      next += Math.max(length, 0);
    }
    this.onRow(row);
    return next;
  }

  #readHeader(bytes: Buffer): number | null {
    if (bytes.length < HEADER_BYTES) return null;
    if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw new Error('not a binary copy');
    const extension = bytes.readInt32BE(HEADER_BYTES - 4);
    if (bytes.length < HEADER_BYTES + extension) return null;
    this.#isBegun = true;
    return HEADER_BYTES + extension;
  }
}
