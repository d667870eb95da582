/**
 * `npm run bench [name …]`: every benchmark of this folder in turn, or those named (`npm run bench status frames`).
 * Each is a program of its own; bench/README.md has methods and figures. Builds first, so that what is measured is what is there.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { ensureBuilt } from '../scripts/lib/build.mjs';
import { projectNode } from '../scripts/lib/project.mjs';

const wanted = process.argv.slice(2);
const found = readdirSync(new URL('.', import.meta.url))
  .filter((name) => name.endsWith('.bench.mjs'))
  .map((name) => name.replace('.bench.mjs', ''))
  .toSorted();
const unknown = wanted.filter((name) => !found.includes(name));
if (unknown.length > 0) {
  console.error(`no such benchmark: ${unknown.join(', ')}; there are ${found.join(', ')}`);
  process.exit(2);
}
await ensureBuilt();
for (const name of wanted.length > 0 ? wanted : found) {
  console.log(`\n== ${name}`);
  const child = spawn(projectNode, [new URL(`./${name}.bench.mjs`, import.meta.url).pathname], {
    stdio: 'inherit',
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) process.exitCode = 1;
}
