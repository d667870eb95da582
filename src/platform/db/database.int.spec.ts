import { once, EventEmitter } from 'node:events';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { Client } from 'pg';
import { cloneDatabase, type TestDatabase } from '../../../test/support/database.js';
import { openDatabase, type DatabaseHandle } from './database.js';

let database: TestDatabase;
let handle: DatabaseHandle;
const troubles = new EventEmitter();

beforeAll(async () => {
  database = await cloneDatabase();
  handle = openDatabase(database.appUrl, { onError: (error) => troubles.emit('heard', error) });
});
afterAll(async () => {
  await handle.close();
  await database.drop();
});

/** What a killed server does to a request that thinks between two queries. Unheard, it ended the whole API. */
it('hears of a connection that breaks between two queries of a transaction, and goes on', async () => {
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const heard = once(troubles, 'heard');
  const broken = handle.db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
    await owner.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
    await heard;
    await sql`select 1`.execute(tx);
  });
  await expect(broken).rejects.toThrow(/terminat|connection/i);
  const { rows } = await sql<{ one: number }>`select 1 as one`.execute(handle.db);
  expect(rows).toEqual([{ one: 1 }]);
  await owner.end();
});
