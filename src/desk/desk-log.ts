import { createWriteStream, mkdirSync, openSync, renameSync, statSync, type WriteStream } from 'node:fs';
import path from 'node:path';
import { LogTail } from './log-tail.js';

const ROTATE_AT_BYTES = 20 * 1024 * 1024;
const LOOK_EVERY_MS = 250;
const PINO_WARN = 40;
const SHOWN_CHARACTERS = 240;

/** Everything goes to `DATA_DIR/logs/<source>.log`; what a person must see goes to the terminal as well. */
export class DeskLog {
  readonly #folder: string;
  readonly #files = new Map<string, WriteStream>();
  readonly #tails = new Map<string, LogTail>();
  #timer: NodeJS.Timeout | undefined;

  constructor(dataDir: string) {
    this.#folder = path.join(dataDir, 'logs');
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
  }

  /** To the terminal and to `desk.log`. */
  say(message: string): void {
    console.log(message);
    this.write('desk', `${new Date().toISOString()} ${message}`);
  }

  warn(message: string): void {
    console.error(`sightline: ${message}`);
    this.write('desk', `${new Date().toISOString()} warning: ${message}`);
  }

  note(message: string): void {
    this.write('desk', `${new Date().toISOString()} ${message}`);
  }

  write(source: string, line: string): void {
    this.#fileOf(source).write(`${line}\n`);
  }

  /** A file descriptor for a child's output, which the caller closes; what matters of it is shown from now on. */
  openFor(source: string): number {
    const file = path.join(this.#folder, `${source}.log`);
    if (!this.#tails.has(source)) {
      rotate(file);
      this.#tails.set(source, new LogTail(file, (line) => this.#show(source, line)));
      this.#timer ??= setInterval(() => this.catchUp(), LOOK_EVERY_MS);
    }
    return openSync(file, 'a', 0o600);
  }

  /** Shows at once what the children have written until now. */
  catchUp(): void {
    for (const tail of this.#tails.values()) tail.read();
  }

  close(): Promise<unknown> {
    clearInterval(this.#timer);
    for (const tail of this.#tails.values()) tail.close();
    return Promise.all([...this.#files.values()].map((file) => new Promise((done) => file.end(done))));
  }

  /** Warnings and worse of pino's lines, and all that is no such line: an uncaught error, for example. */
  #show(source: string, line: string): void {
    const shown = line.startsWith('{') ? importantPart(line) : line;
    if (shown !== null && shown !== '') console.error(`${source}: ${shown}`);
  }

  #fileOf(source: string): WriteStream {
    const open = this.#files.get(source);
    if (open !== undefined) return open;
    const file = path.join(this.#folder, `${source}.log`);
    rotate(file);
    const stream = createWriteStream(file, { flags: 'a', mode: 0o600 });
    // A full disk must not end the supervisor: it has to stop the others in order.
    stream.once('error', (error) => console.error(`sightline: ${file} cannot be written: ${error.message}`));
    stream.on('error', () => undefined);
    this.#files.set(source, stream);
    return stream;
  }
}

/** The message of a pino line of level warning or above; null for everything else. */
export function importantPart(line: string): string | null {
  if (!line.startsWith('{')) return null;
  try {
    const entry: unknown = JSON.parse(line);
    if (typeof entry !== 'object' || entry === null || !('level' in entry)) return null;
    if (typeof entry.level !== 'number' || entry.level < PINO_WARN) return null;
    const message = 'msg' in entry && typeof entry.msg === 'string' ? entry.msg : line;
    const error = 'err' in entry ? entry.err : undefined;
    const cause =
      typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : '';
    return oneLine(cause === '' || cause === message ? message : `${message} (${cause})`);
  } catch {
    return null; // not JSON after all: it is in the file
  }
}

/** The whole of it is in the file. */
function oneLine(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > SHOWN_CHARACTERS ? `${line.slice(0, SHOWN_CHARACTERS)} …` : line;
}

function rotate(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > ROTATE_AT_BYTES) renameSync(file, `${file}.1`);
}
