import { z } from 'zod';
import { ConfigError } from '../platform/config/config.js';

const WorkerCount = z.coerce.number().int().min(1).max(64).default(1);

/** `WORKERS`: how many worker processes this desk runs. */
export function readWorkerCount(env: NodeJS.ProcessEnv): number {
  const parsed = WorkerCount.safeParse(env['WORKERS'] === '' ? undefined : env['WORKERS']);
  if (!parsed.success)
    throw new ConfigError('Settings are not usable:\n  WORKERS: must be a number from 1 to 64');
  return parsed.data;
}
