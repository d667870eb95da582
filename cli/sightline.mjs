#!/usr/bin/env node
// Runs on whatever Node the machine has: only starts the built program on the Node that comes with the project.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const program = new URL('../dist/cli/main.js', import.meta.url);
const projectNode = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url));
const NEEDED_MAJOR = 24;

if (!existsSync(program)) {
  console.error('sightline: not built yet. Run "npm start" once, or "npm ci" and "npm run build".');
  process.exitCode = 1;
} else if (Number(process.versions.node.split('.')[0]) >= NEEDED_MAJOR) {
  await import(program.href);
} else if (!existsSync(projectNode)) {
  console.error(`sightline: needs Node ${NEEDED_MAJOR}. Run "npm ci" in the project: it comes with it.`);
  process.exitCode = 1;
} else {
  const { run } = await import('../scripts/lib/run.mjs');
  const args = [fileURLToPath(program), ...process.argv.slice(2)];
  process.exitCode = await run(projectNode, args, { cwd: process.cwd(), env: process.env });
}
