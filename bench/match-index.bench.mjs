/**
 * The match index (src/analysis/match-index) with a million and ten million frame hashes: time to build, time from PostgreSQL
 * to the first answer, time of a question, memory, and whether it finds what looking at every hash finds.
 *
 * `node bench/match-index.bench.mjs [--sizes 1000000,10000000] [--queries 300] [--skip-database]`
 *
 * The archive is made of four parts: a third is random; a third lies in clumps of ten thousand around one hash each, up to 40
 * bits away; a third is like clips, each sample some bits away from the one before (20 to 60); and clips are 500 samples long.
 * Questions are hashes of the archive with 0 to 31 bits turned over, and as many that are not in it.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { MatchIndexClient } from '../dist/src/analysis/match-index/match-index-client.js';
import { HashIndex } from '../dist/src/analysis/match-index/domain/hash-index.js';
import { migrate } from '../dist/src/platform/db/migrate.js';
import { startEmbeddedPostgres } from '../dist/src/platform/embedded/postgres.js';
import { inventArchive, turnBits, RECORD_WORDS, RECORDS_IN_A_CLIP } from './match-index-archive.mjs';
import { percentile, row } from './report.mjs';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000000,10000000' },
    queries: { type: 'string', default: '300' },
    'skip-database': { type: 'boolean', default: false },
    alone: { type: 'string' },
  },
});
const never = new AbortController().signal;
const queryCount = Number(values.queries);

if (values.alone === undefined) {
  for (const size of values.sizes.split(',').map(Number)) {
    console.log(`\n${size.toLocaleString('en')} hashes`);
    // A process of its own: memory of one size must not be counted for the next.
    execFileSync(
      process.execPath,
      [import.meta.filename, '--alone', String(size), '--queries', values.queries],
      {
        stdio: 'inherit',
      },
    );
    if (!values['skip-database']) await throughTheDatabase(size);
  }
} else inMemory(Number(values.alone));

function inMemory(size) {
  const index = new HashIndex();
  let building = 0;
  for (const clip of inventArchive(size)) {
    const began = performance.now();
    index.add(clip, clip.length / RECORD_WORDS, RECORD_WORDS);
    building += performance.now() - began;
  }
  const began = performance.now();
  const cpuBefore = process.threadCpuUsage();
  index.settle();
  const sortCpuMs = process.threadCpuUsage(cpuBefore).user / 1000;
  row('in memory: add, sort', {
    'add s': seconds(building),
    'sort s': seconds(performance.now() - began),
    'sort CPU s': seconds(sortCpuMs),
  });
  const rss = process.memoryUsage().rss / 1e6;
  row('memory of the process', { MB: Math.round(rss) });
  const questions = [...askFor(size)];
  // The first rounds run unoptimised code.
  for (const { hash } of questions) index.search(hash, 0, 31, 100);
  for (const radius of [31, 47, 60]) {
    const some = radius === 60 ? questions.slice(0, 60) : questions;
    const cpu = process.threadCpuUsage();
    const times = some.map(({ hash }) => msOf(() => index.search(hash, 0, radius, 100)));
    const cpuMs = process.threadCpuUsage(cpu).user / 1000 / some.length;
    row(`radius ${radius}, a hash`, { ...percentiles(times), 'mean CPU ms': cpuMs.toFixed(2) });
  }
  compareWithBruteForce(index, questions, size);
}

/** Radius 255 looks at every hash, so it is the same code as beyond 47; the plain loop here is not. */
function compareWithBruteForce(index, questions, size) {
  const some = questions.slice(0, size > 2_000_000 ? 10 : 40);
  const expected = some.map(() => new Map());
  let record = 0;
  for (const clip of inventArchive(size)) {
    for (let at = 0; at < clip.length; at += RECORD_WORDS, record += 1) {
      for (const [i, { words }] of some.entries()) {
        const distance = distanceOf(clip, at, words);
        if (distance <= 47) expected[i].set(record, distance);
      }
    }
  }
  for (const radius of [31, 47]) {
    let [right, all, wrong] = [0, 0, 0];
    for (const [i, { hash }] of some.entries()) {
      const found = index.search(hash, 0, radius, 1_000_000);
      const wanted = [...expected[i].values()].filter((distance) => distance <= radius).length;
      const good = found.filter((hit) => expected[i].get(hit.record) === hit.distance).length;
      right += good;
      wrong += found.length - good;
      all += wanted;
    }
    row(`recall at ${radius}`, { found: `${right} of ${all}`, wrong });
  }
}

function distanceOf(words, at, query) {
  let distance = 0;
  for (let i = 0; i < 8; i += 1) {
    let rest = words[at + i] ^ query[i];
    rest -= (rest >>> 1) & 0x5555_5555;
    rest = (rest & 0x3333_3333) + ((rest >>> 2) & 0x3333_3333);
    distance += Math.imul((rest + (rest >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
    if (distance > 47) return distance;
  }
  return distance;
}

/** From rows of `fingerprint` to answers of the process, as a desk has it. */
async function throughTheDatabase(size) {
  const dataDir = await mkdtemp(join(tmpdir(), 'sightline-bench-'));
  const postgres = await startEmbeddedPostgres({ dataDir, durable: false });
  let index;
  try {
    const { appUrl } = await migrate({ ownerUrl: postgres.ownerUrl, dataDir });
    await fill(postgres.ownerUrl, size);
    const began = performance.now();
    index = spawn(process.execPath, [new URL('../dist/workers/match-index.js', import.meta.url).pathname], {
      env: { PATH: process.env.PATH, DATA_DIR: dataDir, DATABASE_URL: appUrl, LOG_LEVEL: 'warn' },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const client = new MatchIndexClient(dataDir);
    const ask = (hashes, radius = 31) => client.searchFrames({ hashes, radius, mostHitsPerHash: 100 }, never);
    await ask(Buffer.alloc(32));
    const cpu = seconds(cpuMsOf(index.pid));
    row('process start to first answer', {
      s: seconds(performance.now() - began),
      'CPU s': cpu,
      ...memoryOf(index.pid),
    });
    await measureProcess(ask, size, index.pid);
    row('after all questions', memoryOf(index.pid));
    await client.close();
  } finally {
    if (index !== undefined) {
      index.kill('SIGTERM');
      await once(index, 'exit');
    }
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function measureProcess(ask, size, pid) {
  const questions = [...askFor(size)];
  for (const { hash } of questions) await ask(hash);
  const single = [];
  for (const { hash } of questions) single.push(await msUntil(() => ask(hash)));
  row('asked one by one, wall', percentiles(single));
  const clip = [];
  const cpuBefore = cpuMsOf(pid);
  for (let at = 0; at + 60 <= questions.length; at += 20) {
    const hashes = Buffer.concat(questions.slice(at, at + 60).map(({ hash }) => hash));
    clip.push(await msUntil(() => ask(hashes)));
  }
  row('a clip of 60 frames, wall', percentiles(clip));
  row('a clip of 60 frames, CPU', { 'mean ms': ((cpuMsOf(pid) - cpuBefore) / clip.length).toFixed(1) });
}

function memoryOf(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const mb = (name) => Math.round((Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) * 1024) / 1e6);
  return { 'MB now': mb('VmRSS'), 'MB at most': mb('VmHWM') };
}

async function fill(url, size) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  let id = 0;
  let rows = [];
  const flush = async () => {
    const shas = rows.map(({ sha }) => sha);
    await client.query(
      `insert into stored_object (sha256, sha512, size_bytes) select s, s || s, 1 from unnest($1::text[]) s`,
      [shas],
    );
    await client.query(
      `insert into fingerprint (original_sha256, stage_version, track_sha256, frames)
       select s, 1, s, f from unnest($1::text[], $2::bytea[]) as t (s, f)`,
      [shas, rows.map(({ bytes }) => bytes)],
    );
    rows = [];
  };
  for (const clip of inventArchive(size)) {
    id += 1;
    rows.push({ sha: id.toString(16).padStart(64, '0'), bytes: Buffer.from(clip.slice().buffer) });
    if (rows.length === 50) await flush();
  }
  if (rows.length > 0) await flush();
  await client.end();
}

/** Half of them near to something in the archive, half of them not. */
function* askFor(size) {
  const step = Math.max(1, Math.floor(size / RECORDS_IN_A_CLIP / queryCount));
  let number = 0;
  for (const clip of inventArchive(size)) {
    number += 1;
    if (number % step !== 0) continue;
    const words = clip.slice(0, 8);
    turnBits(words, number % 2 === 0 ? number % 32 : 120, number);
    yield { words, hash: new Uint8Array(words.buffer) };
  }
}

function msOf(act) {
  const began = performance.now();
  act();
  return performance.now() - began;
}

async function msUntil(act) {
  const began = performance.now();
  await act();
  return performance.now() - began;
}

/** Of all threads; in steps of 10 ms. */
function cpuMsOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function percentiles(times) {
  const ms = (share) => percentile(times, share).toFixed(2);
  return { 'p50 ms': ms(0.5), 'p95 ms': ms(0.95), 'max ms': ms(1) };
}

function seconds(ms) {
  return (ms / 1000).toFixed(2);
}
