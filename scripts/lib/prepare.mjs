import { ensureBuilt } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { ensureSystemTools } from './system-tools.mjs';

/** From a fresh clone to something that runs: system tools, packages, build; each only when it is missing or stale. */
export async function prepare(tools) {
  ensureSystemTools(tools);
  await ensureDependencies();
  await ensureBuilt();
}
