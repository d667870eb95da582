import type { DeskLog } from './desk-log.js';

/**
 * Resolves with the exit code at the first request to stop: 130 for Ctrl-C, else 0. Later ones are the same request come by
 * another way (the terminal, npm and scripts/start.mjs all pass it on) and change nothing.
 */
export function firstStopRequest(log: DeskLog): Promise<number> {
  // A terminal that is gone must not end us before the others are stopped.
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
  return new Promise((resolve) => {
    const request = (reason: string, exitCode: number): void => {
      log.note(`asked to stop: ${reason}`);
      resolve(exitCode);
    };
    process.on('SIGINT', () => request('SIGINT', 130));
    process.on('SIGTERM', () => request('SIGTERM', 0));
    process.on('SIGHUP', () => request('SIGHUP', 0));
    process.on('disconnect', () => request('the process that started us is gone', 0));
    process.on('uncaughtException', (error) => {
      log.warn(`unexpected: ${error.stack ?? String(error)}`);
      request('an unexpected error', 1);
    });
  });
}
