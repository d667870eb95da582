import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Everything in scripts/lib runs on Node 18 and newer without any package: a fresh clone has none. */
export const projectDir = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** The Node that comes with the project (npm package `node`): all of our own code runs on it, whatever the machine has. */
export const projectNode = path.join(projectDir, 'node_modules/node/bin/node');

export function inProject(...parts) {
  return path.join(projectDir, ...parts);
}

/** For programs that look up `node` themselves, such as npm's lifecycle scripts. */
export function withProjectNode(env = process.env) {
  const found = [path.dirname(projectNode), inProject('node_modules/.bin'), env.PATH ?? ''];
  return { ...env, PATH: found.join(path.delimiter) };
}
