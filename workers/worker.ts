import { ConfigError, loadConfig } from '../src/platform/config/config.js';
import { newId } from '../src/shared/ids.js';
import { startWorker } from './start-worker.js';

/** `node worker.js`: one worker process. Its supervisor holds an IPC channel: when that breaks, the worker stops in order. */
try {
  const config = loadConfig();
  const worker = await startWorker(config, config.workerId ?? newId());
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    worker.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        worker.logger.error({ err: error }, 'did not stop cleanly');
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.on(signal, stop);
  // The supervisor may have died while this process was starting: no event tells of that any more.
  if (process.send !== undefined && !process.connected) stop();
  else process.send?.({ type: 'ready' });
} catch (error) {
  process.stderr.write(
    `${error instanceof ConfigError ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exit(1);
}
