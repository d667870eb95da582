/**
 * `npm run check`: everything that is wrong without running the desk. Stops at the first failure. `--no-tests` leaves the unit
 * tests to `npm test`.
 */
import { existsSync } from 'node:fs';
import { inProject, projectNode } from './lib/project.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { runMain, say } from './lib/report.mjs';
import { run } from './lib/run.mjs';

const JEST = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', bin('jest/bin/jest.js')];
const CODE = ['src', 'workers', 'cli', 'web', 'test', 'bench', 'scripts'].filter((folder) =>
  existsSync(inProject(folder)),
);

const UNIT_TESTS = 'unit tests';

const STEPS = {
  format: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.'],
  lint: [bin('oxlint/bin/oxlint'), '--type-aware', ...CODE],
  types: [bin('typescript/bin/tsc'), '--noEmit', '-p', 'tsconfig.json'],
  'types of the page': [bin('typescript/bin/tsc'), '-p', 'web/tsconfig.json'],
  boundaries: [
    bin('dependency-cruiser/bin/dependency-cruiser.mjs'),
    '--config=.dependency-cruiser.cjs',
    'src',
    'workers',
    'cli',
  ],
  'boundaries of the page': [
    bin('dependency-cruiser/bin/dependency-cruiser.mjs'),
    '--config=.dependency-cruiser.web.cjs',
    'web/src',
  ],
  'lock file complete': ['scripts/complete-lockfile.mjs', '--check'],
  'client of the page fresh': ['scripts/web-api.mjs', '--check'],
  'database types fresh': ['scripts/db-types.mjs', '--check'],
  [UNIT_TESTS]: [...JEST, '--selectProjects', 'unit', '--silent'],
};

await runMain(async () => {
  await ensureDependencies();
  await ensureBuilt();
  for (const [name, args] of Object.entries(STEPS)) {
    if (name === UNIT_TESTS && process.argv.includes('--no-tests')) continue;
    say(`check: ${name}`);
    const code = await run(projectNode, args);
    if (code === 0) continue;
    say(`check failed: ${name}`);
    return code;
  }
  say('check passed');
  return 0;
});

function bin(file) {
  return inProject('node_modules', file);
}
