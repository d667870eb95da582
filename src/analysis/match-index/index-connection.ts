import { once } from 'node:events';
import { createConnection, type Socket } from 'node:net';
import { encodeMessage, KINDS, LIMITS, MessageReader } from './domain/wire.js';

/** Who was asked is gone, or could not answer; asked again, the same or another may. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
}

interface Waiting {
  resolve(body: Buffer): void;
  reject(error: unknown): void;
}

/** One connection to the index's process, with any number of questions under way. */
export class IndexConnection {
  readonly #waiting = new Map<number, Waiting>();
  #lastQuestion = 0;
  #cause: unknown;

  private constructor(private readonly socket: Socket) {
    const reader = new MessageReader(LIMITS.answerBytes);
    socket.on('data', (chunk) => {
      try {
        for (const { kind, question, body } of reader.push(chunk)) {
          const waiting = this.#waiting.get(question);
          if (kind === KINDS.failed) waiting?.reject(new NoAnswerError('the match index could not answer'));
          else waiting?.resolve(body);
        }
      } catch (error) {
        this.#cause = error;
        socket.destroy();
      }
    });
    socket.on('error', (error) => (this.#cause ??= error));
    socket.on('close', () => {
      for (const { reject } of this.#waiting.values()) reject(this.#lost());
    });
  }

  /** @throws when nobody listens there. */
  static async open(address: string): Promise<IndexConnection> {
    const socket = createConnection(address);
    await once(socket, 'connect');
    return new IndexConnection(socket);
  }

  get isOpen(): boolean {
    return !this.socket.destroyed;
  }

  /** @throws NoAnswerError, or the signal's reason: the index then stops looking. */
  async ask(kind: number, body: Uint8Array, signal: AbortSignal): Promise<Buffer> {
    signal.throwIfAborted();
    if (!this.isOpen) throw this.#lost();
    this.#lastQuestion = (this.#lastQuestion + 1) % 2 ** 32;
    const question = this.#lastQuestion;
    const answer = new Promise<Buffer>((resolve, reject) => {
      this.#waiting.set(question, { resolve, reject });
    });
    const forget = () => {
      this.socket.write(encodeMessage({ kind: KINDS.forget, question, body: new Uint8Array() }));
      this.#waiting.get(question)?.reject(signal.reason);
    };
    signal.addEventListener('abort', forget, { once: true });
    this.socket.write(encodeMessage({ kind, question, body }));
    try {
      return await answer;
    } finally {
      signal.removeEventListener('abort', forget);
      this.#waiting.delete(question);
    }
  }

  close(): void {
    this.socket.destroy();
  }

  #lost(): NoAnswerError {
    return new NoAnswerError('the match index went away', { cause: this.#cause });
  }
}
