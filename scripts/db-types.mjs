/**
 * Writes src/platform/db/schema.gen.ts from a throw-away database that has every migration.
 * `--check` writes nothing and fails when the committed file differs.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startEmbeddedPostgres } from '../dist/src/platform/embedded/postgres.js';
import { migrate } from '../dist/src/platform/db/migrate.js';

const target = fileURLToPath(new URL('../src/platform/db/schema.gen.ts', import.meta.url));
const check = process.argv.includes('--check');
const dataDir = await mkdtemp(join(tmpdir(), 'sightline-types-'));
const postgres = await startEmbeddedPostgres({ dataDir, durable: false });
try {
  await migrate({ ownerUrl: postgres.ownerUrl, dataDir });
  const out = check ? join(dataDir, 'schema.gen.ts') : target;
  const codegen = fileURLToPath(new URL('../node_modules/kysely-codegen/dist/cli/bin.js', import.meta.url));
  await promisify(execFile)(process.execPath, [
    codegen,
    '--dialect=postgres',
    `--url=${postgres.ownerUrl}`,
    '--default-schema=public',
    // database.ts parses int8 to a number
    '--type-mapping={"int8":"number"}',
    '--include-pattern=public.*',
    '--exclude-pattern=schema_migration',
    `--out-file=${out}`,
  ]);
  if (check && (await readFile(out, 'utf8')) !== (await readFile(target, 'utf8'))) {
    throw new Error('src/platform/db/schema.gen.ts is stale: run npm run db:types');
  }
} finally {
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
}
