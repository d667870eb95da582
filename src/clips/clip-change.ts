import { sql } from 'kysely';
import type { CustodyEntry, CustodyLog } from '../custody/index.js';
import type { Database, Tx } from '../platform/db/database.js';
import { ClaimRepository } from './claim.repository.js';
import { ClipPartRepository } from './clip-part.repository.js';
import { ClipRepository, type ClipRow } from './clip.repository.js';
import type { ClipEvent } from './domain/clip-events.js';
import { projectProcessing } from './domain/processing.js';
import { rollUpVerification } from './domain/verification.js';
import { projectWork } from './domain/work.js';
import { presentStatus } from './read-status.js';
import type { ClipStatus } from './status.contract.js';
import { insertStatusEvent } from './status-event.repository.js';

export interface Change<Result> {
  readonly result: Result;
  readonly custody: readonly CustodyEntry[];
  readonly events: readonly ClipEvent[];
  /** False when nothing that the status object shows has changed. */
  readonly changed?: boolean;
}

/**
 * The one way in which a clip's state changes: state, status version, outbox row and custody event commit together or not at
 * all, under a lock on the clip.
 */
export class ClipChange {
  readonly clips = new ClipRepository();
  readonly parts = new ClipPartRepository();
  readonly claims = new ClaimRepository();

  constructor(
    readonly db: Database,
    private readonly custody: CustodyLog,
  ) {}

  async run<Result>(
    clipId: string,
    act: (tx: Tx, clip: ClipRow) => Promise<Change<Result>>,
  ): Promise<Result> {
    return this.db.transaction().execute(async (tx) => {
      const clip = await this.clips.lock(tx, clipId);
      const change = await act(tx, clip);
      if (isActOf(clip.assignee_id, change.custody)) await this.clips.touchAssignment(tx, clipId);
      if (change.changed !== false) await this.refresh(tx, clipId);
      await this.announce(tx, change);
      return change.result;
    });
  }

  /** For clips that the caller has just inserted in `tx`, and so holds. */
  async announce(tx: Tx, change: Pick<Change<unknown>, 'custody' | 'events'>): Promise<void> {
    if (change.events.length > 0) {
      await tx
        .insertInto('outbox')
        .values(change.events.map(({ event, clipId }) => ({ event, payload: JSON.stringify({ clipId }) })))
        .execute();
    }
    // Last: it serialises all writers of the log, so nothing slow may follow it in this transaction.
    if (change.custody.length > 0) await this.custody.append(tx, change.custody);
  }

  /** Recomputes what the status object shows, keeps that state for listeners, and wakes those who wait for it. */
  async refresh(tx: Tx, clipId: string): Promise<void> {
    const clip = await this.clips.get(tx, clipId);
    const parts = await this.parts.list(tx, clipId);
    const claims = await this.claims.list(tx, clipId);
    const verdicts = claims.map(({ verdict }) => verdict);
    const shown = await this.clips.saveProjection(tx, clipId, {
      processing: projectProcessing(parts, clip.cancelled_at !== null),
      work: projectWork({ hold: clip.work_hold, assigned: clip.assignee_id !== null, verdicts }),
      verification: rollUpVerification(verdicts),
    });
    await this.#tell(tx, shown, presentStatus(shown, parts, claims));
  }

  /** The first state of a clip that the caller has just inserted in `tx`. */
  async showFirst(tx: Tx, clip: ClipRow): Promise<void> {
    const parts = await this.parts.list(tx, clip.id);
    const claims = await this.claims.list(tx, clip.id);
    await this.#tell(tx, clip, presentStatus(clip, parts, claims));
  }

  async #tell(tx: Tx, clip: ClipRow, status: ClipStatus): Promise<void> {
    await insertStatusEvent(tx, clip, status);
    await sql`select pg_notify('clip_status', ${clip.id})`.execute(tx);
  }
}

function isActOf(userId: string | null, custody: readonly CustodyEntry[]): boolean {
  return userId !== null && custody.some(({ actor }) => actor === `user:${userId}`);
}
