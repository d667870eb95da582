import { loadConfig } from '../src/platform/config/config.js';
import { newId } from '../src/shared/ids.js';
import { runProcess } from './run-process.js';
import { startWorker } from './start-worker.js';

/** `node worker.js`: one worker process. */
await runProcess(async () => {
  const config = loadConfig();
  return startWorker(config, config.workerId ?? newId());
});
