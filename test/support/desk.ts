import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { markWorkerEnded } from '../../src/platform/queue/worker-registry.js';
import { cloneDatabase, type TestDatabase } from './database.js';

export interface Answer<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

export interface DeskOptions {
  readonly redisUrl?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** How the supervisor would learn of it, and what it would do. */
export interface WorkerHandle {
  readonly id: string;
  readonly process: ChildProcess;
}

/** The built API, worker and match index as real processes on a database of their own: what end-to-end specs talk to. */
export class DeskDriver {
  #api: ChildProcess | undefined;
  #index: ChildProcess | undefined;
  readonly #workers: WorkerHandle[] = [];
  readonly #children: ChildProcess[] = [];
  readonly #log: string[] = [];

  private constructor(
    readonly url: string,
    readonly token: string,
    readonly dataDir: string,
    readonly database: TestDatabase,
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  static async start(options: DeskOptions = {}): Promise<DeskDriver> {
    const database = await cloneDatabase();
    const dataDir = await mkdtemp(join(tmpdir(), 'sightline-e2e-'));
    const port = await freePort();
    const token = randomBytes(24).toString('base64url');
    const env = {
      PATH: process.env['PATH'],
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_DIR: dataDir,
      DATABASE_URL: database.appUrl,
      ADMIN_TOKEN: token,
      LOG_LEVEL: 'warn',
      // 200 000 places would be read into every database: who needs some names a small file, or imports them.
      GAZETTEER: 'none',
      // Reading pictures takes seconds a clip; the suite that is about it turns it on.
      OCR: 'off',
      ...(options.redisUrl === undefined ? {} : { REDIS_URL: options.redisUrl }),
      ...options.env,
    };
    const desk = new DeskDriver(`http://127.0.0.1:${port}`, token, dataDir, database, env);
    try {
      desk.startIndex();
      await Promise.all([desk.startApi(), desk.startWorker()]);
    } catch (error) {
      await desk.stop();
      throw error;
    }
    return desk;
  }

  async startApi(): Promise<void> {
    this.#api = this.#spawn('run/api.js', {});
    await this.until('the API lives', async () => (await fetch(`${this.url}/healthz`)).ok);
  }

  async startWorker(env: Readonly<Record<string, string>> = {}): Promise<WorkerHandle> {
    const id = randomUUID();
    const process = this.#spawn('run/worker.js', { WORKER_ID: id, ...env });
    const [message] = (await Promise.race([once(process, 'message'), once(process, 'exit')])) as [unknown];
    if (typeof message !== 'object') throw new Error(`the worker did not come up:\n${this.log}`);
    const handle = { id, process };
    this.#workers.push(handle);
    return handle;
  }

  /** The match index. Nothing waits for it: whoever asks it does. */
  startIndex(): void {
    this.#index = this.#spawn('run/match-index.js', {});
  }

  /** kill -9. */
  async killIndex(): Promise<void> {
    this.#index?.kill('SIGKILL');
    if (this.#index !== undefined && this.#index.exitCode === null && this.#index.signalCode === null)
      await once(this.#index, 'exit');
  }

  /** kill -9, and the report that the supervisor makes of it. */
  async killWorker(handle: WorkerHandle | undefined = this.#workers.at(-1)): Promise<void> {
    if (handle === undefined) throw new Error('no worker to kill');
    handle.process.kill('SIGKILL');
    if (handle.process.exitCode === null && handle.process.signalCode === null)
      await once(handle.process, 'exit');
    this.#workers.splice(this.#workers.indexOf(handle), 1);
    await markWorkerEnded(this.database.appUrl, handle.id);
  }

  async stopWorker(handle: WorkerHandle | undefined = this.#workers.at(-1)): Promise<void> {
    if (handle === undefined) throw new Error('no worker to stop');
    handle.process.kill('SIGTERM');
    if (handle.process.exitCode === null && handle.process.signalCode === null)
      await once(handle.process, 'exit');
    this.#workers.splice(this.#workers.indexOf(handle), 1);
  }

  /** The newest verification's report, once there is one. */
  async verified(withinMs = 60_000): Promise<VerificationBody> {
    const deadline = Date.now() + withinMs;
    while (Date.now() < deadline) {
      const { body } = await this.get<{ report: VerificationBody | null }>('custody/verification');
      if (body.report !== null) return body.report;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`the verification did not finish:\n${this.log}`);
  }

  async killApi(): Promise<void> {
    this.#api?.kill('SIGKILL');
    if (this.#api !== undefined && this.#api.exitCode === null && this.#api.signalCode === null)
      await once(this.#api, 'exit');
  }

  /** What only somebody with the database's own password could do. */
  async asOwner(
    statement: string,
    values: readonly unknown[] = [],
  ): Promise<{ readonly rows: readonly unknown[] }> {
    const client = new Client({ connectionString: this.database.ownerUrl });
    await client.connect();
    const { rows } = await client.query<object>(statement, [...values]);
    await client.end();
    return { rows };
  }

  get log(): string {
    return this.#log.join('');
  }

  async request<Body = unknown>(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer<Body>> {
    const response = await fetch(`${this.url}${path.startsWith('/') ? path : `/api/v1/${path}`}`, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      body: (json && text !== '' ? JSON.parse(text) : text) as Body,
    };
  }

  get<Body = unknown>(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer<Body>> {
    return this.request<Body>('GET', path, undefined, headers);
  }

  post<Body = unknown>(
    path: string,
    body: unknown = {},
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer<Body>> {
    return this.request<Body>('POST', path, body, headers);
  }

  async upload(
    file: { bytes: Buffer | string; name: string },
    submission?: object,
  ): Promise<Answer<{ id: string }>> {
    const form = new FormData();
    if (submission !== undefined) form.set('submission', JSON.stringify(submission));
    form.set('file', new Blob([Uint8Array.from(Buffer.from(file.bytes))]), file.name);
    const response = await fetch(`${this.url}/api/v1/clips/upload`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.token}` },
      body: form,
    });
    return {
      status: response.status,
      headers: response.headers,
      body: (await response.json()) as { id: string },
    };
  }

  /** Submits a link and waits until processing has ended, by long-poll. */
  async submitAndWait(submission: object, withinMs?: number): Promise<ClipStatusBody> {
    const { status, body } = await this.post<{ id: string }>('clips', submission);
    if (status !== 202 && status !== 200)
      throw new Error(`submission answered ${status}: ${JSON.stringify(body)}`);
    return this.ended(body.id, withinMs);
  }

  async ended(clipId: string, withinMs = 60_000): Promise<ClipStatusBody> {
    return this.statusWhere(
      clipId,
      ({ processing }) => !['queued', 'running'].includes(processing.state),
      withinMs,
    );
  }

  async statusWhere(
    clipId: string,
    fits: (status: ClipStatusBody) => boolean,
    withinMs = 60_000,
  ): Promise<ClipStatusBody> {
    const deadline = Date.now() + withinMs;
    let etag = '';
    let seen: ClipStatusBody | undefined;
    while (Date.now() < deadline) {
      const answer = await this.get<ClipStatusBody>(`clips/${clipId}/status?wait=5`, {
        'if-none-match': etag,
      });
      if (answer.status === 200) seen = answer.body;
      if (seen !== undefined && fits(seen)) return seen;
      etag = answer.headers.get('etag') ?? '';
    }
    throw new Error(`clip ${clipId} did not get there: ${JSON.stringify(seen)}\n${this.log}`);
  }

  async stop(): Promise<void> {
    await Promise.all(
      this.#children.map(async (child) => {
        if (child.exitCode !== null || child.signalCode !== null) return;
        child.kill('SIGTERM');
        await once(child, 'exit');
      }),
    );
    await this.database.drop();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  #spawn(entry: string, env: Readonly<Record<string, string>>): ChildProcess {
    const path = new URL(`../../dist/${entry}`, import.meta.url).pathname;
    const child = spawn(process.execPath, [path], {
      env: { ...this.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: true,
    });
    this.#children.push(child);
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => this.#log.push(String(chunk)));
    return child;
  }

  /** Polls a condition that no long-poll covers. */
  async until(what: string, holds: () => Promise<boolean>): Promise<void> {
    const deadline = Date.now() + 20_000;
    for (;;) {
      try {
        if (await holds()) return;
      } catch (error) {
        if (Date.now() > deadline)
          throw new Error(`waited in vain until ${what}:\n${this.log}`, { cause: error });
      }
      if (Date.now() > deadline) throw new Error(`waited in vain until ${what}:\n${this.log}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

export interface VerificationBody {
  readonly ok: boolean;
  readonly custodyRoleProtected: boolean;
  readonly counts: Readonly<Record<string, number>>;
  readonly differences: readonly {
    readonly code: string;
    readonly severity: string;
    readonly subject: string;
    readonly message: string;
  }[];
}

export interface ClipStatusBody {
  readonly id: string;
  readonly version: number;
  readonly processing: {
    readonly state: string;
    readonly progress: number;
    readonly error: { readonly code: string } | null;
    readonly parts: readonly {
      readonly part: string;
      readonly state: string;
      readonly attempts: number;
      readonly error: { readonly code: string; readonly message: string } | null;
      readonly warnings: readonly string[];
    }[];
  };
  readonly claims: readonly { readonly id: string; readonly type: string; readonly verdict: string }[];
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
