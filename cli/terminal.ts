import { plainText } from './plain-text.js';

/** Where a command writes: what was asked for to `out`, everything else to `note`. */
export interface Terminal {
  /** A line of the answer, on standard output. */
  out(line: string): void;
  /** A line for the person, on standard error. */
  note(line: string): void;
  /** Shows this in place of the former progress line, where there is a terminal. `columns` is its width. */
  progress(render: (columns: number) => string): void;
  /** Takes the progress line away. */
  endProgress(): void;
}

const CLEAR_LINE = '\r\u001B[K';
const DEFAULT_COLUMNS = 80;

/** The process's own streams. Text is made plain: it may hold words of others. */
export class ProcessTerminal implements Terminal {
  #isLineShown = false;

  constructor(
    private readonly output: NodeJS.WriteStream = process.stdout,
    private readonly messages: NodeJS.WriteStream = process.stderr,
  ) {}

  out(line: string): void {
    this.endProgress();
    this.output.write(`${line}\n`);
  }

  note(line: string): void {
    this.endProgress();
    this.messages.write(`${line}\n`);
  }

  progress(render: (columns: number) => string): void {
    if (!this.messages.isTTY) return;
    this.messages.write(`${CLEAR_LINE}${plainText(render(this.messages.columns || DEFAULT_COLUMNS))}`);
    this.#isLineShown = true;
  }

  endProgress(): void {
    if (this.#isLineShown) this.messages.write(CLEAR_LINE);
    this.#isLineShown = false;
  }
}
