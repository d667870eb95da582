import { sql } from 'kysely';
import { listStatusEvents, type StatusEvent } from '../../clips/worker.js';
import type { Database, Tx } from '../../platform/db/database.js';
import { newId } from '../../shared/ids.js';

/** A delivery that this worker has in hand until its lease ends. */
export interface DueDelivery {
  readonly id: string;
  readonly webhookId: string;
  readonly url: string;
  readonly secret: unknown;
  readonly body: string;
  readonly attempts: number;
}

export type DeliveryEnding =
  | { readonly kind: 'delivered'; readonly status: number }
  | {
      readonly kind: 'retry';
      readonly afterMs: number;
      readonly status: number | null;
      readonly error: string;
    }
  | { readonly kind: 'dead'; readonly status: number | null; readonly error: string };

const FAN_OUT_EVENTS = 500;
/** Of one webhook at a time: a slow receiver is not flooded, and does not hold up those of others. */
const IN_HAND_PER_WEBHOOK = 8;
const IN_HAND = 32;
/** Longer than an attempt may take: after it the worker is taken for dead. */
const LEASE_MS = 45_000;

interface WebhookTurn {
  readonly id: string;
  readonly cursor_xid: string;
  readonly cursor_id: number;
  /** Cases of which it may speak now: its own, as far as its maker still leads them and is let in at all. */
  readonly case_ids: string[];
}

/** The cases of which a webhook may speak at this moment; `w` is the webhook. */
const CASES_NOW = sql`
  coalesce((
    select array_agg(m.case_id) from case_member m join app_user u on u.id = m.user_id
    where m.user_id = w.made_by and m.role = 'lead' and u.disabled_at is null
      and (w.case_id is null or w.case_id = m.case_id)
      and (w.case_limit is null or m.case_id = any(w.case_limit))
  ), '{}')`;

/** Rows are the truth of what is to be delivered: `webhook` and `webhook_delivery` as the workers see them. */
export class DeliveryQueue {
  constructor(
    private readonly db: Database,
    private readonly workerId: string,
  ) {}

  /**
   * Turns each webhook's next events into deliveries and moves its cursor in the same transaction: killed in between, nothing
   * has happened. Answers whether there may be more to do soon.
   */
  async fanOut(): Promise<boolean> {
    const { rows } = await sql<{
      id: string;
    }>`select id from webhook where removed_at is null order by id`.execute(this.db);
    let more = false;
    for (const { id } of rows)
      more = (await this.db.transaction().execute((tx) => this.#fanOutOne(tx, id))) || more;
    return more;
  }

  async #fanOutOne(tx: Tx, webhookId: string): Promise<boolean> {
    const { rows } = await sql<WebhookTurn>`
      select w.id, w.cursor_xid::text as cursor_xid, w.cursor_id, ${CASES_NOW} as case_ids
      from webhook w where w.id = ${webhookId} and w.removed_at is null for update of w skip locked`.execute(
      tx,
    );
    const [turn] = rows;
    if (turn === undefined) return false;
    const after = { xid: Number(turn.cursor_xid), id: turn.cursor_id };
    const { events, held } = await listStatusEvents(tx, { after, limit: FAN_OUT_EVENTS });
    const last = events.at(-1);
    if (last === undefined) return held;
    const cases = new Set(turn.case_ids);
    await insertDeliveries(
      tx,
      webhookId,
      events.filter(({ caseId }) => cases.has(caseId)),
    );
    await sql`
      update webhook set cursor_xid = ${String(last.position.xid)}::xid8, cursor_id = ${last.position.id}
      where id = ${webhookId}`.execute(tx);
    return held || events.length === FAN_OUT_EVENTS;
  }

  /** Takes due deliveries in hand, a few of each webhook that has none in hand yet. */
  async take(): Promise<DueDelivery[]> {
    const { rows } = await sql<DueDelivery>`
      with due as (
        select d.id
        from webhook w
        cross join lateral (
          select id from webhook_delivery d
          where d.webhook_id = w.id and d.state = 'pending' and d.next_attempt_at <= now()
          order by d.next_attempt_at, d.id limit ${IN_HAND_PER_WEBHOOK} for update skip locked
        ) d
        where w.removed_at is null and not exists (
          select from webhook_delivery h
          where h.webhook_id = w.id and h.worker_id is not null and h.next_attempt_at > now()
        )
        limit ${IN_HAND}
      )
      update webhook_delivery d
      set attempts = d.attempts + 1, worker_id = ${this.workerId}::uuid,
        next_attempt_at = now() + ${LEASE_MS} * interval '1 millisecond'
      from due, webhook w
      where d.id = due.id and w.id = d.webhook_id
      returning d.id, d.webhook_id as "webhookId", w.url, w.secret, d.body, d.attempts`.execute(this.db);
    return rows;
  }

  /** False when the maker may no longer hear of the delivery's case. */
  async isStillOwed(deliveryId: string): Promise<boolean> {
    const { rows } = await sql<{ owed: boolean }>`
      select d.case_id = any(${CASES_NOW}) as owed
      from webhook_delivery d join webhook w on w.id = d.webhook_id
      where d.id = ${deliveryId}`.execute(this.db);
    return rows[0]?.owed ?? false;
  }

  /** Only while this worker has it in hand: a late answer changes nothing. */
  async end(deliveryId: string, attempts: number, ending: DeliveryEnding): Promise<void> {
    const over = ending.kind !== 'retry';
    const afterMs = ending.kind === 'retry' ? ending.afterMs : 0;
    await sql`
      update webhook_delivery
      set state = ${ending.kind === 'retry' ? 'pending' : ending.kind}, worker_id = null,
        next_attempt_at = now() + ${afterMs} * interval '1 millisecond',
        last_status = ${ending.status}, last_error = ${ending.kind === 'delivered' ? null : ending.error},
        finished_at = case when ${over} then now() end
      where id = ${deliveryId} and worker_id = ${this.workerId}::uuid and attempts = ${attempts}
        and state = 'pending'`.execute(this.db);
  }

  /** What workers that have ended had in hand is due at once. */
  async takeBackFromTheDead(): Promise<void> {
    await sql`
      update webhook_delivery d set worker_id = null, next_attempt_at = now()
      from worker_process p
      where d.worker_id = p.id and d.state = 'pending' and p.ended_at is not null`.execute(this.db);
  }

  /** Milliseconds until something is due; undefined when nothing is. */
  async nextDueMs(): Promise<number | undefined> {
    const { rows } = await sql<{ ms: number | null }>`
      select (extract(epoch from min(d.next_attempt_at) - now()) * 1000)::float8 as ms
      from webhook_delivery d join webhook w on w.id = d.webhook_id
      where d.state = 'pending' and w.removed_at is null`.execute(this.db);
    return rows[0]?.ms ?? undefined;
  }

  /** Deliveries are kept for a week after they arrived, for a month after they were given up. */
  async sweep(): Promise<void> {
    await sql`
      delete from webhook_delivery
      where finished_at < now() - interval '7 days' and (state = 'delivered' or finished_at < now() - interval '30 days')`.execute(
      this.db,
    );
  }
}

async function insertDeliveries(tx: Tx, webhookId: string, events: readonly StatusEvent[]): Promise<void> {
  if (events.length === 0) return;
  await tx
    .insertInto('webhook_delivery')
    .values(
      events.map((event) => ({
        id: newId(),
        webhook_id: webhookId,
        event_id: event.position.id,
        clip_id: event.clipId,
        case_id: event.caseId,
        body: `{"type":"clip.status","timestamp":"${event.at.toISOString()}","data":${event.status}}`,
      })),
    )
    .onConflict((conflict) => conflict.columns(['webhook_id', 'event_id']).doNothing())
    .execute();
}
