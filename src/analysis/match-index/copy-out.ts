import type { Client, Connection } from 'pg';
import { CopyRows, type CopyRow } from './domain/copy-rows.js';

/** A query of the pg driver that streams the answer of `COPY … TO STDOUT (FORMAT binary)`, row by row, holding none. */
export class CopyOut {
  readonly #rows: CopyRows;
  #error: unknown;

  private constructor(
    private readonly statement: string,
    onRow: (row: CopyRow) => void,
    private readonly settle: (error: unknown) => void,
  ) {
    this.#rows = new CopyRows(onRow);
  }

  /** @param onRow its buffers are valid until it returns. @throws what the database says, or `onRow`. */
  static async run(client: Client, statement: string, onRow: (row: CopyRow) => void): Promise<void> {
    const error = await new Promise<unknown>((resolve) => {
      client.query(new CopyOut(statement, onRow, resolve));
    });
    if (error !== undefined) throw error;
  }

  // From here on: what pg's client calls on its active query.

  submit(connection: Connection): void {
    connection.query(this.statement);
  }

  handleCopyData({ chunk }: { readonly chunk: Buffer }): void {
    if (this.#error !== undefined) return;
    try {
      this.#rows.push(chunk);
    } catch (error) {
      this.#error = error;
    }
  }

  handleCommandComplete(): void {
    if (!this.#rows.isComplete) this.#error ??= new Error('the copy ended early');
  }

  handleError(error: unknown): void {
    this.settle(error);
  }

  handleReadyForQuery(): void {
    this.settle(this.#error);
  }
}
