import { readFile } from 'node:fs/promises';
import { createApi } from './create-api.js';
import { openApiResources } from './api-resources.js';
import { CreateCase } from './cases/index.js';
import { StatusBoard } from './clips/index.js';
import { StatusStream } from './dashboard/index.js';
import { ensureAdministrator, FirstRun, Principals, TokenRepository } from './identity/index.js';
import { ensureAdminTokenFile } from './platform/config/admin-token.js';
import { ConfigError, loadConfig, type Config } from './platform/config/config.js';
import { trackSilentConnections } from './platform/http/silent-connections.js';
import { createLogger } from './platform/telemetry/logger.js';

/** `node main.js`: the API process. Its supervisor holds an IPC channel: when that breaks, the API stops in order. */
async function start(config: Config): Promise<() => Promise<void>> {
  const logger = createLogger('api', config.logLevel);
  // What was remembered is only as good as the notifications that would have dropped it.
  let forget = () => {};
  const resources = await openApiResources(config, logger, {
    connected: () => forget(),
    lost: () => forget(),
  });
  const app = await createApi(resources);
  forget = () => {
    app.get(StatusBoard).dropAll();
    app.get(Principals).forget();
    app.get(StatusStream, { strict: false }).lookAgain();
  };
  const closeSilent = trackSilentConnections(app.getHttpServer());
  await resources.notifications.start();
  const token =
    config.adminToken ?? (await readFile(await ensureAdminTokenFile(config.dataDir), 'utf8')).trim();
  const administratorId = await ensureAdministrator(
    resources.database.db,
    app.get(TokenRepository, { strict: false }),
    token,
  );
  await app.get(CreateCase, { strict: false }).ensureInbox(administratorId);
  await app.get(FirstRun, { strict: false }).ensureLink(administratorId);
  await app.listen({ host: config.host, port: config.port });
  logger.info({ host: config.host, port: config.port }, 'API is listening');
  return async () => {
    // Long-polls would hold the close back for up to a minute.
    app.get(StatusBoard).dropAll();
    closeSilent();
    await app.close();
    await resources.close();
  };
}

try {
  const stop = await start(loadConfig());
  let stopping = false;
  const end = () => {
    if (stopping) return;
    stopping = true;
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.on(signal, end);
  // The supervisor may have died while this process was starting: no event tells of that any more.
  if (process.send !== undefined && !process.connected) end();
  else process.send?.({ type: 'ready' });
} catch (error) {
  process.stderr.write(
    `${error instanceof ConfigError ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exit(1);
}
