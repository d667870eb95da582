import { startMatchIndex } from '../src/analysis/process.js';
import { loadConfig } from '../src/platform/config/config.js';
import { runProcess } from './run-process.js';

/** `node match-index.js`: the process that knows every fingerprint. One serves all workers of a machine. */
await runProcess(() => startMatchIndex(loadConfig()));
