import { join } from 'node:path';
import type { Logger } from 'pino';
import { assertKnownKey, CustodyLog, PrivateVault } from './custody/index.js';
import type { Config } from './platform/config/config.js';
import { openDatabase, type DatabaseHandle } from './platform/db/database.js';
import { NotificationListener } from './platform/db/notifications.js';
import { openQueueBackend, type QueueBackend } from './platform/queue/queue-backend.js';
import { LocalObjectStore } from './platform/storage/local-object-store.js';
import type { ObjectStore } from './platform/storage/object-store.js';

/** What the API process holds open. Made before Nest, so that a wrong setting is one clear line and not a stack. */
export interface ApiResources {
  readonly config: Config;
  readonly logger: Logger;
  readonly database: DatabaseHandle;
  readonly notifications: NotificationListener;
  readonly queues: QueueBackend;
  readonly store: ObjectStore;
  readonly custody: CustodyLog;
  readonly vault: PrivateVault;
  close(): Promise<void>;
}

export async function openApiResources(
  config: Config,
  logger: Logger,
  onNotificationsLost: { connected: () => void; lost: () => void },
): Promise<ApiResources> {
  if (config.databaseUrl === null) throw new Error('The API needs DATABASE_URL; "npm start" gives it one.');
  const warn = (error: unknown) => logger.warn({ err: error }, 'connection trouble');
  const database = openDatabase(config.databaseUrl, { onError: warn });
  const queues = openQueueBackend({
    databaseUrl: config.databaseUrl,
    redisUrl: config.redisUrl,
    onError: warn,
  });
  const notifications = new NotificationListener(config.databaseUrl, {
    onConnected: onNotificationsLost.connected,
    onLost: onNotificationsLost.lost,
    onError: warn,
  });
  const vault = await PrivateVault.open(config.dataDir);
  await assertKnownKey(database.db, vault);
  return {
    config,
    logger,
    database,
    notifications,
    queues,
    store: await LocalObjectStore.open(join(config.dataDir, 'objects')),
    custody: new CustodyLog(vault),
    vault,
    close: async () => {
      await notifications.close();
      await queues.close();
      await database.close();
    },
  };
}
