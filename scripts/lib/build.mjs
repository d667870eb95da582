import { inProject, projectNode } from './project.mjs';
import { say, SetupError } from './report.mjs';
import { run } from './run.mjs';
import { digestOfTimes, readStamp, writeStamp } from './stamp.mjs';

const STAMP = 'dist/.stamp';
const SOURCES = ['src', 'workers', 'cli', 'nest-cli.json', 'tsconfig.json', '.swcrc', 'package-lock.json'];

/** Builds dist/ when it is missing or older than the sources. */
export async function ensureBuilt() {
  const wanted = digestOfTimes(SOURCES);
  if (readStamp(STAMP) === wanted) return;
  say('building …');
  const code = await run(projectNode, [inProject('node_modules/@nestjs/cli/bin/nest.js'), 'build'], {
    stdio: ['ignore', 2, 2],
  });
  if (code !== 0) throw new SetupError(`The build failed (exit code ${code}).`);
  writeStamp(STAMP, wanted);
}
