import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

export const projectDir = path.resolve(import.meta.dirname, '../..');

/** How a person or a service manager starts the desk. */
export type DeskEntry = 'npm start' | 'npm run demo' | 'scripts/start.mjs' | 'dist/src/desk.js';

export interface DeskExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface DeskProcess {
  readonly pid: number;
  readonly args: string;
}

/** A whole desk in processes of its own, as a user starts it. Linux only: it looks around in /proc. */
export class SupervisedDesk {
  readonly exited: Promise<DeskExit>;
  #output = '';

  private constructor(
    public dataDir: string,
    private readonly marker: string,
    private readonly child: ChildProcess,
  ) {
    this.exited = new Promise((resolve) => {
      child.once('exit', (code, signal) => resolve({ code, signal }));
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (this.#output += text));
    }
  }

  /** Starts it without waiting. The entry's process leads a process group, as a terminal's foreground job does. */
  static launch(
    dataDir: string,
    entry: DeskEntry = 'dist/src/desk.js',
    env: NodeJS.ProcessEnv = {},
  ): SupervisedDesk {
    const marker = `SIGHTLINE_DESK_DRIVER=${randomUUID()}`;
    const [file = '', ...args] = entry.startsWith('npm') ? entry.split(' ') : [process.execPath, entry];
    const child = spawn(file, args, {
      cwd: projectDir,
      detached: true,
      env: {
        ...cleanEnvironment(),
        DATA_DIR: dataDir,
        GAZETTEER: 'none',
        PORT: '0',
        ...env,
        ...Object.fromEntries([marker.split('=')]),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new SupervisedDesk(dataDir, marker, child);
  }

  static async start(...args: Parameters<typeof SupervisedDesk.launch>): Promise<SupervisedDesk> {
    const desk = SupervisedDesk.launch(...args);
    await desk.waitUntilReady();
    return desk;
  }

  /** Process id of the entry. */
  get pid(): number {
    return this.child.pid ?? -1;
  }

  get output(): string {
    return this.#output;
  }

  /** From `desk.json`. */
  get url(): string {
    return this.#deskFile().url;
  }

  get supervisorPid(): number {
    return this.#deskFile().pid;
  }

  get adminToken(): string {
    return readFileSync(path.join(this.dataDir, 'admin-token'), 'utf8').trim();
  }

  async waitUntilReady(): Promise<void> {
    await this.waitFor('desk.json', () => existsSync(path.join(this.dataDir, 'desk.json')));
    await this.waitFor('readyz', () => this.isReady());
  }

  async isReady(): Promise<boolean> {
    try {
      return (await fetch(`${this.url}/readyz`)).status === 200;
    } catch {
      return false;
    }
  }

  /** As the first administrator. */
  request(route: string): Promise<Response> {
    return fetch(`${this.url}/api/v1${route}`, { headers: { authorization: `Bearer ${this.adminToken}` } });
  }

  async get<Body>(route: string): Promise<Body> {
    const response = await this.request(route);
    if (!response.ok) throw new Error(`${route} answered ${response.status}`);
    return (await response.json()) as Body;
  }

  /** Polls a state. Fails with the desk's output when it ends or the state does not come. */
  async waitFor(what: string, isThere: () => boolean | Promise<boolean>, limitMs = 60_000): Promise<void> {
    const deadline = Date.now() + limitMs;
    while (!(await isThere())) {
      const hasEnded = this.child.exitCode !== null || this.child.signalCode !== null;
      if (Date.now() > deadline || hasEnded) throw new Error(`no ${what} in time; output:\n${this.#output}`);
      await delay(50);
    }
  }

  /** Every living process that this desk consists of. */
  processes(): DeskProcess[] {
    return readdirSync('/proc')
      .map(Number)
      .filter((pid) => Number.isInteger(pid) && pid !== process.pid)
      .map((pid) => ({ pid, args: read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim() }))
      .filter(({ pid, args }) => args !== '' && this.#isPart(pid, args));
  }

  /** The one process whose command line matches. */
  find(commandLine: RegExp): number {
    const [found, ...others] = this.processes().filter(({ args }) => commandLine.test(args));
    if (found === undefined || others.length > 0) throw new Error(`not exactly one process ${commandLine}`);
    return found.pid;
  }

  /** Ends whatever is left of it, in whatever state: for cleaning up. */
  async destroy(): Promise<void> {
    while (this.processes().length > 0) {
      for (const { pid } of this.processes()) killIfThere(pid);
      await delay(20);
    }
    await this.exited;
  }

  /** Orderly end, whatever state it is in; nothing of it runs afterwards. */
  async stop(): Promise<DeskExit> {
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill('SIGTERM');
    const exit = await this.exited;
    await this.waitUntilGone();
    return exit;
  }

  /** @throws Error naming what is left after `limitMs`. */
  async waitUntilGone(limitMs = 30_000): Promise<void> {
    const deadline = Date.now() + limitMs;
    while (this.processes().length > 0) {
      if (Date.now() > deadline) throw new Error(`still there: ${JSON.stringify(this.processes())}`);
      await delay(50);
    }
  }

  #isPart(pid: number, args: string): boolean {
    if (read(`/proc/${pid}/environ`).includes(this.marker)) return true;
    // PostgreSQL sees nothing of our environment, but stands in its folder.
    return args.includes(this.dataDir) || readLink(`/proc/${pid}/cwd`).startsWith(this.dataDir);
  }

  #deskFile(): { url: string; pid: number } {
    return JSON.parse(readFileSync(path.join(this.dataDir, 'desk.json'), 'utf8')) as {
      url: string;
      pid: number;
    };
  }
}

/** Without what jest and npm set for the test run itself. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const own = /^(npm_|JEST_|NODE_OPTIONS$|NODE_ENV$|DATABASE_URL|REDIS_|DATA_DIR$|ADMIN_TOKEN)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return ''; // ended meanwhile
  }
}

function readLink(file: string): string {
  try {
    return readlinkSync(file);
  } catch {
    return ''; // ended meanwhile
  }
}
