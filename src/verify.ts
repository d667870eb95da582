import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { ClipEvidenceRows } from './search/worker.js';
import {
  reportText,
  verifyStore,
  type VerificationProgress,
  type VerificationReport,
} from './custody/worker.js';
import { ConfigError, loadConfig, type Config } from './platform/config/config.js';
import { openDatabase } from './platform/db/database.js';
import { findRunningEmbeddedPostgres, startEmbeddedPostgres } from './platform/embedded/postgres.js';
import { LocalObjectStore } from './platform/storage/local-object-store.js';

const USAGE = `node verify.js --all [--json] [--notes FOLDER]...

Recomputes every preserved object and every custody record of DATA_DIR and names what differs. The desk may run or stand still.

  --json           the report as JSON
  --notes FOLDER   also hold the log against checkpoint notes (<size>.note) that were kept elsewhere; may be repeated

Exit code 0: everything is as recorded. 1: something differs. 2: it could not be verified. 3: wrong use.
`;

const EXIT = { whole: 0, differences: 1, incomplete: 2, usage: 3 } as const;

interface Wish {
  readonly json: boolean;
  readonly notesDirs: readonly string[];
}

function readWish(args: readonly string[]): Wish | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        all: { type: 'boolean' },
        json: { type: 'boolean' },
        notes: { type: 'string', multiple: true },
      },
    });
    const notesDirs = values.notes ?? [];
    if (values.all !== true || !notesDirs.every((folder) => existsSync(folder))) return undefined;
    return { json: values.json === true, notesDirs };
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

interface ReachedDatabase {
  readonly url: string;
  leave(): Promise<void>;
}

/** The database as it runs, or started for the time of the verification when the desk stands still. */
async function reachDatabase(config: Config, signal: AbortSignal): Promise<ReachedDatabase> {
  const borrowed = (url: string): ReachedDatabase => ({ url, leave: () => Promise.resolve() });
  if (config.databaseUrl !== null) return borrowed(config.databaseUrl);
  const running = await findRunningEmbeddedPostgres(config.dataDir);
  if (running !== null) return borrowed(running.ownerUrl);
  // Starting it would make an empty one, and an empty desk is always whole.
  if (!existsSync(path.join(config.dataDir, 'postgres', 'PG_VERSION'))) {
    throw new Error(`There is no desk in ${config.dataDir}.`);
  }
  const server = await startEmbeddedPostgres({ dataDir: config.dataDir, signal });
  return { url: server.ownerUrl, leave: () => server.stop() };
}

async function verifyAll(config: Config, wish: Wish, signal: AbortSignal): Promise<VerificationReport> {
  const { dataDir } = config;
  const reached = await reachDatabase(config, signal);
  try {
    const database = openDatabase(reached.url);
    try {
      return await verifyStore({
        db: database.db,
        store: await LocalObjectStore.open(path.join(dataDir, 'objects')),
        dataDir,
        evidence: new ClipEvidenceRows(),
        notesDirs: wish.notesDirs,
        onProgress: progressLine(),
        signal,
      });
    } finally {
      await database.close();
    }
  } finally {
    await reached.leave();
  }
}

/** On a terminal, at most four times a second. */
function progressLine(): (progress: VerificationProgress) => void {
  let last = 0;
  return ({ phase, done }) => {
    if (!process.stderr.isTTY || performance.now() - last < 250) return;
    last = performance.now();
    process.stderr.write(`\r\u001B[K${phase}: ${done.toLocaleString('en')} checked`);
  };
}

function errorLines(error: unknown): string {
  const lines: string[] = [];
  for (let one = error; one instanceof Error; one = one.cause) lines.push(one.message);
  return lines.length === 0 ? String(error) : lines.join('\n  because: ');
}

async function main(args: readonly string[]): Promise<number> {
  const wish = readWish(args);
  if (wish === undefined) {
    process.stderr.write(USAGE);
    return EXIT.usage;
  }
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => stop.abort(new Error('it was interrupted')));
  }
  try {
    const report = await verifyAll(loadConfig(), wish, stop.signal);
    if (process.stderr.isTTY) process.stderr.write('\r\u001B[K');
    process.stdout.write(wish.json ? `${JSON.stringify(report, null, 2)}\n` : reportText(report));
    return report.ok ? EXIT.whole : EXIT.differences;
  } catch (error) {
    if (error instanceof ConfigError) {
      process.stderr.write(`${error.message}\n`);
      return EXIT.usage;
    }
    process.stderr.write(`The store could not be verified: ${errorLines(error)}\n`);
    return EXIT.incomplete;
  }
}

process.exitCode = await main(process.argv.slice(2));
