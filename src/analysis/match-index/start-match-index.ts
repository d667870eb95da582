import type { Logger } from 'pino';
import type { Config } from '../../platform/config/config.js';
import { createLogger } from '../../platform/telemetry/logger.js';
import { FINGERPRINT_VERSION } from '../stages/fingerprint/domain/fingerprint-version.js';
import { FingerprintFeed } from './fingerprint-feed.js';
import { IndexedArchive } from './indexed-archive.js';
import { MatchIndexServer } from './match-index-server.js';
import { leaveSocketPlace, makeSocketPlace, publishSocketAddress } from './socket-place.js';

export interface RunningMatchIndex {
  readonly logger: Logger;
  stop(): Promise<void>;
}

/** Starts the index's process. It listens at once; who asks is answered when the archive has been read. */
export async function startMatchIndex(config: Config): Promise<RunningMatchIndex> {
  const { databaseUrl, dataDir, logLevel } = config;
  if (databaseUrl === null) throw new Error('The match index needs DATABASE_URL; "npm start" gives it one.');
  const logger = createLogger('match-index', logLevel);
  const feed = new FingerprintFeed(databaseUrl, FINGERPRINT_VERSION, (error) =>
    logger.warn({ err: error }, 'connection trouble'),
  );
  const archive = new IndexedArchive(feed, logger);
  const server = new MatchIndexServer(archive, logger);
  const address = await makeSocketPlace(dataDir);
  await server.listen(address);
  await publishSocketAddress(dataDir, address);
  const began = performance.now();
  const loaded = archive.caughtUp().then(
    () =>
      logger.info(
        {
          frames: archive.frames.count,
          soundWords: archive.sound.count,
          ms: Math.round(performance.now() - began),
        },
        'match index is ready',
      ),
    (error: unknown) => logger.debug({ err: error }, 'stopped while loading'),
  );
  return {
    logger,
    stop: async () => {
      await server.close();
      await archive.close();
      await loaded;
      await leaveSocketPlace(address);
    },
  };
}
