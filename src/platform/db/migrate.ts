import { createHash, randomBytes } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runMigrations as runQueueMigrations } from 'bullmq';
import pg from 'pg';
import { LOCKS } from './locks.js';

/** The narrow role that the API and the workers use; custody refuses it everything but SELECT and append. */
export const APP_ROLE = 'sightline_app';

export interface MigrationOutcome {
  /** What the API and the workers connect with. */
  readonly appUrl: string;
  /** False when the owner may not create roles: custody then rests on triggers and checkpoints alone. */
  readonly roleProtected: boolean;
  readonly applied: readonly string[];
}

/**
 * Brings the schema up to date, once, under an advisory lock; forward only. An edited or unknown migration stops it.
 * @param appPassword default: kept in `dataDir/keys/database-app-password`
 */
export async function migrate(options: {
  ownerUrl: string;
  dataDir: string;
  appPassword?: string;
}): Promise<MigrationOutcome> {
  const client = new pg.Client({ connectionString: options.ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCKS.migration]);
    const password = options.appPassword ?? (await appPassword(options.dataDir));
    const roleProtected = await ensureAppRole(client, password);
    const applied = await applyPending(client);
    await runQueueMigrations(client);
    if (roleProtected) await grantAppRole(client);
    const appUrl = roleProtected ? withCredentials(options.ownerUrl, APP_ROLE, password) : options.ownerUrl;
    return { appUrl, roleProtected, applied };
  } finally {
    await client.end();
  }
}

async function applyPending(client: pg.Client): Promise<string[]> {
  await client.query(`create table if not exists schema_migration (
    name text primary key, sha256 text not null, applied_at timestamptz not null default now())`);
  const done = new Map<string, string>(
    (
      await client.query<{ name: string; sha256: string }>('select name, sha256 from schema_migration')
    ).rows.map((row) => [row.name, row.sha256]),
  );
  const files = await migrationFiles();
  const known = new Set(files.map((file) => file.name));
  for (const name of done.keys()) {
    if (!known.has(name))
      throw new Error(`the database is newer than this program: it has migration ${name}`);
  }
  const applied: string[] = [];
  for (const file of files) {
    const before = done.get(file.name);
    if (before === file.sha256) continue;
    if (before !== undefined) throw new Error(`migration ${file.name} was edited after it had been applied`);
    await applyOne(client, file);
    applied.push(file.name);
  }
  return applied;
}

async function applyOne(
  client: pg.Client,
  file: { name: string; text: string; sha256: string },
): Promise<void> {
  await client.query('begin');
  try {
    await client.query(file.text);
    await client.query('insert into schema_migration (name, sha256) values ($1, $2)', [
      file.name,
      file.sha256,
    ]);
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback');
    throw new Error(`migration ${file.name} failed`, { cause });
  }
}

async function migrationFiles(): Promise<{ name: string; text: string; sha256: string }[]> {
  const folder = join(dirname(fileURLToPath(import.meta.url)), 'migrations');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8');
      return { name, text, sha256: createHash('sha256').update(text).digest('hex') };
    }),
  );
}

async function ensureAppRole(client: pg.Client, password: string): Promise<boolean> {
  const secret = pg.escapeLiteral(password);
  const exists = await client.query('select 1 from pg_roles where rolname = $1', [APP_ROLE]);
  try {
    // Always set: the data folder may have been restored beside another database cluster.
    await client.query(
      `${exists.rowCount === 0 ? 'create' : 'alter'} role ${APP_ROLE} login nosuperuser nocreatedb nocreaterole noinherit password ${secret}`,
    );
    return true;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '42501') return false;
    throw error;
  }
}

/** Ordinary tables are the application's; the custody tables keep what their own migration granted. */
async function grantAppRole(client: pg.Client): Promise<void> {
  await client.query(`
    do $$
    declare name text;
    begin
      execute format('grant connect on database %I to ${APP_ROLE}', current_database());
      grant usage on schema public to ${APP_ROLE};
      for name in select tablename from pg_tables
        where schemaname = 'public' and tablename not like 'custody\\_%' and tablename <> 'schema_migration'
      loop
        execute format('grant select, insert, update, delete on public.%I to ${APP_ROLE}', name);
      end loop;
      for name in select sequencename from pg_sequences where schemaname = 'public' and sequencename not like 'custody\\_%'
      loop
        execute format('grant usage on sequence public.%I to ${APP_ROLE}', name);
      end loop;
    end $$;
    select custody_protect('${APP_ROLE}');
    grant usage on schema bullmq to ${APP_ROLE};
    grant select, insert, update, delete on all tables in schema bullmq to ${APP_ROLE};
    grant usage on all sequences in schema bullmq to ${APP_ROLE};
    grant execute on all functions in schema bullmq to ${APP_ROLE};
  `);
}

async function appPassword(dataDir: string): Promise<string> {
  const path = join(dataDir, 'keys', 'database-app-password');
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const fresh = randomBytes(24).toString('base64url');
  try {
    await writeFile(path, fresh, { flag: 'wx', mode: 0o600 });
    return fresh;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    await chmod(path, 0o600);
    return (await readFile(path, 'utf8')).trim();
  }
}

/** Text surgery, because a socket URL (`postgres://u:p@%2Frun%2Fpg/db`) has a host that WHATWG URL refuses. */
function withCredentials(url: string, user: string, password: string): string {
  const rest = url.replace(/^(postgres(?:ql)?:\/\/)(?:[^@/?]*@)?/, '');
  return `postgres://${user}:${encodeURIComponent(password)}@${rest}`;
}
