/** `npm run check`: everything that is wrong without running the desk. Stops at the first failure. */
import { existsSync } from 'node:fs';
import { inProject, projectNode } from './lib/project.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { runMain, say } from './lib/report.mjs';
import { run } from './lib/run.mjs';

const JEST = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', bin('jest/bin/jest.js')];
const CODE = ['src', 'workers', 'cli', 'test', 'bench', 'scripts'].filter((folder) =>
  existsSync(inProject(folder)),
);

const STEPS = {
  format: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.'],
  lint: [bin('oxlint/bin/oxlint'), '--type-aware', ...CODE],
  types: [bin('typescript/bin/tsc'), '--noEmit', '-p', 'tsconfig.json'],
  boundaries: [
    bin('dependency-cruiser/bin/dependency-cruiser.mjs'),
    '--config=.dependency-cruiser.cjs',
    'src',
    'workers',
    'cli',
  ],
  'lock file complete': ['scripts/complete-lockfile.mjs', '--check'],
  'database types fresh': ['scripts/db-types.mjs', '--check'],
  'unit tests': [...JEST, '--selectProjects', 'unit', '--silent'],
};

await runMain(async () => {
  await ensureDependencies();
  await ensureBuilt();
  for (const [name, args] of Object.entries(STEPS)) {
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
