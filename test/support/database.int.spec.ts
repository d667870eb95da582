import { describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { cloneDatabase } from './database.js';

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
}

describe('a cloned test database', () => {
  it('is migrated, seen by nobody else, and gone after drop', async () => {
    const [one, two] = await Promise.all([cloneDatabase(), cloneDatabase()]);
    await query(one.ownerUrl, 'CREATE TABLE only_here ()');
    expect(await query(one.ownerUrl, "SELECT to_regclass('only_here')::text")).toEqual(['only_here']);
    expect(await query(two.ownerUrl, "SELECT to_regclass('only_here')::text")).toEqual([null]);
    expect(await query(two.ownerUrl, "SELECT to_regclass('schema_migration')::text")).toEqual([
      'schema_migration',
    ]);
    await Promise.all([one.drop(), two.drop()]);
    await expect(query(one.ownerUrl, 'SELECT 1')).rejects.toThrow(/does not exist/);
  });

  it('gives the application a role that is no superuser', async () => {
    const database = await cloneDatabase();
    expect(
      await query(database.appUrl, 'SELECT rolsuper FROM pg_roles WHERE rolname = current_user'),
    ).toEqual([false]);
    await database.drop();
  });
});
