import { Client } from 'pg';
import type { DeskDriver } from './desk.js';

/**
 * Waits until every status told so far lies behind every open transaction of the database cluster, those of other suites
 * among them: until then a new listener or webhook may still be told of it.
 */
export async function untilSettled(desk: DeskDriver): Promise<void> {
  const client = new Client({ connectionString: desk.database.ownerUrl });
  await client.connect();
  try {
    await desk.until('all states are settled', async () => {
      const { rows } = await client.query<{ open: boolean }>(
        `select exists (
           select from clip_status_event where xid >= pg_snapshot_xmin(pg_current_snapshot())
         ) as open`,
      );
      return rows[0]?.open === false;
    });
  } finally {
    await client.end();
  }
}
