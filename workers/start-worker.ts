import { mkdir, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { lookUpPlacesAgain } from '../src/analysis/worker.js';
import { ClipChange, PartLedger, PartRecovery } from '../src/clips/worker.js';
import { assertKnownKey, CheckpointSigner, CustodyLog, PrivateVault } from '../src/custody/index.js';
import { WebhookRunner } from '../src/dashboard/worker.js';
import type { Config } from '../src/platform/config/config.js';
import { openDatabase } from '../src/platform/db/database.js';
import { NotificationListener } from '../src/platform/db/notifications.js';
import { EgressGuard, parseEgressAllow } from '../src/platform/egress/index.js';
import { OutboxRelay } from '../src/platform/queue/outbox-relay.js';
import { openQueueBackend } from '../src/platform/queue/queue-backend.js';
import { WorkerRegistry } from '../src/platform/queue/worker-registry.js';
import { LocalObjectStore } from '../src/platform/storage/local-object-store.js';
import { createLogger } from '../src/platform/telemetry/logger.js';
import { consumeQueues } from './consume-queues.js';
import { GazetteerLoading } from './gazetteer-loading.js';
import { JobSender } from './job-sender.js';
import { makePartHandlers } from './part-handlers.js';
import { PartRunner } from './part-runner.js';
import { checkCatalogue } from './routes.js';
import { Upkeep } from './upkeep.js';
import { VerificationRuns } from './verification-runs.js';

export interface RunningWorker {
  readonly logger: Logger;
  /** Gives back what is in hand and closes everything; the caller ends the process. */
  stop(): Promise<void>;
}

/** Wires one worker process together. Everything that can be wrong with its surroundings is found here, before it takes a job. */
export async function startWorker(config: Config, workerId: string): Promise<RunningWorker> {
  const logger = createLogger('worker', config.logLevel);
  const databaseUrl = required(config.databaseUrl);
  const warn = (error: unknown) => logger.warn({ err: error }, 'connection trouble');
  const database = openDatabase(databaseUrl, { onError: warn });
  const queues = openQueueBackend({ databaseUrl, redisUrl: config.redisUrl, onError: warn });
  const store = await LocalObjectStore.open(join(config.dataDir, 'objects'));
  const scratchRoot = await emptyFolder(join(config.dataDir, 'scratch', workerId));

  const vault = await PrivateVault.open(config.dataDir);
  await assertKnownKey(database.db, vault);
  const custody = new CustodyLog(vault);
  const change = new ClipChange(database.db, custody);
  const handlers = await makePartHandlers({ config, change, store, scratchRoot, logger });
  checkCatalogue(handlers.byPart);
  const runner = new PartRunner(new PartLedger(change), handlers.byPart, workerId, logger);
  handlers.countRunning(() => runner.running('frames'));

  const recovery = new PartRecovery(change);
  const sender = new JobSender(queues, recovery);
  const relay = new OutboxRelay(database.db, (row) => sender.send(row), warn);
  const signer = await CheckpointSigner.open({ db: database.db, dataDir: config.dataDir });
  const guard = new EgressGuard(parseEgressAllow(config.egressAllow));
  const webhooks = new WebhookRunner({ db: database.db, workerId, custody, vault, guard, logger });
  const upkeep = new Upkeep({
    workerId,
    runner,
    scratchRoot: join(config.dataDir, 'scratch'),
    db: database.db,
    recovery,
    sender,
    relay,
    signer,
    store,
    webhooks,
    logger,
  });
  const notifications = new NotificationListener(databaseUrl, {
    onConnected: () => upkeep.lookAround(),
    onError: warn,
  });
  notifications.on('outbox', () => relay.wake());
  for (const channel of ['clip_status', 'webhook_due'] as const)
    notifications.on(channel, () => webhooks.wake());
  notifications.on('worker_ended', () => upkeep.workerEnded());

  const registry = new WorkerRegistry(database.db, workerId, warn);
  await registry.register();
  const verification = new VerificationRuns({ db: database.db, store, dataDir: config.dataDir, custody });
  const consumers = consumeQueues(queues, { runner, verification, logger, cores: availableParallelism() });
  await notifications.start();
  upkeep.start();
  const gazetteer = new GazetteerLoading(database.db, config.gazetteer, logger, (signal) =>
    lookUpPlacesAgain(database.db, signal),
  );
  gazetteer.start();
  logger.info({ workerId, queue: queues.kind, sandboxTier: handlers.sandboxTier }, 'worker is ready');

  return {
    logger,
    stop: async () => {
      runner.stop();
      await Promise.all(consumers.map((consumer) => consumer.close()));
      await upkeep.stop();
      await gazetteer.stop();
      await notifications.close();
      await registry.end();
      await handlers.close();
      await queues.close();
      await database.close();
      await rm(scratchRoot, { recursive: true, force: true });
    },
  };
}

function required(url: string | null): string {
  if (url === null) throw new Error('A worker needs DATABASE_URL; "npm start" gives it one.');
  return url;
}

async function emptyFolder(path: string): Promise<string> {
  await rm(path, { recursive: true, force: true });
  await mkdir(path, { recursive: true, mode: 0o700 });
  return path;
}
