import { StringDecoder } from 'node:string_decoder';

const MAX_LINE_CHARS = 16_384;

/**
 * Cuts a byte stream into lines for `onLine`. A line longer than 16 384 characters is cut to that length, so that a tool
 * which writes no line feed cannot grow our memory.
 */
export class LineSplitter {
  readonly #decoder = new StringDecoder('utf8');
  readonly #onLine: (line: string) => void;
  #pending = '';

  constructor(onLine: (line: string) => void) {
    this.#onLine = onLine;
  }

  write(chunk: Buffer): void {
    this.#feed(this.#decoder.write(chunk));
  }

  /** Gives the last line when the stream ended without a line feed. */
  end(): void {
    this.#feed(this.#decoder.end());
    if (this.#pending !== '') this.#onLine(this.#pending);
    this.#pending = '';
  }

  #feed(text: string): void {
    const lines = text.split('\n');
    const last = lines.pop() ?? '';
    for (const line of lines) {
      this.#onLine((this.#pending + line).slice(0, MAX_LINE_CHARS).replace(/\r$/, ''));
      this.#pending = '';
    }
    this.#pending = (this.#pending + last).slice(0, MAX_LINE_CHARS);
  }
}
