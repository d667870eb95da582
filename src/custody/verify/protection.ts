import { sql } from 'kysely';

import type { Executor } from '../../platform/db/database.js';
import { difference, type Difference } from '../domain/difference.js';

const TABLES = ['custody_event', 'custody_private', 'custody_checkpoint'];

/**
 * Can the service's own role do no more with custody than read and append? False as well when there is no such role
 * because the owner of the database may not make one.
 */
export async function isCustodyRoleProtected(db: Executor, role = 'sightline_app'): Promise<boolean> {
  const { rows } = await sql<{ protected: boolean }>`
    select coalesce(bool_and(
      not r.rolsuper
      and not pg_has_role(r.oid, c.relowner, 'MEMBER')
      and not has_parameter_privilege(r.oid, 'session_replication_role', 'SET')
      and not has_table_privilege(r.oid, c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')
      and not has_any_column_privilege(r.oid, c.oid, 'INSERT, UPDATE, REFERENCES')
    ), false) as protected
    from pg_roles r, pg_class c
    where r.rolname = ${role} and c.relnamespace = 'public'::regnamespace and c.relname = any (${TABLES})`.execute(
    db,
  );
  return rows[0]?.protected ?? false;
}

/** The triggers that refuse every change are there, always on, and alone. */
export async function verifyProtection(db: Executor): Promise<Difference[]> {
  const { rows } = await sql<{ name: string; guarded: boolean; others: string[] }>`
    select c.relname as name,
      exists (
        select from pg_trigger t join pg_proc p on p.oid = t.tgfoid
        where t.tgrelid = c.oid and t.tgname = c.relname || '_append_only' and t.tgenabled = 'A'
          -- before each statement, on update, delete and truncate
          and t.tgtype = 2 + 8 + 16 + 32 and p.proname = 'custody_refuse' and p.prosrc ~ 'raise exception'
      ) as guarded,
      array(
        select 'trigger ' || t.tgname from pg_trigger t
        where t.tgrelid = c.oid and not t.tgisinternal and t.tgname <> c.relname || '_append_only'
        union all select 'rule ' || w.rulename from pg_rewrite w where w.ev_class = c.oid
      )::text[] as others
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relname = any (${TABLES}) and c.relkind = 'r'`.execute(
    db,
  );
  const guarded = new Set(rows.filter((row) => row.guarded).map((row) => row.name));
  const missing = TABLES.filter((table) => !guarded.has(table)).map((table) =>
    difference('V060', `table ${table}`, 'The database no longer refuses changes to it.'),
  );
  const added = rows.flatMap((row) =>
    row.others.map((other) =>
      difference('V060', `table ${row.name}`, 'Something was added to it.', { found: other }),
    ),
  );
  return [...missing, ...added];
}
