import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UnrecoverableError } from 'bullmq';
import { cloneDatabase, type TestDatabase } from '../../../test/support/database.js';
import { ownRedis } from '../../../test/support/redis.js';
import { openQueueBackend, type QueueBackend, type RunningJob } from './queue-backend.js';

const backends = ['postgres', 'redis'] as const;

describe.each(backends)('the queue on %s', (kind) => {
  let database: TestDatabase;
  let queues: QueueBackend;

  beforeAll(async () => {
    database = await cloneDatabase();
    queues = openQueueBackend({
      databaseUrl: database.appUrl,
      redisUrl: kind === 'redis' ? await ownRedis() : null,
      onError: (error) => {
        throw error;
      },
    });
  });
  afterAll(async () => {
    await queues.close();
    await database.drop();
  });

  const job = (jobId: string, attempts = 1) => ({
    name: 'test.job',
    jobId,
    data: { jobId },
    attempts,
    backoffMs: 20,
  });

  it('is the one that was asked for and answers', async () => {
    expect(queues.kind).toBe(kind);
    await expect(queues.ping()).resolves.toBeUndefined();
  });

  it('runs a job once however often it is sent', async () => {
    const seen: string[] = [];
    for (let i = 0; i < 5; i += 1) await queues.add('acquire', job('clip-a.acquire.1'));
    await queues.add('acquire', job('clip-b.acquire.1'));
    const consumer = queues.consume('acquire', record(seen), { concurrency: 4, onError: fail });
    await settled(() => queues.state('acquire', 'clip-b.acquire.1'), 'completed');
    await queues.add('acquire', job('clip-a.acquire.1'));
    await settled(() => queues.state('acquire', 'clip-a.acquire.1'), 'completed');
    await consumer.close();
    expect(seen.toSorted()).toEqual(['clip-a.acquire.1', 'clip-b.acquire.1']);
  });

  it('tries again what fails, up to its attempts, and keeps it as failed', async () => {
    const tries: number[] = [];
    await queues.add('analyse', job('clip.probe.1', 3));
    const consumer = queues.consume(
      'analyse',
      async ({ attempt, attempts }: RunningJob) => {
        tries.push(attempt);
        expect(attempts).toBe(3);
        throw new Error('not yet');
      },
      { concurrency: 1, onError: fail },
    );
    await settled(() => queues.state('analyse', 'clip.probe.1'), 'failed');
    await consumer.close();
    expect(tries).toEqual([1, 2, 3]);
    expect((await queues.counts('analyse'))['failed']).toBe(1);
  });

  it('does not try again what is final', async () => {
    let tries = 0;
    await queues.add('upkeep', job('final.1', 5));
    const consumer = queues.consume(
      'upkeep',
      async () => {
        tries += 1;
        throw new UnrecoverableError('for good');
      },
      { concurrency: 1, onError: fail },
    );
    await settled(() => queues.state('upkeep', 'final.1'), 'failed');
    await consumer.close();
    expect(tries).toBe(1);
  });

  it('does not know a job that was never sent', async () => {
    expect(await queues.state('acquire', 'never.sent.1')).toBeUndefined();
  });
});

function record(seen: string[]) {
  return async ({ id, data }: RunningJob) => {
    expect(data).toEqual({ jobId: id });
    seen.push(id);
  };
}

function fail(error: Error): never {
  throw error;
}

async function settled(state: () => Promise<string | undefined>, wanted: string): Promise<void> {
  const deadline = Date.now() + 20_000;
  while ((await state()) !== wanted) {
    if (Date.now() > deadline) throw new Error(`never became ${wanted}, is ${await state()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
