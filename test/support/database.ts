import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

export interface TestDatabase {
  /** The superuser's URL. */
  readonly ownerUrl: string;
  /** With the narrow role that the API and the workers have. */
  readonly appUrl: string;
  /** Ends the database's remaining connections and removes it. */
  drop(): Promise<void>;
}

/** A migrated, empty database of the caller's own, cloned from the template that `global-setup.mjs` made. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const templateUrl = setting('DATABASE_URL_OWNER');
  const template = databaseOf(templateUrl);
  const name = `test_${randomBytes(8).toString('hex')}`;
  // Cloning needs a template that nobody is connected to: work from PostgreSQL's maintenance database.
  const maintenanceUrl = withDatabase(templateUrl, 'postgres');
  await execute(maintenanceUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  return {
    ownerUrl: withDatabase(templateUrl, name),
    appUrl: withDatabase(setting('DATABASE_URL_APP'), name),
    drop: () => execute(maintenanceUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined)
    throw new Error(`${name} is unset: is this spec named *.int.spec.ts or *.e2e.spec.ts?`);
  return value;
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function databaseOf(url: string): string {
  return new URL(url).pathname.slice(1);
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
