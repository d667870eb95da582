import { sql, type Selectable } from 'kysely';
import { blindClaims } from '../clips/index.js';
import type { Principal } from '../identity/index.js';
import type { Executor, Tx } from '../platform/db/database.js';
import type { Comment } from '../platform/db/schema.gen.js';

export type CommentRow = Selectable<Comment> & { readonly case_id: string };

export interface NewComment {
  readonly id: string;
  readonly clipId: string;
  readonly claimId: string | null;
  readonly inReplyTo: string | null;
  readonly text: string;
  readonly mentions: readonly string[];
  readonly madeBy: string;
}

/** Owns `comment`. Every read leaves out what a blind case keeps from the reader; their own words are never kept from them. */
export class CommentRepository {
  async insert(tx: Tx, comment: NewComment): Promise<void> {
    await tx
      .insertInto('comment')
      .values({
        id: comment.id,
        clip_id: comment.clipId,
        claim_id: comment.claimId,
        in_reply_to: comment.inReplyTo,
        text: comment.text,
        mentions: [...comment.mentions],
        made_by: comment.madeBy,
      })
      .execute();
  }

  find(on: Executor, reader: Principal, id: string): Promise<CommentRow | undefined> {
    return visible(on, reader).where('comment.id', '=', id).executeTakeFirst();
  }

  /** Oldest first. */
  listForClip(
    on: Executor,
    reader: Principal,
    clipId: string,
    page: { limit: number; cursor?: string | undefined },
  ): Promise<CommentRow[]> {
    return visible(on, reader)
      .where('comment.clip_id', '=', clipId)
      .$if(page.cursor !== undefined, (query) => query.where('comment.id', '>', page.cursor ?? ''))
      .orderBy('comment.id')
      .limit(page.limit)
      .execute();
  }

  /** Newest first, in these cases; withdrawn ones mention nobody. */
  listMentions(
    on: Executor,
    reader: Principal,
    caseIds: readonly string[],
    page: { limit: number; cursor?: string | undefined },
  ): Promise<CommentRow[]> {
    if (caseIds.length === 0) return Promise.resolve([]);
    return visible(on, reader)
      .where('comment.mentions', '@>', sql<string[]>`array[${reader.userId}]::uuid[]`)
      .where('comment.withdrawn_at', 'is', null)
      .where('clip.case_id', 'in', [...caseIds])
      .$if(page.cursor !== undefined, (query) => query.where('comment.id', '<', page.cursor ?? ''))
      .orderBy('comment.id', 'desc')
      .limit(page.limit)
      .execute();
  }

  /** False when it was withdrawn already. */
  async withdraw(tx: Tx, id: string): Promise<boolean> {
    const { numUpdatedRows } = await tx
      .updateTable('comment')
      .set({ withdrawn_at: sql<Date>`now()` })
      .where('id', '=', id)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }
}

function visible(on: Executor, reader: Principal) {
  return on
    .selectFrom('comment')
    .innerJoin('clip', 'clip.id', 'comment.clip_id')
    .selectAll('comment')
    .select('clip.case_id')
    .where((eb) =>
      eb.or([
        eb('comment.claim_id', 'is', null),
        eb('comment.made_by', '=', reader.userId),
        eb.not(
          eb.exists(blindClaims(on, reader).where('claim.id', '=', sql.ref<string>('comment.claim_id'))),
        ),
      ]),
    );
}
