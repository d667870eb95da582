import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from '../platform/config/config.js';
import { migrate } from '../platform/db/migrate.js';
import { markWorkerEnded } from '../platform/queue/worker-registry.js';
import { ChildrenRecord } from './children-record.js';
import { startChild, type ChildExit, type ChildRole, type RunningChild } from './child-process.js';
import { EmbeddedDatabase, outsideDatabase, type DeskDatabase } from './desk-database.js';
import type { DeskLog } from './desk-log.js';
import { EndedWorkers } from './ended-workers.js';
import { KeptProcess } from './kept-process.js';
import { claimPort, localUrl, waitUntilReadyz } from './network.js';
import { childEnvironment } from './child-environment.js';

const WORKER_GRACE_MS = 12_000;
const API_GRACE_MS = 4_000;
/** It has nothing to finish. */
const INDEX_GRACE_MS = 2_000;
/** A worker whose database has just crashed has nothing left to finish. */
const LOST_DATABASE_GRACE_MS = 3_000;
const GIVE_UP_AFTER_EARLY_DEATHS = 3;
const INDEX_SCRIPT = 'run/match-index.js';
const dist = new URL('../../', import.meta.url);

export interface SupervisorOptions {
  readonly config: Config;
  /** Where the API finds the administrator's token, when no setting gives it. */
  readonly adminTokenFile: string | null;
  readonly log: DeskLog;
}

/** Runs database, API, match index and workers; keeps them running; stops them in order. */
export class Supervisor {
  readonly #stopping = new AbortController();
  readonly #record: ChildrenRecord;
  readonly #workers: KeptProcess[] = [];
  #api: KeptProcess | undefined;
  #index: KeptProcess | undefined;
  #database: DeskDatabase | undefined;
  #ended: EndedWorkers | undefined;
  #earlyDeaths = 0;
  #isReady = false;
  #starting: Promise<string> | undefined;

  constructor(private readonly options: SupervisorOptions) {
    this.#record = new ChildrenRecord(options.config.dataDir);
  }

  /** Resolves with the desk's address once `/readyz` answers 200. Rejects when it cannot come up, or was told to stop. */
  start(): Promise<string> {
    this.#starting ??= this.#start();
    return this.#starting;
  }

  async #start(): Promise<string> {
    const { config } = this.options;
    const { signal } = this.#stopping;
    const formerWorkers = await this.#record.endLeftovers();
    const port = await claimPort(config.host, config.port);
    this.#database = await this.#openDatabase();
    signal.throwIfAborted();
    const { appUrl, roleProtected } = await migrate({
      ownerUrl: this.#database.url,
      dataDir: config.dataDir,
    });
    if (!roleProtected)
      this.options.log.warn('the database refuses a narrower role: custody not role-protected');
    signal.throwIfAborted();
    this.#ended = new EndedWorkers((id) => markWorkerEnded(appUrl, id), this.#record, this.options.log);
    for (const workerId of formerWorkers) this.#bury(workerId);

    const apiEnv = childEnvironment({ appUrl, port, adminTokenFile: this.options.adminTokenFile });
    this.#api = this.#keep('api', 'API', 'run/api.js', apiEnv);
    // Workers wait for it, and it re-connects to the database by itself.
    this.#index = this.#keep('match-index', 'match index', INDEX_SCRIPT, childEnvironment({ appUrl }));
    for (let count = 0; count < config.workers; count++) {
      this.#workers.push(this.#keepWorker(appUrl));
    }
    for (const kept of [this.#api, ...this.#workers, this.#index]) kept.start();
    const url = localUrl(config.host, port);
    await waitUntilReadyz(url, signal);
    this.#isReady = true;
    await this.#writeDeskFile(url);
    return url;
  }

  /** Workers first, database last; each part is killed when it does not end in its time. */
  async stop(): Promise<void> {
    if (!this.#stopping.signal.aborted)
      this.#stopping.abort(new Error('The desk was stopped before it was ready.'));
    // What is being started now must be there to be stopped.
    await Promise.allSettled([this.#starting]);
    await rm(this.#deskFile, { force: true });
    await Promise.all(this.#workers.map((worker) => worker.stop(WORKER_GRACE_MS)));
    await this.#ended?.close();
    await this.#index?.stop(INDEX_GRACE_MS);
    await this.#api?.stop(API_GRACE_MS);
    await this.#database?.stop();
  }

  get #deskFile(): string {
    return path.join(this.options.config.dataDir, 'desk.json');
  }

  async #openDatabase(): Promise<DeskDatabase> {
    const { config, log } = this.options;
    if (config.databaseUrl !== null) return outsideDatabase(config.databaseUrl);
    return EmbeddedDatabase.start(config.dataDir, log, this.#stopping.signal, () => {
      // Their LISTEN connections are gone; API and match index re-connect by themselves.
      for (const worker of this.#workers) void worker.restart(LOST_DATABASE_GRACE_MS);
    });
  }

  /** A process that holds no jobs: nobody has to be told when it ends. */
  #keep(role: 'api' | 'match-index', name: string, script: string, env: NodeJS.ProcessEnv): KeptProcess {
    let child: RunningChild;
    return new KeptProcess({
      launch: async () => {
        child = await this.#launch(role, script, env);
        this.#record.add(role, child.pid, null);
        return child;
      },
      launchFailed: (error) => this.options.log.warn(`the ${name} could not be started: ${String(error)}`),
      ended: (exit, isWanted) => {
        if (exit !== null) this.#record.removePid(child.pid);
        this.#noteEnd(name, exit, isWanted);
      },
    });
  }

  #keepWorker(appUrl: string): KeptProcess {
    let workerId = '';
    return new KeptProcess({
      launch: async () => {
        workerId = randomUUID();
        const env = childEnvironment({ appUrl, workerId });
        const child = await this.#launch('worker', 'run/worker.js', env);
        this.#record.add('worker', child.pid, workerId);
        return child;
      },
      launchFailed: (error) => this.options.log.warn(`a worker could not be started: ${String(error)}`),
      ended: (exit, isWanted) => {
        if (exit !== null) this.#bury(workerId);
        this.#noteEnd('worker', exit, isWanted);
      },
    });
  }

  /** What a killed worker leaves: parts to send again, and its scratch folder with half a clip in it. */
  #bury(workerId: string): void {
    this.#ended?.report(workerId);
    const scratch = path.join(this.options.config.dataDir, 'scratch', workerId);
    rm(scratch, { recursive: true, force: true }).catch((error: unknown) => {
      this.options.log.warn(`${scratch} could not be removed: ${String(error)}`);
    });
  }

  #launch(role: ChildRole, script: string, env: NodeJS.ProcessEnv): Promise<RunningChild> {
    return startChild({ role, script: fileURLToPath(new URL(script, dist)), env }, this.options.log);
  }

  #noteEnd(name: string, exit: ChildExit | null, isWanted: boolean): void {
    const { log } = this.options;
    const how = exit === null ? 'no start' : (exit.signal ?? `exit code ${exit.code}`);
    log.catchUp();
    if (isWanted) return log.note(`${name} ended (${how})`);
    log.warn(`the ${name} ended (${how}); starting it again`);
    this.#earlyDeaths += 1;
    if (this.#isReady || this.#earlyDeaths < GIVE_UP_AFTER_EARLY_DEATHS) return;
    const logs = path.join(this.options.config.dataDir, 'logs');
    this.#stopping.abort(new Error(`The desk does not come up: the ${name} keeps ending. See ${logs}.`));
  }

  async #writeDeskFile(url: string): Promise<void> {
    const content = { url, pid: process.pid, startedAt: new Date().toISOString() };
    await writeFile(this.#deskFile, `${JSON.stringify(content)}\n`, { mode: 0o600 });
  }
}
