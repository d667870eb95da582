import { inProject, projectNode } from './project.mjs';
import { say, SetupError } from './report.mjs';
import { run } from './run.mjs';
import { digestOfTimes, readStamp, writeStamp } from './stamp.mjs';

const SERVICE = {
  stamp: 'dist/.stamp',
  sources: [
    'src',
    'workers',
    'cli',
    'nest-cli.json',
    'tsconfig.json',
    '.swcrc',
    'package-lock.json',
    'scripts/bundle.mjs',
  ],
  steps: [['node_modules/@nestjs/cli/bin/nest.js', 'build'], ['scripts/bundle.mjs']],
};
const PAGE = {
  stamp: 'dist/.web-stamp',
  sources: ['web', 'package-lock.json'],
  steps: [
    ['node_modules/vite/bin/vite.js', 'build', '--config', 'web/vite.config.ts', '--logLevel', 'warn'],
    ['scripts/compress-web.mjs'],
  ],
};

/** Builds what in dist/ is missing or older than its sources: the service, and the page in the browser. */
export async function ensureBuilt() {
  for (const part of [SERVICE, PAGE]) {
    const wanted = digestOfTimes(part.sources);
    if (readStamp(part.stamp) === wanted) continue;
    say(part === PAGE ? 'building the page …' : 'building …');
    for (const [script, ...args] of part.steps) {
      const code = await run(projectNode, [inProject(script), ...args], { stdio: ['ignore', 2, 2] });
      if (code !== 0) throw new SetupError(`The build failed (exit code ${code}).`);
    }
    writeStamp(part.stamp, wanted);
  }
}
