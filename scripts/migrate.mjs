/**
 * Brings the database of DATABASE_URL (the owner's) up to date, once, and ends: the first service of docker-compose.yml.
 * API and workers then connect as `sightline_app` with the password of DATABASE_APP_PASSWORD.
 */
import { readFileSync } from 'node:fs';
import { loadConfig } from '../dist/src/platform/config/config.js';
import { migrate } from '../dist/src/platform/db/migrate.js';
import { runMain, say, SetupError, warn } from './lib/report.mjs';

await runMain(async () => {
  const { databaseUrl, dataDir } = loadConfig();
  if (databaseUrl === null) throw new SetupError('DATABASE_URL is not set: nothing to migrate.');
  const appPassword = readSecret('DATABASE_APP_PASSWORD');
  const outcome = await migrate({
    ownerUrl: databaseUrl,
    dataDir,
    ...(appPassword === null ? {} : { appPassword }),
  });
  if (!outcome.roleProtected) warn('this database refuses a narrower role: custody not role-protected.');
  say(`database is up to date (${outcome.applied.length} migrations applied)`);
  return 0;
});

function readSecret(name) {
  const file = process.env[`${name}_FILE`];
  return process.env[name] || (file ? readFileSync(file, 'utf8').trim() : null);
}
