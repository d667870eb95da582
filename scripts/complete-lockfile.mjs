/**
 * Adds the platform packages that `npm install` could not find to package-lock.json.
 *
 * A registry mirror may carry only some systems' builds of a native package. npm then leaves the others out of the lock
 * file, and `npm ci` refuses that file on every machine ("Missing: … from lock file"). Run this after each change of
 * the dependencies: `node scripts/complete-lockfile.mjs`. `--check` writes nothing and fails when something is missing.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const lockFile = fileURLToPath(new URL('../package-lock.json', import.meta.url));
const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64'];

const lock = JSON.parse(await readFile(lockFile, 'utf8'));
const missing = findMissing(lock.packages);
if (missing.size > 0 && process.argv.includes('--check')) {
  console.error(
    `package-lock.json lacks ${[...missing.keys()].join(', ')}: run node scripts/complete-lockfile.mjs`,
  );
  process.exit(1);
}
if (missing.size > 0) {
  const all = Object.entries({ ...lock.packages, ...Object.fromEntries(missing) });
  lock.packages = Object.fromEntries(all.toSorted(([a], [b]) => a.localeCompare(b, 'en')));
  await writeFile(lockFile, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`added ${missing.size} platform packages to package-lock.json`);
}

function findMissing(packages) {
  const found = new Map();
  for (const [parentPath, parent] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      const isThere = ancestors(parentPath).some((folder) => `${folder}node_modules/${name}` in packages);
      const entry = isThere ? null : describe(name, version, parent);
      if (entry !== null) found.set(`node_modules/${name}`, entry);
    }
  }
  return found;
}

/** Where Node would look from a package: its own folder first, the root's (an empty prefix) last. */
function ancestors(packagePath) {
  const parts = packagePath.split('/node_modules/');
  const prefixes = parts.map((_, index) => `${parts.slice(0, index + 1).join('/node_modules/')}/`);
  return ['', ...prefixes.filter((prefix) => prefix !== '/')];
}

/** Null for what is no platform package: such a gap must be seen, not filled. */
function describe(name, version, parent) {
  const words = name.split(/[-/]/);
  const system = SYSTEMS.find((word) => words.includes(word));
  const processor = PROCESSORS.find((word) => words.includes(word));
  if (system === undefined || processor === undefined || !/^\d+\.\d+\.\d+/.test(version)) return null;
  const libc = words.some((word) => word.startsWith('musl')) ? 'musl' : 'glibc';
  const hasLibc = system === 'linux' && words.some((word) => /^(gnu|musl)/.test(word));
  return {
    version,
    cpu: [processor],
    ...(parent.dev === true ? { dev: true } : {}),
    ...(hasLibc ? { libc: [libc] } : {}),
    optional: true,
    os: [system],
  };
}
