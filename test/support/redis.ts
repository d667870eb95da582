import { Redis } from 'ioredis';

/**
 * The URL of an empty Redis database that no suite beside this one uses: two consumers of one queue would take each
 * other's jobs. Suites that run after one another in one jest worker share a number, hence the flush.
 */
export async function ownRedis(): Promise<string> {
  const shared = process.env['REDIS_TEST_URL'];
  if (shared === undefined) throw new Error('redis-server is needed for this suite: npm test installs it');
  const url = new URL(shared);
  url.pathname = `/${process.env['JEST_WORKER_ID'] ?? '0'}`;
  const redis = new Redis(url.href, { maxRetriesPerRequest: 1 });
  try {
    await redis.flushdb();
  } finally {
    redis.disconnect();
  }
  return url.href;
}
