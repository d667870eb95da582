import { sql } from 'kysely';
import { Gauge, Registry, collectDefaultMetrics } from 'prom-client';
import type { Database } from '../platform/db/database.js';
import type { QueueBackend } from '../platform/queue/queue-backend.js';

const registry = new Registry();
collectDefaultMetrics({ register: registry });
const clips = gauge('sightline_clips', 'Clips by processing state', ['state']);
const failures = gauge('sightline_part_failures', 'Failed parts by part and code', ['part', 'code']);
const jobs = gauge('sightline_queue_jobs', 'Jobs by queue and state', ['queue', 'state']);
const freeDisk = gauge('sightline_data_free_bytes', 'Free bytes where DATA_DIR lies', []);
const outbox = gauge('sightline_outbox_rows', 'Events not yet carried to the queue', []);

/** Counts without any name, address or claim in them. */
export async function collectMetrics(sources: {
  db: Database;
  queues: QueueBackend;
  freeBytes: number;
}): Promise<string> {
  const { db, queues, freeBytes } = sources;
  for (const metric of [clips, failures, jobs]) metric.reset();
  const states = await db
    .selectFrom('clip')
    .select(['processing', sql<string>`count(*)`.as('count')])
    .groupBy('processing')
    .execute();
  for (const row of states) clips.set({ state: row.processing }, Number(row.count));
  const failed = await db
    .selectFrom('clip_part')
    .select(['part', sql<string>`error->>'code'`.as('code'), sql<string>`count(*)`.as('count')])
    .where('state', '=', 'failed')
    .groupBy(['part', sql`error->>'code'`])
    .execute();
  for (const row of failed) failures.set({ part: row.part, code: row.code }, Number(row.count));
  for (const queue of ['acquire', 'analyse', 'upkeep'] as const) {
    for (const [state, count] of Object.entries(await queues.counts(queue)))
      jobs.set({ queue, state }, count);
  }
  const waiting = await db
    .selectFrom('outbox')
    .select(sql<string>`count(*)`.as('count'))
    .executeTakeFirstOrThrow();
  outbox.set(Number(waiting.count));
  freeDisk.set(freeBytes);
  return registry.metrics();
}

function gauge<Label extends string>(name: string, help: string, labelNames: Label[]): Gauge<Label> {
  return new Gauge({ name, help, labelNames, registers: [registry] });
}
