import { UnrecoverableError } from 'bullmq';
import type { Logger } from 'pino';
import {
  isPartName,
  type Attempt,
  type PartEnding,
  type PartHandler,
  type PartLedger,
  type PartProblem,
} from '../src/clips/worker.js';
import type { RunningJob } from '../src/platform/queue/queue-backend.js';
import { PartError, TransientError } from '../src/shared/errors.js';
import type { PartJobData } from './routes.js';

const PROGRESS_EVERY_MS = 500;
const FENCE_CHECK_EVERY_MS = 1_000;

class Stopping extends Error {
  override readonly name = 'Stopping';
}
class Fenced extends Error {
  override readonly name = 'Fenced';
}

/** Runs part jobs: takes the part, watches over the attempt, and turns every way in which it can end into a state. */
export class PartRunner {
  readonly #running = new Map<string, { attempt: Attempt; controller: AbortController }>();
  readonly #fenceTimer: NodeJS.Timeout;
  #stopping = false;

  constructor(
    private readonly ledger: PartLedger,
    private readonly handlers: ReadonlyMap<string, PartHandler>,
    private readonly workerId: string,
    private readonly logger: Logger,
  ) {
    this.#fenceTimer = setInterval(() => {
      this.#abortFenced().catch((error: unknown) =>
        this.logger.warn({ err: error }, 'could not check attempts'),
      );
    }, FENCE_CHECK_EVERY_MS);
  }

  /** Aborts what runs; each attempt gives its part back before `run` returns. */
  stop(): void {
    this.#stopping = true;
    clearInterval(this.#fenceTimer);
    for (const { controller } of this.#running.values()) controller.abort(new Stopping());
  }

  /** Tokens of the attempts in hand. */
  get tokens(): ReadonlySet<string> {
    return new Set(this.#running.keys());
  }

  /** How many attempts at this part are in hand. */
  running(part: string): number {
    return [...this.#running.values()].filter(({ attempt }) => attempt.part === part).length;
  }

  async run(job: RunningJob, data: PartJobData): Promise<string> {
    const handler = this.handlers.get(data.part);
    if (handler === undefined || !isPartName(data.part))
      throw new UnrecoverableError(`no handler for part ${data.part}`);
    if (this.#stopping) throw new Error('the worker is stopping');
    const attempt = await this.ledger.begin(
      { clipId: data.clipId, part: data.part, run: data.run },
      this.workerId,
    );
    if (attempt === null) return 'stale';
    const controller = new AbortController();
    this.#running.set(attempt.token, { attempt, controller });
    if (this.#stopping) controller.abort(new Stopping());
    try {
      const lastTry = job.attempt >= job.attempts;
      const ending = await handler.execute({
        attempt,
        signal: controller.signal,
        lastTry,
        onProgress: this.#throttledProgress(attempt),
      });
      controller.signal.throwIfAborted();
      return (await this.ledger.end(attempt, ending)) ? ending.outcome : 'fenced';
    } catch (error) {
      return await this.#settle(attempt, error, job.attempt >= job.attempts);
    } finally {
      this.#running.delete(attempt.token);
    }
  }

  async #settle(attempt: Attempt, thrown: unknown, lastTry: boolean): Promise<string> {
    const signal = this.#running.get(attempt.token)?.controller.signal;
    const error: unknown = signal?.aborted === true ? signal.reason : thrown;
    if (error instanceof Stopping) {
      await this.ledger.giveBack(attempt);
      return 'given back';
    }
    if (error instanceof Fenced) return 'fenced';
    const problem = problemOf(error);
    const log = {
      ...forLog(error),
      clipId: attempt.clipId,
      part: attempt.part,
      run: attempt.run,
      attempt: attempt.number,
    };
    if (error instanceof TransientError && !lastTry) {
      this.logger.warn(log, 'part failed, will be tried again');
      await this.ledger.release(attempt, problem);
      throw error;
    }
    this.logger[error instanceof PartError ? 'warn' : 'error'](log, 'part failed');
    await this.ledger.end(attempt, failure(problem));
    throw new UnrecoverableError(`${problem.code}: ${problem.message}`);
  }

  async #abortFenced(): Promise<void> {
    for (const token of await this.ledger.fenced([...this.#running.keys()])) {
      this.#running.get(token)?.controller.abort(new Fenced());
    }
  }

  #throttledProgress(attempt: Attempt): (fraction: number) => void {
    let last = Date.now();
    let saving = false;
    return (fraction) => {
      if (saving || Date.now() - last < PROGRESS_EVERY_MS) return;
      last = Date.now();
      saving = true;
      this.ledger
        .progress(attempt, fraction)
        .catch((error: unknown) => this.logger.warn({ err: error }, 'progress was not saved'))
        .finally(() => {
          saving = false;
        });
    };
  }
}

function problemOf(error: unknown): PartProblem {
  if (error instanceof PartError) {
    return { code: error.code, message: error.publicMessage, retryable: error instanceof TransientError };
  }
  return {
    code: 'internal',
    message: 'Something went wrong on our side; it has been logged.',
    retryable: true,
  };
}

function failure(problem: PartProblem): PartEnding {
  return { outcome: 'failed', warnings: [], problem, write: async () => {}, custody: [] };
}

/** Details of a failed fetch name links and hosts: they belong to the clip's record, never to the log. */
function forLog(error: unknown): object {
  if (error instanceof PartError) return { code: error.code, reason: error.publicMessage };
  return error instanceof Error
    ? { err: { type: error.name, message: error.message, stack: error.stack } }
    : { err: error };
}
