import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { PostgresBinaries } from './binaries.js';

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
}

/** How PostgreSQL's programs are started: they refuse to run as root, and must end when we are killed. */
export interface Launcher {
  readonly kind: 'plain' | 'user-namespace' | 'other-user';
  /** Who must own the database's files, when that is not the caller. */
  readonly owner: { readonly uid: number; readonly gid: number } | null;
  /** `deathSignal` reaches the program when this process ends for whatever reason, where the system can do that. */
  wrap(command: Command, deathSignal: 'INT' | 'KILL'): Command;
}

/** A full system path: services are often started with a PATH that lacks the administrator's folders. */
export const TOOL_PATH = [process.env['PATH'], '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin']
  .filter(Boolean)
  .join(':');

/**
 * Chooses how to start PostgreSQL on files below `dataDir`.
 * @throws Error in one line that says what to do when root finds no user that may enter `dataDir`.
 */
export function chooseLauncher(dataDir: string, clusterDir: string, binaries: PostgresBinaries): Launcher {
  if (process.getuid?.() !== 0) return ownLauncher(dataDir, binaries);
  const clusterOwner = existsSync(clusterDir) ? statSync(clusterDir) : null;
  const isOurs = clusterOwner === null || clusterOwner.uid === 0;
  const namespaced = userNamespaceLauncher();
  if (isOurs && canUse(namespaced, [dataDir], binaries)) return namespaced;

  const blocked = firstBlockedFolder(dataDir);
  const candidates = isOurs
    ? [...postgresUser(), ...(blocked === null ? [] : [blocked.owner])]
    : [clusterOwner];
  for (const { uid, gid } of candidates) {
    const launcher = otherUserLauncher({ uid, gid });
    if (uid !== 0 && canUse(launcher, [path.dirname(dataDir)], binaries)) return launcher;
  }
  throw new Error(
    `PostgreSQL does not run as root, and no other user may enter ${blocked?.folder ?? dataDir} or run ` +
      `${binaries.postgres}: install bubblewrap, start as a plain user, or choose another DATA_DIR.`,
  );
}

/** A plain user needs nothing; one that exists as a number only (containers) borrows a name, which initdb insists on. */
function ownLauncher(dataDir: string, binaries: PostgresBinaries): Launcher {
  const plain: Launcher = { kind: 'plain', owner: null, wrap: withDeathSignal };
  const uid = String(process.getuid?.());
  if (process.platform !== 'linux' || namedUserIds().includes(uid)) return plain;
  const namespaced = userNamespaceLauncher();
  if (canUse(namespaced, [dataDir], binaries)) return namespaced;
  throw new Error(
    `PostgreSQL needs a name for user ${uid}: add it to /etc/passwd, or start as another user.`,
  );
}

/** Ourselves outside, some plain user inside: files stay ours, so folders of mode 0700 are no obstacle to root. */
function userNamespaceLauncher(): Launcher {
  const named = namedUserIds();
  const uid = named.includes('1000') ? '1000' : (named.find((id) => id !== '0') ?? '1000');
  const flags = `--unshare-user --uid ${uid} --gid ${uid} --dev-bind / / --die-with-parent`.split(' ');
  return {
    kind: 'user-namespace',
    owner: null,
    wrap: (command, deathSignal) => {
      const inner = withDeathSignal(command, deathSignal);
      return { file: 'bwrap', args: [...flags, '--', inner.file, ...inner.args] };
    },
  };
}

function otherUserLauncher(owner: { uid: number; gid: number }): Launcher {
  const identity = ['--reuid', String(owner.uid), '--regid', String(owner.gid), '--clear-groups'];
  return {
    kind: 'other-user',
    owner,
    wrap: (command, deathSignal) => ({
      file: 'setpriv',
      args: [...identity, '--pdeathsig', deathSignal, '--', command.file, ...command.args],
    }),
  };
}

function withDeathSignal(command: Command, deathSignal: 'INT' | 'KILL'): Command {
  if (!isOnPath('setpriv')) return command;
  return { file: 'setpriv', args: ['--pdeathsig', deathSignal, '--', command.file, ...command.args] };
}

function isOnPath(program: string): boolean {
  return TOOL_PATH.split(':').some((folder) => existsSync(path.join(folder, program)));
}

function canUse(launcher: Launcher, folders: readonly string[], binaries: PostgresBinaries): boolean {
  const script = 'test -x "$0" && for f; do test -x "$f" || exit 1; done';
  return runs(
    launcher.wrap({ file: '/bin/sh', args: ['-c', script, binaries.postgres, ...folders] }, 'KILL'),
  );
}

/** The outermost folder on the way to `dataDir` that others than its owner may not enter. */
function firstBlockedFolder(dataDir: string): { folder: string; owner: { uid: number; gid: number } } | null {
  const parts = path.dirname(dataDir).split(path.sep);
  for (let count = 1; count <= parts.length; count++) {
    const folder = parts.slice(0, count).join(path.sep) || path.sep;
    const found = statSync(folder);
    if ((found.mode & 0o001) === 0) return { folder, owner: { uid: found.uid, gid: found.gid } };
  }
  return null;
}

/** The system's `postgres` user, made when there is none and the system lets us. */
function postgresUser(): { uid: number; gid: number }[] {
  if (!runs({ file: 'id', args: ['-u', 'postgres'] })) {
    runs({ file: 'useradd', args: ['--system', '--user-group', '--no-create-home', 'postgres'] });
  }
  const [uid, gid] = ['-u', '-g'].map((flag) => Number.parseInt(outputOf('id', [flag, 'postgres']), 10));
  return uid === undefined || gid === undefined || Number.isNaN(uid + gid) ? [] : [{ uid, gid }];
}

function runs(command: Command): boolean {
  return spawnSync(command.file, command.args, { stdio: 'ignore', env: { PATH: TOOL_PATH } }).status === 0;
}

/** Also users that do not stand in /etc/passwd themselves, such as those of a directory service. */
function namedUserIds(): string[] {
  const uid = String(process.getuid?.());
  const self = runs({ file: 'getent', args: ['passwd', uid] }) ? [uid] : [];
  const lines = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8').split('\n') : [];
  return [...self, ...lines.map((line) => line.split(':')[2] ?? '').filter((id) => id !== '')];
}

function outputOf(file: string, args: readonly string[]): string {
  const result = spawnSync(file, args, { encoding: 'utf8', env: { PATH: TOOL_PATH } });
  return result.status === 0 ? result.stdout : '';
}
