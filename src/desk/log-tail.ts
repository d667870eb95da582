import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

const CHUNK_BYTES = 64 * 1024;

/**
 * Hands on the lines that others append to a file from now on. The children write their logs to files, not to pipes of
 * ours: with the reader of a pipe killed, pino tries its last line again for ever and the child never ends
 * (sonic-boom's flushSync does not give up on EPIPE).
 */
export class LogTail {
  readonly #fd: number;
  readonly #chunk = Buffer.alloc(CHUNK_BYTES);
  readonly #decoder = new StringDecoder('utf8');
  #position: number;
  #rest = '';

  constructor(
    file: string,
    private readonly onLine: (line: string) => void,
  ) {
    this.#fd = openSync(file, 'a+', 0o600);
    this.#position = fstatSync(this.#fd).size;
  }

  /** Hands on every line that is complete by now. */
  read(): void {
    for (;;) {
      const length = readSync(this.#fd, this.#chunk, 0, CHUNK_BYTES, this.#position);
      if (length === 0) return;
      this.#position += length;
      const lines = (this.#rest + this.#decoder.write(this.#chunk.subarray(0, length))).split('\n');
      this.#rest = lines.pop() ?? '';
      for (const line of lines) this.onLine(line);
    }
  }

  close(): void {
    this.read();
    if (this.#rest !== '') this.onLine(this.#rest);
    closeSync(this.#fd);
  }
}
