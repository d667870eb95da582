import { hostname } from 'node:os';
import pg from 'pg';
import { sql } from 'kysely';
import type { Database } from '../db/database.js';

/** A worker whose heartbeat is older than this is taken for dead, whatever became of its host. */
export const HEARTBEAT_LOST_MS = 30_000;
const HEARTBEAT_EVERY_MS = 5_000;

/**
 * Which worker processes live. The database is the truth: the supervisor marks a worker's end at once, a host that vanishes
 * is noticed by its missing heartbeat.
 */
export class WorkerRegistry {
  #timer: NodeJS.Timeout | undefined;
  constructor(
    private readonly db: Database,
    readonly workerId: string,
    private readonly onError: (error: unknown) => void,
  ) {}

  async register(): Promise<void> {
    await this.db
      .insertInto('worker_process')
      .values({ id: this.workerId, host: hostname(), pid: process.pid })
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet({ pid: process.pid, heartbeat_at: sql`now()`, ended_at: null }),
      )
      .execute();
    this.#timer = setInterval(() => {
      this.#beat().catch(this.onError);
    }, HEARTBEAT_EVERY_MS);
  }

  async end(): Promise<void> {
    clearInterval(this.#timer);
    await this.db
      .updateTable('worker_process')
      .set({ ended_at: sql`now()` })
      .where('id', '=', this.workerId)
      .execute();
  }

  async #beat(): Promise<void> {
    await this.db
      .updateTable('worker_process')
      .set({ heartbeat_at: sql`now()` })
      .where('id', '=', this.workerId)
      .execute();
  }
}

/** Of the given ids, those of workers that have ended or have not been heard of for long. Unknown ids are not among them. */
export async function listDeadWorkers(db: Database, ids: readonly string[]): Promise<string[]> {
  const uuids = ids.filter((id) => /^[0-9a-f-]{36}$/.test(id));
  if (uuids.length === 0) return [];
  const rows = await db
    .selectFrom('worker_process')
    .select('id')
    .where('id', 'in', uuids)
    .where((eb) =>
      eb.or([
        eb('ended_at', 'is not', null),
        eb('heartbeat_at', '<', sql<Date>`now() - ${HEARTBEAT_LOST_MS} * interval '1 millisecond'`),
      ]),
    )
    .execute();
  return rows.map((row) => row.id);
}

/** Age of the freshest heartbeat of a worker that has not ended, in milliseconds; null when there is none. */
export async function freshestHeartbeatMs(db: Database): Promise<number | null> {
  const row = await db
    .selectFrom('worker_process')
    .select(sql<number | null>`(extract(epoch from now() - max(heartbeat_at)) * 1000)::float8`.as('age_ms'))
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row?.age_ms ?? null;
}

/**
 * Called by the supervisor when a worker's process has ended: its parts get a new run as soon as any worker hears of it.
 * Opens a connection of its own, because the supervisor holds none.
 */
export async function markWorkerEnded(databaseUrl: string, workerId: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('update worker_process set ended_at = now() where id = $1 and ended_at is null', [
      workerId,
    ]);
    await client.query("select pg_notify('worker_ended', $1)", [workerId]);
  } finally {
    await client.end();
  }
}
