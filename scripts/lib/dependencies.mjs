import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { inProject, projectNode } from './project.mjs';
import { say, SetupError } from './report.mjs';
import { run } from './run.mjs';

/** Installs the packages of package-lock.json when they are missing or other ones than it names. */
export async function ensureDependencies() {
  if (isInstalled()) return;
  // npm ci empties what the link points to, which may be another copy's.
  if (lstatSync(inProject('node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) {
    throw new SetupError(
      'node_modules is a link to a folder with other packages than package-lock.json names.',
    );
  }
  say('installing packages (npm ci) …');
  const env = {
    ...process.env,
    // npm before 11.19 does not know `allowScripts`: these two would build from source, and report home.
    SKIP_RUST_BUILD: '1',
    SCARF_ANALYTICS: 'false',
  };
  const flags = ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev', '--include=optional'];
  const code = await run(...npmCommand(flags), { env, stdio: ['ignore', 2, 2] });
  if (code !== 0) throw new SetupError(`npm ci failed (exit code ${code}); its own message is above.`);
  if (!existsSync(projectNode)) {
    throw new SetupError(
      'The npm package "node" did not install its program: were install scripts switched off?',
    );
  }
}

/** Compares what is wanted with what npm itself noted down when it installed: right also after a plain `npm install`. */
function isInstalled() {
  if (!existsSync(projectNode)) return false;
  const wanted = readPackages('package-lock.json');
  const found = readPackages('node_modules/.package-lock.json');
  return Object.entries(wanted).every(([folder, entry]) => {
    if (folder === '' || entry.link === true) return true;
    const installed = found[folder];
    return installed === undefined ? entry.optional === true : installed.version === entry.version;
  });
}

function readPackages(file) {
  return existsSync(inProject(file)) ? JSON.parse(readFileSync(inProject(file), 'utf8')).packages : {};
}

/** Under npm, the very npm that runs us; otherwise the one on PATH. */
function npmCommand(args) {
  const script = process.env.npm_execpath;
  const isNpm = script !== undefined && /npm-cli\.c?js$/.test(script);
  return isNpm ? [process.execPath, [script, ...args]] : ['npm', args];
}
