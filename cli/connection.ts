import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { errorCode, errorText } from './error-code.js';
import { CliFailure } from './failures.js';

export interface Connection {
  /** Without a trailing slash. */
  readonly url: string;
  readonly token: string;
}

export interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  /** The folder that `npm start` runs in: a relative DATA_DIR starts there. */
  readonly projectDir: string;
}

export function dataDirOf({ env, projectDir }: Surroundings): string {
  const chosen = env['DATA_DIR'];
  return path.resolve(projectDir, chosen === undefined || chosen === '' ? 'data' : chosen);
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (cause) {
    const code = errorCode(cause);
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw new CliFailure(`Cannot read ${file}: ${code ?? errorText(cause)}.`, 1, { cause });
  }
}

async function setting(env: NodeJS.ProcessEnv, name: string): Promise<string | null> {
  const direct = env[name];
  if (direct !== undefined && direct !== '') return direct.trim();
  const file = env[`${name}_FILE`];
  if (file === undefined || file === '') return null;
  const value = await readIfThere(file);
  if (value === null) throw new CliFailure(`${name}_FILE names ${file}, which does not exist.`);
  return value;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as another user.
    return errorCode(error) === 'EPERM';
  }
}

/** The address of the desk that runs on this data folder, or null. */
export async function runningDesk(dataDir: string): Promise<string | null> {
  const text = await readIfThere(path.join(dataDir, 'desk.json'));
  if (text === null) return null;
  const { url, pid } = parseDeskFile(text);
  return url !== undefined && pid !== undefined && isAlive(pid) ? url : null;
}

function parseDeskFile(text: string): { url?: string; pid?: number } {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return {};
    return {
      ...('url' in value && typeof value.url === 'string' ? { url: value.url } : {}),
      ...('pid' in value && typeof value.pid === 'number' ? { pid: value.pid } : {}),
    };
  } catch (error) {
    if (error instanceof SyntaxError) return {}; // half written: the desk is just starting
    throw error;
  }
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** Whether both name a port of this machine's loopback, and the same one. */
function isSameDesk(one: string, other: string): boolean {
  const [a, b] = [new URL(one), new URL(other)];
  return (
    a.origin === b.origin || (LOOPBACK.test(a.hostname) && LOOPBACK.test(b.hostname) && a.port === b.port)
  );
}

function checkedUrl(text: string): string {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new CliFailure(`SIGHTLINE_URL is "${text}", which is no http or https address.`, 2);
  return url.href.replace(/\/+$/, '');
}

/** As the desk itself finds it: its setting, else the file that it made. */
async function administratorToken(env: NodeJS.ProcessEnv, dataDir: string): Promise<string | null> {
  return (await setting(env, 'ADMIN_TOKEN')) ?? (await readIfThere(path.join(dataDir, 'admin-token')));
}

/** SIGHTLINE_URL, else the address of the desk that runs on DATA_DIR, else null. */
export async function deskUrl(around: Surroundings): Promise<string | null> {
  const chosen = await setting(around.env, 'SIGHTLINE_URL');
  return chosen === null ? runningDesk(dataDirOf(around)) : checkedUrl(chosen);
}

/**
 * Address and token: SIGHTLINE_URL and SIGHTLINE_TOKEN, else those of the desk that runs on DATA_DIR.
 * @throws CliFailure saying what to set or start
 */
export async function connect(around: Surroundings): Promise<Connection> {
  const dataDir = dataDirOf(around);
  const url = await deskUrl(around);
  if (url === null)
    throw new CliFailure(
      `No desk is running on ${dataDir}. Start it with "npm start", or set SIGHTLINE_URL and SIGHTLINE_TOKEN.`,
    );
  const token = await setting(around.env, 'SIGHTLINE_TOKEN');
  if (token !== null) return { url, token };
  const local = await runningDesk(dataDir);
  // The administrator's token of this machine is nothing to send to another one.
  const isOwn = local !== null && isSameDesk(local, url);
  const ownToken = isOwn ? await administratorToken(around.env, dataDir) : null;
  if (ownToken === null || ownToken === '')
    throw new CliFailure('No token: set SIGHTLINE_TOKEN to a token that the desk gave you.');
  return { url, token: ownToken };
}
