import { rename, chmod, rm, stat } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Logger } from 'pino';
import { hasErrorCode } from '../../platform/embedded/error-code.js';
import {
  decodeFrameQuestion,
  decodeWords,
  encodeFrameHits,
  encodeMessage,
  encodeSoundHits,
  KINDS,
  LIMITS,
  MessageReader,
  WireError,
  type FrameQuestion,
  type Message,
} from './domain/wire.js';
import type { IndexedArchive } from './indexed-archive.js';
import type { IndexHit } from './match-index.js';

/** Others who ask get their turn, and who has stopped asking is heard, after so long. */
const TURN_MS = 10;
/** A worker has a handful under way; more is somebody who does not wait for answers. */
const MOST_QUESTIONS_AT_ONCE = 256;

type Questions = Map<number, AbortController>;
interface Answer {
  readonly kind: number;
  readonly body: Buffer;
}
type Ask = (signal: AbortSignal) => Promise<Answer>;

/** Answers questions about the archive on a Unix socket that only our own user may open. */
export class MatchIndexServer {
  readonly #connections = new Set<Socket>();
  #server: Server | undefined;
  #leave = async (): Promise<void> => {};

  constructor(
    private readonly archive: IndexedArchive,
    private readonly logger: Logger,
  ) {}

  /** Takes the place of whoever listened at `socketPath` before, dead or alive: a connection finds an index at every moment. */
  async listen(socketPath: string): Promise<void> {
    const server = createServer((socket) => this.#serve(socket));
    const draft = `${socketPath}.${process.pid}`;
    await rm(draft, { force: true });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(draft, resolve);
    });
    await chmod(draft, 0o600);
    await rename(draft, socketPath);
    const { ino } = await stat(socketPath);
    this.#leave = () => removeIfOurs(socketPath, ino);
    this.#server = server;
  }

  async close(): Promise<void> {
    await this.#leave();
    const server = this.#server;
    if (server === undefined) return;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const socket of this.#connections) socket.destroy();
    await closed;
  }

  #serve(socket: Socket): void {
    this.#connections.add(socket);
    const reader = new MessageReader(LIMITS.questionBytes);
    const questions: Questions = new Map();
    socket.on('data', (chunk) => {
      try {
        for (const message of reader.push(chunk)) this.#take(socket, questions, message);
      } catch (error) {
        this.logger.warn({ err: error }, 'a connection said what nobody understands');
        socket.destroy();
      }
    });
    // Whoever asked is gone: an error has no other meaning here.
    socket.on('error', (error) => this.logger.debug({ err: error }, 'a connection broke'));
    socket.on('close', () => {
      this.#connections.delete(socket);
      for (const controller of questions.values()) controller.abort();
    });
  }

  #take(socket: Socket, questions: Questions, { kind, question, body }: Message): void {
    if (kind === KINDS.forget) return questions.get(question)?.abort();
    if (questions.size >= MOST_QUESTIONS_AT_ONCE) throw new WireError('too many questions at once');
    const ask = this.#questionOf(kind, body);
    const controller = new AbortController();
    questions.set(question, controller);
    void this.#answer(ask, controller.signal).then((answer) => {
      questions.delete(question);
      if (!controller.signal.aborted) socket.write(encodeMessage({ ...answer, question }));
      return answer;
    });
  }

  /** Never rejects: whoever asked must hear that there is no answer. */
  async #answer(ask: Ask, signal: AbortSignal): Promise<Answer> {
    try {
      await this.archive.caughtUp();
      signal.throwIfAborted();
      return await ask(signal);
    } catch (error) {
      if (!signal.aborted) this.logger.error({ err: error }, 'a question failed');
      return { kind: KINDS.failed, body: Buffer.alloc(0) };
    }
  }

  #questionOf(kind: number, body: Buffer): Ask {
    if (kind === KINDS.searchFrames) {
      const asked = decodeFrameQuestion(body);
      return async (signal) => ({
        kind: KINDS.frameHits,
        body: encodeFrameHits(await this.#searchFrames(asked, signal)),
      });
    }
    if (kind !== KINDS.searchSound) throw new WireError(`a message of kind ${kind}`);
    const words = decodeWords(body);
    return async () => ({ kind: KINDS.soundHits, body: encodeSoundHits(this.archive.sound.search(words)) });
  }

  async #searchFrames({ radius, most, hashes }: FrameQuestion, signal: AbortSignal): Promise<IndexHit[]> {
    const hits: IndexHit[] = [];
    let turnEndsAt = performance.now() + TURN_MS;
    for (let query = 0; query < hashes.length / 32; query += 1) {
      if (performance.now() > turnEndsAt) {
        await nextTurn(undefined, { signal });
        turnEndsAt = performance.now() + TURN_MS;
      }
      for (const hit of this.archive.frames.search(hashes, query, radius, most)) hits.push(hit);
    }
    return hits;
  }
}

/** A successor may have put its own there, or everything may be gone. */
async function removeIfOurs(socketPath: string, ino: number): Promise<void> {
  const present = await stat(socketPath).catch((error: unknown) => {
    if (hasErrorCode(error, 'ENOENT')) return null;
    throw error;
  });
  if (present?.ino === ino) await rm(socketPath, { force: true });
}
