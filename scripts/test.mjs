/**
 * `npm test`: from a fresh clone to the result of the tests. Arguments go to jest. The last line is `N passed, N failed`; the
 * exit code is jest's. The suites of single pages take as long as all others together and have a command of their own
 * (`npm run test:rooms`). With TEST_TALLY=file the line counts what earlier runs left in that file, too.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inProject, projectNode } from './lib/project.mjs';
import { prepare } from './lib/prepare.mjs';
import { runMain } from './lib/report.mjs';
import { run } from './lib/run.mjs';
import { TEST_TOOLS } from './lib/system-tools.mjs';

const QUICK = ['unit', 'integration', 'e2e', 'browser'];

await runMain(async () => {
  await prepare(TEST_TOOLS);
  const args = process.argv.slice(2);
  return runJest(args.includes('--selectProjects') ? args : [...args, '--selectProjects', ...QUICK]);
});

async function runJest(args) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sightline-jest-'));
  const summaryFile = path.join(folder, 'summary.json');
  try {
    const code = await run(
      projectNode,
      [
        '--experimental-vm-modules',
        '--disable-warning=ExperimentalWarning',
        inProject('node_modules/jest/bin/jest.js'),
        // Each suite has a database and a desk of its own, and waits for processes most of the time.
        '--maxWorkers=2',
        '--json',
        `--outputFile=${summaryFile}`,
        ...args,
      ],
      { stdio: ['inherit', 'ignore', 'inherit'] },
    );
    console.log(closingLine(summaryFile));
    return code;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A suite that could not even be loaded has no tests to count: it counts as one failure. */
function closingLine(summaryFile) {
  const summary = JSON.parse(readFileSync(summaryFile, 'utf8'));
  const tally = process.env.TEST_TALLY;
  const before = tally !== undefined && existsSync(tally) ? readFileSync(tally, 'utf8') : '';
  const [passedBefore = 0, failedBefore = 0] = before.split(' ').filter(Boolean).map(Number);
  const passed = passedBefore + summary.numPassedTests;
  const failed = failedBefore + summary.numFailedTests + summary.numRuntimeErrorTestSuites;
  if (tally !== undefined) writeFileSync(tally, `${passed} ${failed}`);
  return `${passed} passed, ${failed} failed`;
}
