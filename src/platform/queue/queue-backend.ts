import {
  createPostgresBackend,
  Queue,
  Worker,
  type Job,
  type PostgresConnectionOptions,
  type WorkerOptions,
} from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { QueueName } from './job-definition.js';

export interface QueuedJob {
  readonly name: string;
  /** Deterministic, so that sending twice is harmless: `<clip>.<part>.<run>`. */
  readonly jobId: string;
  readonly data: unknown;
  readonly attempts: number;
  readonly backoffMs: number;
}

export interface RunningJob {
  readonly id: string;
  readonly name: string;
  readonly data: unknown;
  /** 1 for the first try of this run. */
  readonly attempt: number;
  readonly attempts: number;
}

export type JobProcessor = (job: RunningJob) => Promise<unknown>;

export interface QueueConsumer {
  /** Stops taking jobs and waits for those in hand. */
  close(): Promise<void>;
}

/** BullMQ on PostgreSQL or on Redis, the same for its users. */
export interface QueueBackend {
  readonly kind: 'postgres' | 'redis';
  /** Adding an id that the queue already knows does nothing. */
  add(queue: QueueName, job: QueuedJob): Promise<void>;
  /** What the queue knows of a job; undefined when it has forgotten or never had it. */
  state(queue: QueueName, jobId: string): Promise<string | undefined>;
  consume(queue: QueueName, processor: JobProcessor, options: ConsumeOptions): QueueConsumer;
  counts(queue: QueueName): Promise<Record<string, number>>;
  /** Rejects when the queue's store does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface ConsumeOptions {
  readonly concurrency: number;
  readonly onError: (error: Error) => void;
}

/**
 * The long lock is for hosts that vanish (a dead local worker is reported by its supervisor and its parts get a new run);
 * with BullMQ's default `maxStalledCount` of 1 jobs were lost for good after worker kills.
 */
const LOCKS = {
  lockDuration: 120_000,
  stalledInterval: 15_000,
  maxStalledCount: 10,
  // Without Redis's blocking pop an idle worker sees a missed NOTIFY only at its next poll.
  drainDelay: 5,
} satisfies Partial<WorkerOptions>;

/** Failed jobs stay until someone looks; finished ones only as long as their ids guard against re-sending. */
const KEEP = { removeOnComplete: { age: 3_600, count: 5_000 }, removeOnFail: false } as const;

export interface QueueConnectionSettings {
  readonly databaseUrl: string;
  readonly redisUrl: string | null;
  readonly onError: (error: Error) => void;
}

/** The one switch: `REDIS_URL` set means Redis, otherwise PostgreSQL. */
export function openQueueBackend(settings: QueueConnectionSettings): QueueBackend {
  return settings.redisUrl === null
    ? openPostgresQueues(settings.databaseUrl, settings.onError)
    : openRedisQueues(settings.redisUrl, settings.onError);
}

interface Factory {
  readonly kind: 'postgres' | 'redis';
  makeQueue(name: QueueName): Queue;
  makeWorker(name: QueueName, processor: (job: Job) => Promise<unknown>, options: object): Worker;
  ping(): Promise<void>;
  close(): Promise<void>;
}

function openPostgresQueues(url: string, onError: (error: Error) => void): QueueBackend {
  // One shared pool: BullMQ would open one for each queue and worker and overrun max_connections. It must be larger than
  // workers plus listeners, or they wait for a connection for ever without an error.
  const pool = new pg.Pool({
    connectionString: url,
    max: 16,
    keepAlive: true,
    // What the queue forgets when the server is killed, the reconciler sends again from the tables: no wait for the disk here.
    options: '-c search_path=bullmq -c synchronous_commit=off',
  });
  pool.setMaxListeners(0);
  pool.on('error', onError);
  // Those that are lent out: see openDatabase.
  pool.on('connect', (client) => client.on('error', onError));
  // BullMQ's own description of a pool lacks what pg's class has; it takes any pg.Pool.
  const connection = pool as unknown as PostgresConnectionOptions;
  return new BullBackend(
    {
      kind: 'postgres',
      makeQueue: (name) => new Queue(name, { connection }, createPostgresBackend) as unknown as Queue,
      makeWorker: (name, processor, options) =>
        new Worker(name, processor, { connection, ...options }, createPostgresBackend) as unknown as Worker,
      ping: async () => {
        await pool.query('select 1');
      },
      close: () => pool.end(),
    },
    onError,
  );
}

function openRedisQueues(url: string, onError: (error: Error) => void): QueueBackend {
  const connection = new Redis(url, { maxRetriesPerRequest: null });
  const probe = new Redis(url, { maxRetriesPerRequest: 1, commandTimeout: 2_000 });
  for (const client of [connection, probe]) client.on('error', onError);
  return new BullBackend(
    {
      kind: 'redis',
      makeQueue: (name) => new Queue(name, { connection }),
      makeWorker: (name, processor, options) => new Worker(name, processor, { connection, ...options }),
      ping: async () => {
        await probe.ping();
      },
      close: async () => {
        connection.disconnect();
        probe.disconnect();
      },
    },
    onError,
  );
}

class BullBackend implements QueueBackend {
  readonly #queues = new Map<QueueName, Queue>();
  constructor(
    private readonly factory: Factory,
    private readonly onError: (error: Error) => void,
  ) {}

  get kind(): 'postgres' | 'redis' {
    return this.factory.kind;
  }

  async add(queue: QueueName, job: QueuedJob): Promise<void> {
    await this.#queue(queue).add(job.name, job.data, {
      jobId: job.jobId,
      attempts: job.attempts,
      backoff: { type: 'exponential', delay: job.backoffMs },
      ...KEEP,
    });
  }

  async state(queue: QueueName, jobId: string): Promise<string | undefined> {
    const state = await this.#queue(queue).getJobState(jobId);
    return state === 'unknown' ? undefined : state;
  }

  consume(queue: QueueName, processor: JobProcessor, options: ConsumeOptions): QueueConsumer {
    const worker = this.factory.makeWorker(queue, (job) => processor(asRunningJob(job)), {
      ...LOCKS,
      concurrency: options.concurrency,
    });
    worker.on('error', options.onError);
    return { close: () => worker.close() };
  }

  async counts(queue: QueueName): Promise<Record<string, number>> {
    return this.#queue(queue).getJobCounts('waiting', 'active', 'delayed', 'failed', 'completed');
  }

  ping(): Promise<void> {
    return this.factory.ping();
  }

  async close(): Promise<void> {
    await Promise.all([...this.#queues.values()].map((queue) => queue.close()));
    await this.factory.close();
  }

  #queue(name: QueueName): Queue {
    const open = this.#queues.get(name);
    if (open !== undefined) return open;
    const made = this.factory.makeQueue(name);
    made.on('error', this.onError);
    this.#queues.set(name, made);
    return made;
  }
}

function asRunningJob(job: Job): RunningJob {
  return {
    id: job.id ?? '',
    name: job.name,
    data: job.data,
    attempt: job.attemptsMade + 1,
    attempts: job.opts.attempts ?? 1,
  };
}
