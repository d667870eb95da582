import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inProject } from './project.mjs';

/** A digest of the content of these files of the project. */
export function digestOfContent(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(inProject(file))).update('\0');
  return hash.digest('hex');
}

/** A digest of names, sizes and times below these files and folders of the project: fast, and new after every edit. */
export function digestOfTimes(roots) {
  const hash = createHash('sha256');
  for (const file of roots.flatMap(listFiles)) {
    const { size, mtimeMs } = statSync(inProject(file));
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

export function readStamp(file) {
  try {
    return readFileSync(inProject(file), 'utf8').trim();
  } catch {
    return null; // never made
  }
}

export function writeStamp(file, digest) {
  writeFileSync(inProject(file), `${digest}\n`);
}

function listFiles(root) {
  const stat = statSync(inProject(root), { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (!stat.isDirectory()) return [root];
  return readdirSync(inProject(root))
    .sort()
    .flatMap((name) => listFiles(path.join(root, name)));
}
