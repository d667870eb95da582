import { HEARTBEAT_LOST_MS } from '../platform/queue/worker-registry.js';
import type { CustodyEntry } from '../custody/index.js';
import type { ClipChange } from './clip-change.js';
import type { PartRow } from './clip-part.repository.js';
import { dependentsOf, dueParts, type PartName } from './domain/parts.js';

/** A part that ended this many workers in a row is set aside for a person to look at. */
export const MOST_CRASHES = 10;

/** Between taking a part and knowing of it a worker needs milliseconds. */
const ABANDONED_AFTER_MS = 10_000;

export interface DuePart {
  readonly clipId: string;
  readonly part: PartName;
  readonly run: number;
}

/** Puts right what died: the queue only carries work, the tables say what is due. */
export class PartRecovery {
  constructor(private readonly change: ClipChange) {}

  /** Gives every part of a dead worker a new run. Answers how many. */
  async redriveOrphans(): Promise<number> {
    const orphans = await this.change.parts.listOrphaned(this.change.db, HEARTBEAT_LOST_MS);
    for (const orphan of orphans) await this.#redrive(orphan);
    return orphans.length;
  }

  /**
   * Parts that this worker holds by the tables and does not work on: the database was away when their attempt ended.
   * Answers how many were given a new run.
   */
  async redriveAbandoned(workerId: string, inHand: ReadonlySet<string>): Promise<number> {
    const held = await this.change.parts.listHeldBy(this.change.db, workerId, ABANDONED_AFTER_MS);
    const abandoned = held.filter(({ token }) => !inHand.has(token));
    for (const { clipId, part } of abandoned) await this.#redrive({ clipId, part, workerId });
    return abandoned.length;
  }

  /** Parts of a clip that wait for nothing but a worker, with the run under which they are to be sent. */
  async listDue(clipId: string): Promise<DuePart[]> {
    const rows = await this.change.parts.listUnlessCancelled(this.change.db, clipId);
    const due = new Set<PartName>(dueParts(rows));
    return rows.filter(({ part }) => due.has(part)).map(({ part, run }) => ({ clipId, part, run }));
  }

  /** Clips on which nothing has moved for so long although a part waits. */
  async listStuckClips(olderThanMs: number): Promise<string[]> {
    return this.change.parts.listLongWaiting(this.change.db, olderThanMs);
  }

  /** The queue has ended this run's job but the part still waits: only a new run can be sent again. */
  async raiseRun(due: DuePart): Promise<void> {
    await this.change.run(due.clipId, async (tx) => {
      const row = await this.change.parts.find(tx, due.clipId, due.part);
      if (row?.state !== 'waiting' || row.run !== due.run)
        return { result: undefined, custody: [], events: [], changed: false };
      await this.change.parts.raiseRun(tx, due.clipId, [due.part], 'stopped');
      return { result: undefined, custody: [], events: [{ event: 'part.redriven', clipId: due.clipId }] };
    });
  }

  /**
   * Does a part again that has ended, because what it rests on has changed. One under way ends first, however often it is asked
   * meanwhile, and has one new run then; one that waits will see the change anyhow.
   */
  async redo(clipId: string, part: PartName): Promise<void> {
    await this.change.run(clipId, async (tx, clip) => {
      const row = await this.change.parts.find(tx, clipId, part);
      const isIdle = row === undefined || row.state === 'waiting' || row.state === 'skipped';
      if (isIdle || clip.cancelled_at !== null || (await this.change.parts.askAgain(tx, clipId, part)))
        return { result: undefined, custody: [], events: [], changed: false };
      await this.change.parts.raiseRun(tx, clipId, [part], 'asked');
      return { result: undefined, custody: [], events: [{ event: 'part.redriven', clipId }] };
    });
  }

  async #redrive(orphan: { clipId: string; part: PartName; workerId: string }): Promise<void> {
    await this.change.run(orphan.clipId, async (tx, clip) => {
      const row = await this.change.parts.find(tx, orphan.clipId, orphan.part);
      if (row === undefined || row.state !== 'running' || row.workerId !== orphan.workerId) {
        return { result: undefined, custody: [], events: [], changed: false };
      }
      const given = row.crashes + 1 >= MOST_CRASHES;
      await this.change.parts.raiseRun(tx, orphan.clipId, [orphan.part], 'crashed');
      if (given) await this.#setAside(tx, orphan.clipId, orphan.part);
      return {
        result: undefined,
        events: [{ event: given ? 'part.failed' : 'part.redriven', clipId: orphan.clipId }],
        custody: [given ? setAside(clip.case_id, row) : workerDied(clip.case_id, row, orphan.workerId)],
      };
    });
  }

  async #setAside(tx: Parameters<ClipChange['refresh']>[0], clipId: string, part: PartName): Promise<void> {
    await this.change.parts.setFailed(tx, clipId, part, {
      code: 'tool_crashed',
      message: SET_ASIDE,
      retryable: true,
    });
    await this.change.parts.setSkipped(tx, clipId, dependentsOf(part));
  }
}

const SET_ASIDE = `Set aside after the worker died ${MOST_CRASHES} times while working on it.`;

function workerDied(caseId: string, row: PartRow, workerId: string): CustodyEntry {
  return {
    chain: caseId,
    clipId: row.clipId,
    action: 'part.interrupted',
    actor: 'system',
    body: { part: row.part, run: row.run, attempt: row.attempts, workerId, reason: 'worker_died' },
  };
}

function setAside(caseId: string, row: PartRow): CustodyEntry {
  return {
    chain: caseId,
    clipId: row.clipId,
    action: 'part.failed',
    actor: 'system',
    body: {
      part: row.part,
      run: row.run,
      attempt: row.attempts,
      error: { code: 'tool_crashed', retryable: true },
    },
  };
}
