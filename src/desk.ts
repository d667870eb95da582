/**
 * `npm start`: boots the embedded PostgreSQL, migrates, starts API and workers, restarts what dies, stops everything in
 * order. Started by scripts/start.mjs; a service manager may start it directly.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ensureAdminTokenFile } from './platform/config/admin-token.js';
import { DeskLog } from './desk/desk-log.js';
import { firstStopRequest } from './desk/stop-request.js';
import { Supervisor } from './desk/supervisor.js';
import { ConfigError, loadConfig, type Config } from './platform/config/config.js';
import { ensurePrivateFolder } from './platform/embedded/private-folder.js';
import { acquireProcessLock, LockHeldError } from './platform/embedded/process-lock.js';

process.exitCode = await main();
// Pools and channels of a part that failed to close must not keep a stopped desk alive.
process.exit();

async function main(): Promise<number> {
  try {
    if (existsSync('.env')) process.loadEnvFile('.env');
    const config = loadConfig();
    await ensurePrivateFolder(config.dataDir);
    const unlock = await lockDesk(config.dataDir);
    try {
      return await runDesk(config);
    } finally {
      await unlock();
    }
  } catch (error) {
    console.error(`sightline: ${error instanceof Error ? error.message : String(error)}`);
    if (process.env['LOG_LEVEL'] === 'debug' && !(error instanceof ConfigError)) console.error(error);
    return 1;
  }
}

/** Resolves with the exit code once everything has stopped. */
async function runDesk(config: Config): Promise<number> {
  const log = new DeskLog(config.dataDir);
  const stopRequest = firstStopRequest(log);
  const isTokenSet = config.adminToken !== null;
  const tokenFile = isTokenSet ? null : await ensureAdminTokenFile(config.dataDir);
  const supervisor = new Supervisor({ config, adminTokenFile: tokenFile, log });
  const started = supervisor.start();
  try {
    const exitCode = await Promise.race([
      stopRequest,
      started.then((url) => announce({ config, log, tokenFile }, url, stopRequest)),
    ]);
    log.say('Stopping …');
    return exitCode;
  } finally {
    await supervisor.stop();
    // Whatever it was doing when it was told to stop has been undone by now.
    await started.catch((error: unknown) => log.note(String(error)));
    log.note('stopped');
    await log.close();
  }
}

function announce<T>(
  { config, log, tokenFile }: { config: Config; log: DeskLog; tokenFile: string | null },
  url: string,
  until: Promise<T>,
): Promise<T> {
  const token = tokenFile === null ? 'as set in ADMIN_TOKEN' : shortest(tokenFile);
  const link = path.join(config.dataDir, 'setup-link');
  const firstSignIn = existsSync(link)
    ? `  first sign-in open the link in ${shortest(link)} (good once)\n`
    : '';
  log.say(`
Sightline is ready at ${url}
  admin token   ${token}
${firstSignIn}  first clip    npx sightline submit https://example.org/clip.mp4 --wait
  stop          Ctrl-C
`);
  return until;
}

function shortest(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return relative.startsWith('..') ? file : relative;
}

async function lockDesk(dataDir: string): Promise<() => Promise<void>> {
  try {
    return await acquireProcessLock(path.join(dataDir, 'desk.lock'));
  } catch (error) {
    if (!(error instanceof LockHeldError)) throw error;
    throw new Error(`Sightline already runs on ${dataDir} (process ${error.pid}).`, { cause: error });
  }
}
