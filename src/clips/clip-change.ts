import { sql } from 'kysely';
import type { CustodyEntry, CustodyLog } from '../custody/index.js';
import type { Database, Tx } from '../platform/db/database.js';
import { ClipPartRepository } from './clip-part.repository.js';
import { ClipRepository, type ClipRow } from './clip.repository.js';
import type { ClipEvent } from './domain/clip-events.js';
import { projectProcessing } from './domain/processing.js';

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

  /** Recomputes what the status object shows and wakes those who wait for it. */
  async refresh(tx: Tx, clipId: string): Promise<void> {
    const clip = await this.clips.get(tx, clipId);
    const processing = projectProcessing(await this.parts.list(tx, clipId), clip.cancelled_at !== null);
    await this.clips.saveProcessing(tx, clipId, processing);
    await sql`select pg_notify('clip_status', ${clipId})`.execute(tx);
  }
}
