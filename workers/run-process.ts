import type { Logger } from 'pino';
import { ConfigError } from '../src/platform/config/config.js';

interface Running {
  readonly logger: Logger;
  /** Gives back what is in hand and closes everything. */
  stop(): Promise<void>;
}

/** The life of one process of ours. Its supervisor holds an IPC channel: when that breaks, the process stops in order. */
export async function runProcess(start: () => Promise<Running>): Promise<void> {
  try {
    const running = await start();
    let stopping = false;
    const stop = () => {
      if (stopping) return;
      stopping = true;
      running.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          running.logger.error({ err: error }, 'did not stop cleanly');
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
}
