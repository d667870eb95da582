import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { DB } from './schema.gen.js';

export type Database = Kysely<DB>;
export type Tx = Transaction<DB>;
/** Where a repository may run: in the caller's transaction or on its own. */
export type Executor = Database | Tx;

export interface DatabaseHandle {
  readonly db: Database;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

const types = new pg.TypeOverrides();
// bigint columns here are sizes, sequence numbers and pts: all below 2^53, and a bigint would not survive JSON.
types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('bigint beyond 2^53');
  return value;
});

/** Opens a pool; connections are made when first needed. `onError` hears of idle connections that broke. */
export function openDatabase(
  url: string,
  options: { maxConnections?: number; onError?: (error: Error) => void } = {},
): DatabaseHandle {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.maxConnections ?? 10,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    types,
  });
  // Without listeners a connection that breaks ends the whole process: the pool hears of idle ones alone, and one that is lent
  // out, between two queries of a transaction, is heard by nobody.
  pool.on('error', (error) => options.onError?.(error));
  pool.on('connect', (client) => client.on('error', (error) => options.onError?.(error)));
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  return { db, pool, close: () => db.destroy() };
}
