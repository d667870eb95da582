/**
 * One step of getting ready, by name: `tools` (system programs, by apt-get), `packages` (npm ci), `build`, or `all`.
 * `npm start` does them all by itself; the container image is built with these very steps.
 */
import { ensureBuilt } from './lib/build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { runMain, SetupError } from './lib/report.mjs';
import { DESK_TOOLS, ensureSystemTools } from './lib/system-tools.mjs';

const STEPS = {
  tools: () => ensureSystemTools(DESK_TOOLS),
  packages: ensureDependencies,
  build: ensureBuilt,
};

await runMain(async () => {
  const [name] = process.argv.slice(2);
  const names = name === 'all' ? Object.keys(STEPS) : [name];
  for (const step of names) {
    if (!Object.hasOwn(STEPS, step))
      throw new SetupError(`usage: node scripts/prepare.mjs all|${Object.keys(STEPS).join('|')}`);
    await STEPS[step]();
  }
  return 0;
});
