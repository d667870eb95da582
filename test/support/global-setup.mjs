import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startRedis } from './redis-server.mjs';

const dist = new URL('../../dist/src/platform/', import.meta.url);

/**
 * Starts what integration and end-to-end specs share, once per jest run: an empty PostgreSQL with one migrated template
 * database, and a Redis when the machine has one. Specs find them in the environment (see `database.ts`):
 * DATABASE_URL_OWNER, DATABASE_URL_APP (both name the template), REDIS_TEST_URL.
 */
export default async function globalSetup() {
  const postgresModule = new URL('embedded/postgres.js', dist);
  if (!existsSync(postgresModule)) throw new Error('dist/ is missing or stale: run "npm run build" first.');
  const { startEmbeddedPostgres } = await import(postgresModule.href);
  const { migrate } = await import(new URL('db/migrate.js', dist).href);

  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'sightline-test-'));
  const stops = [() => rm(dataDir, { recursive: true, force: true })];
  globalThis.stopSightlineServices = async () => {
    for (const stop of stops.toReversed()) await stop();
  };
  try {
    const server = await startEmbeddedPostgres({ dataDir, durable: false, maxConnections: 300 });
    stops.push(() => server.stop());
    // Most of what a desk does in a spec is to load its own code, again and again.
    process.env.NODE_COMPILE_CACHE = path.join(dataDir, 'compile-cache');
    const { appUrl } = await migrate({ ownerUrl: server.ownerUrl, dataDir });
    process.env.DATABASE_URL_OWNER = server.ownerUrl;
    process.env.DATABASE_URL_APP = appUrl;

    const redis = await startRedis(dataDir);
    if (redis === null)
      return console.warn('\nredis-server is not installed: the Redis halves of suites are skipped.');
    stops.push(() => redis.stop());
    process.env.REDIS_TEST_URL = redis.url;
  } catch (error) {
    await globalThis.stopSightlineServices();
    throw error;
  }
}
