import { sql, type Selectable } from 'kysely';
import type { StatusPosition } from '../../clips/index.js';
import type { Executor } from '../../platform/db/database.js';
import type { Webhook, WebhookDelivery } from '../../platform/db/schema.gen.js';

export type WebhookRow = Selectable<Webhook>;
export type DeliveryRow = Selectable<WebhookDelivery>;

/** Owns `webhook` and `webhook_delivery` as their makers see them; what workers do with them is in `delivery-queue.ts`. */
export class WebhookRepository {
  async insert(
    tx: Executor,
    row: {
      id: string;
      caseId: string | null;
      caseLimit: readonly string[] | null;
      url: string;
      secret: string;
      madeBy: string;
      cursor: StatusPosition;
    },
  ): Promise<WebhookRow> {
    return tx
      .insertInto('webhook')
      .values({
        id: row.id,
        case_id: row.caseId,
        case_limit: row.caseLimit === null ? null : [...row.caseLimit],
        url: row.url,
        secret: row.secret,
        made_by: row.madeBy,
        cursor_xid: String(row.cursor.xid),
        cursor_id: row.cursor.id,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  /** Newest first. */
  async list(
    on: Executor,
    madeBy: string,
    page: { limit: number; cursor?: string | undefined },
  ): Promise<WebhookRow[]> {
    const { cursor } = page;
    return on
      .selectFrom('webhook')
      .selectAll()
      .where('made_by', '=', madeBy)
      .where('removed_at', 'is', null)
      .$if(cursor !== undefined, (query) => query.where('id', '<', cursor ?? ''))
      .orderBy('id', 'desc')
      .limit(page.limit)
      .execute();
  }

  async find(on: Executor, id: string, madeBy: string): Promise<WebhookRow | undefined> {
    return on
      .selectFrom('webhook')
      .selectAll()
      .where('id', '=', id)
      .where('made_by', '=', madeBy)
      .where('removed_at', 'is', null)
      .executeTakeFirst();
  }

  /** True when it was there. What was still to be delivered is given up. */
  async remove(tx: Executor, id: string, reason: string): Promise<boolean> {
    const { numUpdatedRows } = await tx
      .updateTable('webhook')
      .set({ removed_at: sql<Date>`now()` })
      .where('id', '=', id)
      .where('removed_at', 'is', null)
      .executeTakeFirst();
    await tx
      .updateTable('webhook_delivery')
      .set({ state: 'dead', worker_id: null, last_error: reason, finished_at: sql<Date>`now()` })
      .where('webhook_id', '=', id)
      .where('state', '=', 'pending')
      .execute();
    return numUpdatedRows > 0n;
  }

  /** Newest first. */
  async listDeliveries(
    on: Executor,
    webhookId: string,
    page: { limit: number; cursor?: string | undefined; state?: string | undefined },
  ): Promise<DeliveryRow[]> {
    const { cursor, state } = page;
    return on
      .selectFrom('webhook_delivery')
      .selectAll()
      .where('webhook_id', '=', webhookId)
      .$if(state !== undefined, (query) => query.where('state', '=', state ?? ''))
      .$if(cursor !== undefined, (query) => query.where('id', '<', cursor ?? ''))
      .orderBy('id', 'desc')
      .limit(page.limit)
      .execute();
  }

  async lockDelivery(tx: Executor, webhookId: string, id: string): Promise<DeliveryRow | undefined> {
    return tx
      .selectFrom('webhook_delivery')
      .selectAll()
      .where('webhook_id', '=', webhookId)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
  }

  /** Due now, with all its attempts before it; wakes the workers. */
  async startAgain(tx: Executor, id: string): Promise<DeliveryRow> {
    await sql`select pg_notify('webhook_due', '')`.execute(tx);
    return tx
      .updateTable('webhook_delivery')
      .set({ state: 'pending', attempts: 0, next_attempt_at: sql<Date>`now()`, finished_at: null })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
  }
}
