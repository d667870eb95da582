import { sql, type Selectable } from 'kysely';
import type { Executor, Tx } from '../platform/db/database.js';
import type { Clip } from '../platform/db/schema.gen.js';
import { NotFoundError } from '../shared/errors.js';
import type { Processing, ProcessingState } from './domain/processing.js';
import type { Verification } from './domain/verification.js';
import type { WorkHold, WorkState } from './domain/work.js';

export type ClipRow = Omit<Selectable<Clip>, 'processing' | 'work' | 'work_hold' | 'verification'> & {
  readonly processing: ProcessingState;
  readonly work: WorkState;
  readonly work_hold: WorkHold | null;
  readonly verification: Verification;
};

export interface NewClip {
  readonly id: string;
  readonly caseId: string;
  readonly canonicalUrl: string | null;
  readonly platform: string | null;
  readonly urlKind: string | null;
  readonly postId: string | null;
  readonly accountHandle: string | null;
  readonly postTime: object | null;
  readonly title: string | null;
  readonly sensitivity: string;
  readonly createdBy: string;
}

/** What people write on a clip's label; absent fields stay. */
export type ClipDetails = Partial<
  Pick<ClipRow, 'title' | 'sensitivity' | 'tags' | 'priority' | 'advance_warning'>
>;

/** Owns `clip`. What the status object shows is only ever written by `ClipChange`. */
export class ClipRepository {
  /** Undefined when the case already has a clip of this canonical URL, also when that one is being inserted just now. */
  async insertUnlessKnown(tx: Tx, clip: NewClip): Promise<ClipRow | undefined> {
    const row = await tx
      .insertInto('clip')
      .values({
        id: clip.id,
        case_id: clip.caseId,
        canonical_url: clip.canonicalUrl,
        platform: clip.platform,
        url_kind: clip.urlKind,
        post_id: clip.postId,
        account_handle: clip.accountHandle,
        post_time: clip.postTime === null ? null : JSON.stringify(clip.postTime),
        title: clip.title,
        sensitivity: clip.sensitivity,
        created_by: clip.createdBy,
      })
      .onConflict((conflict) =>
        conflict.columns(['case_id', 'canonical_url']).where('canonical_url', 'is not', null).doNothing(),
      )
      .returningAll()
      .executeTakeFirst();
    return row === undefined ? undefined : asClip(row);
  }

  async getByCanonicalUrl(on: Executor, caseId: string, canonicalUrl: string): Promise<ClipRow> {
    const row = await on
      .selectFrom('clip')
      .selectAll()
      .where('case_id', '=', caseId)
      .where('canonical_url', '=', canonicalUrl)
      .executeTakeFirstOrThrow();
    return asClip(row);
  }

  async find(on: Executor, id: string): Promise<ClipRow | undefined> {
    const row = await on.selectFrom('clip').selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? undefined : asClip(row);
  }

  async get(on: Executor, id: string): Promise<ClipRow> {
    const row = await this.find(on, id);
    if (row === undefined) throw new NotFoundError('not_found', 'There is no such clip.');
    return row;
  }

  /**
   * Serialises every change of one clip's status. Not `for update`: that would also hold up rows of other clips that refer to
   * this one, and two clips whose matches are found together would wait for each other without end.
   */
  async lock(tx: Tx, id: string): Promise<ClipRow> {
    const row = await tx
      .selectFrom('clip')
      .selectAll()
      .where('id', '=', id)
      .forNoKeyUpdate()
      .executeTakeFirst();
    if (row === undefined) throw new NotFoundError('not_found', 'There is no such clip.');
    return asClip(row);
  }

  async setOriginal(
    tx: Tx,
    id: string,
    original: { sha256Hex: string; mediaType: string; title: string | null },
  ): Promise<void> {
    await tx
      .updateTable('clip')
      .set((eb) => ({
        original_sha256: original.sha256Hex,
        original_media_type: original.mediaType,
        title: eb.fn.coalesce('title', sql<string | null>`${original.title}::text`),
      }))
      .where('id', '=', id)
      .execute();
  }

  async setCancelled(tx: Tx, id: string, cancelled: boolean): Promise<void> {
    await tx
      .updateTable('clip')
      .set({ cancelled_at: cancelled ? sql<Date>`now()` : null })
      .where('id', '=', id)
      .execute();
  }

  /** Null lifts what a person held the clip's work at. */
  async setWorkHold(tx: Tx, id: string, hold: WorkHold | null): Promise<void> {
    await tx.updateTable('clip').set({ work_hold: hold }).where('id', '=', id).execute();
  }

  /** An assignment begins now: what the assignee did before it does not count as work on it. */
  async setAssignee(tx: Tx, id: string, assigneeId: string | null): Promise<void> {
    await tx
      .updateTable('clip')
      .set({
        assignee_id: assigneeId,
        assigned_at: assigneeId === null ? null : sql<Date>`now()`,
        last_worked_at: null,
      })
      .where('id', '=', id)
      .execute();
  }

  async setDetails(tx: Tx, id: string, details: ClipDetails): Promise<void> {
    await tx.updateTable('clip').set(details).where('id', '=', id).execute();
  }

  /** The assignee did something: the assignment is alive. */
  async touchAssignment(tx: Tx, id: string): Promise<void> {
    await tx
      .updateTable('clip')
      .set({ last_worked_at: sql<Date>`now()` })
      .where('id', '=', id)
      .execute();
  }

  /** What the status object shows of the clip itself; makes its next version. */
  async saveProjection(
    tx: Tx,
    id: string,
    projection: { processing: Processing; work: WorkState; verification: Verification },
  ): Promise<ClipRow> {
    const { processing, work, verification } = projection;
    const row = await tx
      .updateTable('clip')
      .set((eb) => ({
        processing: processing.state,
        progress: processing.progress,
        processing_error: processing.error === null ? null : JSON.stringify(processing.error),
        work,
        verification,
        version: eb('version', '+', 1),
        updated_at: sql<Date>`now()`,
      }))
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    return asClip(row);
  }
}

/** A row of `clip` as the database gives it. */
export function asClip(row: Selectable<Clip>): ClipRow {
  return {
    ...row,
    processing: row.processing as ProcessingState,
    work: row.work as WorkState,
    work_hold: row.work_hold as WorkHold | null,
    verification: row.verification as Verification,
  };
}
