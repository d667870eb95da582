/** SHA-256 and SHA-512 while bytes stream in, as an upload or a download does it: node streams with 1 MiB chunks. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { LocalObjectStore } from '../dist/src/platform/storage/local-object-store.js';
import { median, row } from './report.mjs';

const MIB = 1024 * 1024;
const sizeMib = Number(process.env.MIB ?? 256);
const folder = await mkdtemp(join(tmpdir(), 'sightline-bench-hash-'));
const path = join(folder, 'bytes');
const file = await open(path, 'w');
const block = Buffer.alloc(MIB, 7);
for (let i = 0; i < sizeMib; i += 1) {
  block.writeUInt32LE(i);
  await file.write(block);
}
await file.close();
const store = await LocalObjectStore.open(join(folder, 'objects'));

const seen = { 'SHA-256 alone': [], 'SHA-256 and SHA-512': [], 'through the store, sealed': [] };
for (let round = 0; round < 6; round += 1) {
  await time('SHA-256 alone', () => hash(['sha256']));
  await time('SHA-256 and SHA-512', () => hash(['sha256', 'sha512']));
  await time('through the store, sealed', seal);
}
console.log(`hashing ${sizeMib} MiB, page cache warm, 5 rounds after one warm-up`);
for (const [name, rates] of Object.entries(seen)) row(name, { 'MB/s': Math.round(median(rates.slice(1))) });
await rm(folder, { recursive: true, force: true });

async function hash(algorithms) {
  const hashes = algorithms.map((name) => createHash(name));
  for await (const chunk of createReadStream(path, { highWaterMark: MIB }))
    for (const one of hashes) one.update(chunk);
  return hashes.map((one) => one.digest('hex'));
}

/** Written, fsynced, read again and compared, renamed: what an original goes through. */
async function seal() {
  const draft = await store.begin();
  for await (const chunk of createReadStream(path, { highWaterMark: MIB })) await draft.write(chunk);
  await draft.seal();
}

async function time(name, act) {
  const began = performance.now();
  await act();
  seen[name].push((sizeMib * MIB) / 1e6 / ((performance.now() - began) / 1000));
}
