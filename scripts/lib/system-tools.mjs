import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { inProject } from './project.mjs';
import { say, SetupError, warn } from './report.mjs';
import { readStamp, writeStamp } from './stamp.mjs';

const VAIN = 'node_modules/.sightline-tools-not-found';

/**
 * Programs that are no npm packages. `lost` says what is off without an optional one; `setting` names a path that
 * replaces looking on PATH.
 */
const TOOLS = {
  ffmpeg: { apt: 'ffmpeg', setting: 'FFMPEG_PATH' },
  ffprobe: { apt: 'ffmpeg', setting: 'FFPROBE_PATH' },
  perl: { apt: 'perl' },
  bwrap: {
    apt: 'bubblewrap',
    lost: 'tools run with resource limits and the weaker sandbox tiers only',
    onlyOn: 'linux',
  },
  'yt-dlp': {
    apt: 'yt-dlp',
    setting: 'YTDLP_PATH',
    lost: 'links to platforms cannot be fetched, direct links can',
  },
  tesseract: {
    apt: ['tesseract-ocr', 'tesseract-ocr-ara'],
    setting: 'TESSERACT_PATH',
    lost: 'text in pictures is not read',
  },
  chromium: {
    apt: ['chromium', 'fonts-noto-core'],
    setting: 'CHROMIUM_PATH',
    lost: 'the suites in the browser cannot run',
  },
  'redis-server': { apt: 'redis-server', lost: 'the Redis halves of the test suites are skipped' },
};

export const DESK_TOOLS = ['ffmpeg', 'ffprobe', 'perl', 'bwrap', 'yt-dlp', 'tesseract'];
export const TEST_TOOLS = [...DESK_TOOLS, 'redis-server', 'chromium'];

/**
 * Makes sure of the named tools: on Debian and Ubuntu missing ones are installed when we are root or have sudo without
 * a password. Anywhere else a missing required tool stops with the line to type, a missing optional one is a warning.
 */
export function ensureSystemTools(names) {
  const missing = missingTools(names);
  if (missing.length === 0) return;
  const prefix = wasTriedInVain(missing) ? null : aptPrefix();
  if (prefix !== null) installWithApt(prefix, packagesOf(missing));
  const stillMissing = missingTools(missing);
  if (prefix !== null) rememberVain(stillMissing);
  judge(stillMissing);
}

function packagesOf(names) {
  return [...new Set(names.flatMap((name) => TOOLS[name].apt))];
}

/** Without this, a machine that cannot get an optional tool would wait for apt-get at every start. */
function wasTriedInVain(missing) {
  const vain = readStamp(VAIN)?.split(' ') ?? [];
  return missing.every((name) => TOOLS[name].lost !== undefined && vain.includes(name));
}

function rememberVain(names) {
  mkdirSync(inProject('node_modules'), { recursive: true });
  writeStamp(VAIN, names.join(' '));
}

function missingTools(names) {
  return names.filter((name) => {
    const { setting, onlyOn } = TOOLS[name];
    if (onlyOn !== undefined && onlyOn !== process.platform) return false;
    if (setting !== undefined && process.env[setting]) return false;
    return !isOnPath(name);
  });
}

function isOnPath(program) {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .some((folder) => folder !== '' && existsSync(path.join(folder, program)));
}

/** How to call apt-get with the rights it needs; null where that is impossible without asking somebody. */
function aptPrefix() {
  if (process.platform !== 'linux' || !isOnPath('apt-get')) return null;
  if (process.getuid() === 0) return [];
  const isFree = isOnPath('sudo') && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0;
  return isFree ? ['sudo', '-n'] : null;
}

function installWithApt(prefix, packages) {
  say(`installing ${packages.join(', ')} (apt-get) …`);
  apt(prefix, ['update']);
  // One by one after a failure in common: an optional package that this release does not carry must not stop the others.
  if (apt(prefix, installArgs(packages))) return;
  for (const name of packages) apt(prefix, installArgs([name]));
}

function installArgs(packages) {
  return ['install', '-y', '--no-install-recommends', ...packages];
}

function apt(prefix, args) {
  const quiet = ['-qq', '-o', 'DPkg::Lock::Timeout=120', '-o', 'Dpkg::Use-Pty=0'];
  const [file, ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...quiet, ...args];
  const result = spawnSync(file, rest, { stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' });
  if (result.status !== 0) warn(`apt-get ${args[0]} failed: ${lastLine(result.stderr)}`);
  return result.status === 0;
}

function lastLine(text) {
  return (text ?? '').trim().split('\n').at(-1);
}

function judge(stillMissing) {
  const required = stillMissing.filter((name) => TOOLS[name].lost === undefined);
  for (const name of stillMissing) {
    if (!required.includes(name)) warn(`${name} is not installed: ${TOOLS[name].lost}.`);
  }
  if (required.length === 0) return;
  throw new SetupError(
    `${required.join(', ')} must be installed first. Type this, then start again:\n  ${hint(packagesOf(required))}`,
  );
}

function hint(packages) {
  if (isOnPath('apt-get')) return `sudo apt-get update && sudo apt-get install -y ${packages.join(' ')}`;
  if (process.platform === 'darwin') return 'brew install ffmpeg yt-dlp';
  if (isOnPath('dnf')) return `sudo dnf install -y ${packages.join(' ')}`;
  if (isOnPath('pacman')) return `sudo pacman -S --needed ${packages.join(' ')}`;
  if (isOnPath('apk')) return `sudo apk add ${packages.join(' ')}`;
  return `install these with your system's package manager: ${packages.join(' ')}`;
}
