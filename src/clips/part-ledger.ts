import type { CustodyEntry } from '../custody/index.js';
import type { Tx } from '../platform/db/database.js';
import { newId } from '../shared/ids.js';
import type { ClipChange } from './clip-change.js';
import type { ClipEvent } from './domain/clip-events.js';
import { dependentsOf, type PartName } from './domain/parts.js';
import type { PartProblem } from './domain/processing.js';

/** One worker's hold on one part. Its token fences: once another run has begun, nothing written under it is accepted. */
export interface Attempt {
  readonly clipId: string;
  readonly caseId: string;
  readonly part: PartName;
  readonly run: number;
  readonly number: number;
  readonly token: string;
  readonly workerId: string;
}

export interface PartEnding {
  readonly outcome: string;
  readonly warnings: readonly string[];
  /** Set when the part failed although what `write` stores must be kept. */
  readonly problem?: PartProblem;
  /** Rows that belong to the result; runs in the committing transaction after the fencing check. */
  readonly write: (tx: Tx) => Promise<PartWritten | void>;
  readonly custody: readonly CustodyEntry[];
}

/** What only writing has shown: which rows were new. */
export interface PartWritten {
  readonly custody?: readonly CustodyEntry[];
  readonly events?: readonly ClipEvent[];
}

/** The worker's side of a clip's parts: take one, report, end it. */
export class PartLedger {
  constructor(private readonly change: ClipChange) {}

  /** Null when this run is not wanted any more: done, cancelled, superseded or in another worker's hands. */
  async begin(
    key: { clipId: string; part: PartName; run: number },
    workerId: string,
  ): Promise<Attempt | null> {
    const token = newId();
    return this.change.run<Attempt | null>(key.clipId, async (tx, clip) => {
      const row =
        clip.cancelled_at === null ? await this.change.parts.claim(tx, key, { token, workerId }) : undefined;
      if (row === undefined) return { result: null, custody: [], events: [], changed: false };
      const attempt = { ...key, caseId: clip.case_id, number: row.attempts, token, workerId };
      return { result: attempt, custody: [], events: [] };
    });
  }

  /** False once the attempt has lost its part. */
  async progress(attempt: Attempt, fraction: number): Promise<void> {
    await this.change.run(attempt.clipId, async (tx) => {
      const grew = await this.change.parts.saveProgress(tx, attempt.token, fraction);
      return { result: undefined, custody: [], events: [], changed: grew };
    });
  }

  /** False when a later run has taken over; nothing was written then but the custody note of it. */
  async end(attempt: Attempt, ending: PartEnding): Promise<boolean> {
    return this.change.run(attempt.clipId, async (tx) => {
      const problem = ending.problem ?? null;
      const held = await this.change.parts.finish(tx, attempt.token, {
        state: problem === null ? 'complete' : 'failed',
        outcome: problem === null ? ending.outcome : 'failed',
        warnings: ending.warnings,
        error: problem,
      });
      if (held === undefined)
        return { result: false, custody: [lateResult(attempt)], events: [], changed: false };
      const written = (await ending.write(tx)) ?? {};
      if (problem !== null)
        await this.change.parts.setSkipped(tx, attempt.clipId, dependentsOf(attempt.part));
      if (held.askedAgain) await this.change.parts.raiseRun(tx, attempt.clipId, [attempt.part], 'asked');
      const closing = problem === null ? completed(attempt, ending) : failed(attempt, problem);
      return {
        result: true,
        custody: [...ending.custody, ...(written.custody ?? []), closing],
        events: [
          ...(written.events ?? []),
          ...followUps(attempt, problem),
          ...(held.askedAgain ? [{ event: 'part.redriven' as const, clipId: attempt.clipId }] : []),
        ],
      };
    });
  }

  /** A transient failure with tries left: the queue will bring the same run again. */
  async release(attempt: Attempt, problem: PartProblem): Promise<void> {
    await this.change.run(attempt.clipId, async (tx) => {
      const held = await this.change.parts.release(tx, attempt.token, problem);
      const custody = held ? [retried(attempt, problem)] : [];
      return { result: undefined, custody, events: [], changed: held };
    });
  }

  /** The worker is stopping in order: the part goes to whoever comes next, as a new run. */
  async giveBack(attempt: Attempt): Promise<void> {
    await this.change.run(attempt.clipId, async (tx) => {
      const fenced = await this.change.parts.listFenced(tx, [attempt.token]);
      if (fenced.length > 0) return { result: undefined, custody: [], events: [], changed: false };
      await this.change.parts.raiseRun(tx, attempt.clipId, [attempt.part], 'stopped');
      return {
        result: undefined,
        custody: [interrupted(attempt)],
        events: [{ event: 'part.redriven', clipId: attempt.clipId }],
      };
    });
  }

  /** Tokens of attempts that lost their part meanwhile: cancelled, or given to another run. */
  async fenced(tokens: readonly string[]): Promise<string[]> {
    return this.change.parts.listFenced(this.change.db, tokens);
  }
}

function followUps(attempt: Attempt, problem: PartProblem | null) {
  if (problem !== null) return [{ event: 'part.failed' as const, clipId: attempt.clipId }];
  const event = attempt.part === 'acquire' ? ('original.sealed' as const) : ('part.completed' as const);
  return [{ event, clipId: attempt.clipId }];
}

function common(attempt: Attempt) {
  return { chain: attempt.caseId, clipId: attempt.clipId, actor: `worker:${attempt.workerId}` };
}

function which(attempt: Attempt) {
  return { part: attempt.part, run: attempt.run, attempt: attempt.number };
}

function completed(attempt: Attempt, ending: PartEnding): CustodyEntry {
  const body = { ...which(attempt), outcome: ending.outcome, warnings: ending.warnings.length };
  return { ...common(attempt), action: 'part.completed', body };
}

function failed(attempt: Attempt, problem: PartProblem): CustodyEntry {
  const error = { code: problem.code, retryable: problem.retryable };
  return { ...common(attempt), action: 'part.failed', body: { ...which(attempt), error } };
}

function retried(attempt: Attempt, problem: PartProblem): CustodyEntry {
  const error = { code: problem.code, retryable: problem.retryable };
  return { ...common(attempt), action: 'part.retried', body: { ...which(attempt), error } };
}

function interrupted(attempt: Attempt): CustodyEntry {
  return {
    ...common(attempt),
    action: 'part.interrupted',
    body: { ...which(attempt), reason: 'worker_stopped' },
  };
}

function lateResult(attempt: Attempt): CustodyEntry {
  return { ...common(attempt), action: 'late_result_rejected', body: which(attempt) };
}
