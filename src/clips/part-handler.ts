import type { Attempt, PartEnding } from './part-ledger.js';

export interface PartRun {
  readonly attempt: Attempt;
  /** Aborts when the worker stops or the attempt has lost its part. */
  readonly signal: AbortSignal;
  /** False while the queue would try this run again after a transient failure. */
  readonly lastTry: boolean;
  /** 0..1. */
  readonly onProgress: (fraction: number) => void;
}

/** Does one part of one clip. Throws `TransientError` to be tried again, any other `PartError` to fail for good. */
export interface PartHandler {
  execute(run: PartRun): Promise<PartEnding>;
}
