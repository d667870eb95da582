/**
 * `npm test`: from a fresh clone to the result of every test. Arguments go to jest. The last line is
 * `N passed, N failed`; the exit code is jest's.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inProject, projectNode } from './lib/project.mjs';
import { prepare } from './lib/prepare.mjs';
import { runMain } from './lib/report.mjs';
import { run } from './lib/run.mjs';
import { TEST_TOOLS } from './lib/system-tools.mjs';

await runMain(async () => {
  await prepare(TEST_TOOLS);
  return runJest(process.argv.slice(2));
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
  const failed = summary.numFailedTests + summary.numRuntimeErrorTestSuites;
  return `${summary.numPassedTests} passed, ${failed} failed`;
}
