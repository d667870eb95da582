import { sql, type Selectable } from 'kysely';
import type { Executor } from '../platform/db/database.js';
import type { ClipPart } from '../platform/db/schema.gen.js';
import { isPartName, PARTS, type PartName, type PartState } from './domain/parts.js';
import type { PartProblem, PartReport } from './domain/processing.js';

export interface PartRow extends PartReport {
  readonly clipId: string;
  readonly run: number;
  readonly attempts: number;
  readonly crashes: number;
  readonly workerId: string | null;
  readonly outcome: string | null;
  readonly warnings: readonly string[];
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
}

/** Owns `clip_part`. Every write goes through `PartLedger`. */
export class ClipPartRepository {
  async insertAll(tx: Executor, clipId: string): Promise<void> {
    await tx
      .insertInto('clip_part')
      .values(PARTS.map(({ part }, position) => ({ clip_id: clipId, part, position })))
      .execute();
  }

  async list(on: Executor, clipId: string): Promise<PartRow[]> {
    const rows = await on
      .selectFrom('clip_part')
      .selectAll()
      .where('clip_id', '=', clipId)
      .orderBy('position')
      .execute();
    return rows.map(asPart);
  }

  /** None when the clip was cancelled. One query, because every job waits for it. */
  async listUnlessCancelled(on: Executor, clipId: string): Promise<PartRow[]> {
    const rows = await on
      .selectFrom('clip_part')
      .innerJoin('clip', 'clip.id', 'clip_part.clip_id')
      .selectAll('clip_part')
      .where('clip_id', '=', clipId)
      .where('cancelled_at', 'is', null)
      .orderBy('position')
      .execute();
    return rows.map(asPart);
  }

  async find(on: Executor, clipId: string, part: PartName): Promise<PartRow | undefined> {
    const row = await on
      .selectFrom('clip_part')
      .selectAll()
      .where('clip_id', '=', clipId)
      .where('part', '=', part)
      .executeTakeFirst();
    return row === undefined ? undefined : asPart(row);
  }

  /** Takes the part for one attempt; undefined when this run is no longer wanted or another attempt holds it. */
  async claim(
    tx: Executor,
    key: { clipId: string; part: PartName; run: number },
    attempt: { token: string; workerId: string },
  ): Promise<PartRow | undefined> {
    const row = await tx
      .updateTable('clip_part')
      .set((eb) => ({
        state: 'running',
        attempts: eb('attempts', '+', 1),
        attempt_token: attempt.token,
        worker_id: attempt.workerId,
        // What changed until now is seen by this attempt.
        asked_again: false,
        progress: 0,
        error: null,
        started_at: sql<Date>`now()`,
        finished_at: null,
        changed_at: sql<Date>`now()`,
      }))
      .where('clip_id', '=', key.clipId)
      .where('part', '=', key.part)
      .where('run', '=', key.run)
      .where('state', '=', 'waiting')
      .returningAll()
      .executeTakeFirst();
    return row === undefined ? undefined : asPart(row);
  }

  /** True while the attempt still holds its part and the progress grew. */
  async saveProgress(tx: Executor, token: string, fraction: number): Promise<boolean> {
    const { numUpdatedRows } = await tx
      .updateTable('clip_part')
      .set({ progress: fraction, changed_at: sql<Date>`now()` })
      .where('attempt_token', '=', token)
      .where('state', '=', 'running')
      .where('progress', '<', fraction)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  /** True when the part was under way: it is to be done once more after its present attempt. */
  async askAgain(tx: Executor, clipId: string, part: PartName): Promise<boolean> {
    const { numUpdatedRows } = await tx
      .updateTable('clip_part')
      .set({ asked_again: true })
      .where('clip_id', '=', clipId)
      .where('part', '=', part)
      .where('state', '=', 'running')
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  /** Compare-and-set on the attempt's token: undefined means that a later run has taken over (fencing). */
  async finish(
    tx: Executor,
    token: string,
    end: {
      state: 'complete' | 'failed';
      outcome: string | null;
      warnings: readonly string[];
      error: PartProblem | null;
    },
  ): Promise<{ askedAgain: boolean } | undefined> {
    const row = await tx
      .updateTable('clip_part')
      .set({
        state: end.state,
        outcome: end.outcome,
        warnings: JSON.stringify(end.warnings),
        error: end.error === null ? null : JSON.stringify(end.error),
        progress: 1,
        crashes: 0,
        attempt_token: null,
        finished_at: sql<Date>`now()`,
        changed_at: sql<Date>`now()`,
      })
      .where('attempt_token', '=', token)
      .where('state', '=', 'running')
      .returning('asked_again')
      .executeTakeFirst();
    return row && { askedAgain: row.asked_again };
  }

  /** Gives the part back to the queue within the same run, keeping why the try failed. */
  async release(tx: Executor, token: string, error: PartProblem): Promise<boolean> {
    const { numUpdatedRows } = await tx
      .updateTable('clip_part')
      .set({
        state: 'waiting',
        attempt_token: null,
        worker_id: null,
        error: JSON.stringify(error),
        changed_at: sql<Date>`now()`,
      })
      .where('attempt_token', '=', token)
      .where('state', '=', 'running')
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  async setFailed(tx: Executor, clipId: string, part: PartName, error: PartProblem): Promise<void> {
    await tx
      .updateTable('clip_part')
      .set({
        state: 'failed',
        outcome: 'failed',
        error: JSON.stringify(error),
        finished_at: sql<Date>`now()`,
        changed_at: sql<Date>`now()`,
      })
      .where('clip_id', '=', clipId)
      .where('part', '=', part)
      .execute();
  }

  async setSkipped(tx: Executor, clipId: string, parts: readonly PartName[]): Promise<void> {
    if (parts.length === 0) return;
    await tx
      .updateTable('clip_part')
      .set({
        state: 'skipped',
        attempt_token: null,
        finished_at: sql<Date>`now()`,
        changed_at: sql<Date>`now()`,
      })
      .where('clip_id', '=', clipId)
      .where('part', 'in', [...parts])
      .where('state', 'in', ['waiting', 'running'])
      .execute();
  }

  /** A new run: whatever the old one still delivers is refused from now on. */
  async raiseRun(
    tx: Executor,
    clipId: string,
    parts: readonly PartName[],
    cause: 'asked' | 'crashed' | 'stopped',
  ): Promise<void> {
    if (parts.length === 0) return;
    await tx
      .updateTable('clip_part')
      .set((eb) => ({
        state: 'waiting',
        run: eb('run', '+', 1),
        crashes: cause === 'crashed' ? eb('crashes', '+', 1) : cause === 'asked' ? 0 : eb.ref('crashes'),
        attempt_token: null,
        worker_id: null,
        progress: 0,
        outcome: null,
        warnings: JSON.stringify([]),
        error: null,
        started_at: null,
        finished_at: null,
        changed_at: sql<Date>`now()`,
      }))
      .where('clip_id', '=', clipId)
      .where('part', 'in', [...parts])
      .execute();
  }

  /** Running parts whose worker has ended or has not been heard of for so long. */
  async listOrphaned(
    on: Executor,
    heartbeatLostMs: number,
  ): Promise<{ clipId: string; part: PartName; workerId: string }[]> {
    const rows = await on
      .selectFrom('clip_part')
      .leftJoin('worker_process', 'worker_process.id', 'clip_part.worker_id')
      .select(['clip_id', 'part', 'worker_id'])
      .where('state', '=', 'running')
      .where((eb) =>
        eb.or([
          eb('worker_process.id', 'is', null),
          eb('ended_at', 'is not', null),
          eb('heartbeat_at', '<', sql<Date>`now() - ${heartbeatLostMs} * interval '1 millisecond'`),
        ]),
      )
      .limit(1_000)
      .execute();
    return rows.map((row) => ({
      clipId: row.clip_id,
      part: nameOf(row.part),
      workerId: row.worker_id ?? '',
    }));
  }

  /** Clips with a part that has waited, untouched, for so long. */
  async listLongWaiting(on: Executor, olderThanMs: number): Promise<string[]> {
    const rows = await on
      .selectFrom('clip_part')
      .select(['clip_id', sql<Date>`min(changed_at)`.as('since')])
      .where('state', '=', 'waiting')
      .where('changed_at', '<', sql<Date>`now() - ${olderThanMs} * interval '1 millisecond'`)
      .groupBy('clip_id')
      .orderBy('since')
      .limit(500)
      .execute();
    return rows.map((row) => row.clip_id);
  }

  /** Parts that are in this worker's hands for longer than a moment, with the token of the attempt. */
  async listHeldBy(
    on: Executor,
    workerId: string,
    longerThanMs: number,
  ): Promise<{ clipId: string; part: PartName; token: string }[]> {
    const rows = await on
      .selectFrom('clip_part')
      .select(['clip_id', 'part', 'attempt_token'])
      .where('worker_id', '=', workerId)
      .where('state', '=', 'running')
      .where('started_at', '<', sql<Date>`now() - ${longerThanMs} * interval '1 millisecond'`)
      .execute();
    return rows.map((row) => ({
      clipId: row.clip_id,
      part: nameOf(row.part),
      token: row.attempt_token ?? '',
    }));
  }

  /** Of the given attempts, those that no longer hold their part. */
  async listFenced(on: Executor, tokens: readonly string[]): Promise<string[]> {
    if (tokens.length === 0) return [];
    const held = await on
      .selectFrom('clip_part')
      .select('attempt_token')
      .where('attempt_token', 'in', [...tokens])
      .where('state', '=', 'running')
      .execute();
    const holding = new Set(held.map((row) => row.attempt_token));
    return tokens.filter((token) => !holding.has(token));
  }
}

function nameOf(part: string): PartName {
  if (!isPartName(part)) throw new RangeError(`unknown part ${part} in the database`);
  return part;
}

function asPart(row: Selectable<ClipPart>): PartRow {
  return {
    clipId: row.clip_id,
    part: nameOf(row.part),
    state: row.state as PartState,
    run: row.run,
    attempts: row.attempts,
    crashes: row.crashes,
    workerId: row.worker_id,
    progress: row.progress,
    outcome: row.outcome,
    warnings: row.warnings as unknown as string[],
    error: row.error as unknown as PartProblem | null,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
  };
}
