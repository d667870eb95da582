/**
 * A desk with 100,000 clips, 1,000,000 frames and 300,000 claims (`archive-data.mjs`), asked over HTTP: lists by every filter and
 * by every pair of filters, full text, the status object against that of an empty desk, and, where they exist, dashboard and inbox.
 * One request after the other, as one person asks; `load` is the machine's, which the figures depend on.
 *
 *   node bench/archive.bench.mjs [--clips 100000] [--rounds 20] [--pairs 5]
 *
 * Filling takes a quarter of an hour. With ARCHIVE_DIR the data folder stays there, and the next run with it starts at once, as
 * long as no migration was edited.
 */
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { fillArchive } from './archive-data.mjs';
import { listQueries, measure, SEARCHES } from './archive-measure.mjs';
import { startDeskProcesses } from './desk-processes.mjs';
import { percentile, row } from './report.mjs';

const clips = option('--clips', 100_000);
const rounds = option('--rounds', 20);
const pairRounds = option('--pairs', 5);

const keptDir = process.env.ARCHIVE_DIR;
const before = await emptyDesk();
if (keptDir !== undefined) await mkdir(keptDir, { recursive: true });
const desk = await startDeskProcesses({ worker: false, keptDir });
try {
  const archive = await kept();
  const lead = { url: desk.url, headers: { authorization: `Bearer ${archive.token}` } };
  const queries = listQueries(archive);
  console.log(`\nload ${loadavg()[0].toFixed(1)}; milliseconds, ${rounds} rounds (pairs: ${pairRounds})`);
  await report(
    'list, one filter (p95 <= 50)',
    50,
    'clips',
    { ...queries.none, ...queries.one },
    rounds,
    lead,
  );
  await report('list, two filters (p95 <= 50)', 50, 'clips', queries.two, pairRounds, lead, 15);
  await report('search (p95 <= 100)', 100, 'search', SEARCHES, rounds, lead);
  const { items } = await (await fetch(`${desk.url}/api/v1/clips?limit=1`, { headers: lead.headers })).json();
  const after = await statusOf(items[0].id, lead);
  for (const kind of ['200', '304'])
    row(`status ${kind}, full / empty`, {
      p50: (after[kind].p50 / before[kind].p50).toFixed(2),
      goal: '<= 2 for 304',
    });
  for (const [path, goal] of [
    ['dashboard', 20],
    ['inbox', 50],
  ]) {
    const found = await measure(lead, path, rounds);
    row(path, found.status === 200 ? { ...shown(found), goal: `p95 <= ${goal}` } : { status: found.status });
  }
} finally {
  await desk.stop();
}

/** The status object's times of a desk that has nothing else. */
async function emptyDesk() {
  const empty = await startDeskProcesses({ worker: false, port: 39_401 });
  const { id } = await empty.post('clips', { url: 'https://example.org/empty.mp4' });
  const times = await statusOf(id, empty);
  await empty.stop();
  return times;
}

/** Tokens and ids of the archive, which is made unless the kept folder has it. */
async function kept() {
  const notes = keptDir === undefined ? undefined : join(keptDir, 'archive.json');
  if (notes !== undefined && existsSync(notes)) return JSON.parse(readFileSync(notes, 'utf8'));
  const archive = await fillArchive({ ownerUrl: desk.ownerUrl, clips, log: console.log });
  if (notes !== undefined) await writeFile(notes, JSON.stringify(archive), { mode: 0o600 });
  return archive;
}

async function report(title, goal, path, queries, count, reader, most = Infinity) {
  const found = [];
  for (const [name, query] of Object.entries(queries))
    found.push({ name, ...(await measure(reader, `${path}?${query}`, count)) });
  const worst = found.toSorted((a, b) => b.p95 - a.p95).slice(0, most);
  const held = found.filter(({ p95 }) => p95 <= goal).length;
  console.log(`\n${title}: ${held} of ${found.length} held, load ${loadavg()[0].toFixed(1)}`);
  row('median of all', {
    p50: percentile(
      found.map(({ p50 }) => p50),
      0.5,
    ).toFixed(1),
    p95: percentile(
      found.map(({ p95 }) => p95),
      0.5,
    ).toFixed(1),
  });
  for (const each of worst) row(each.name, shown(each));
}

async function statusOf(id, reader) {
  const path = `clips/${id}/status`;
  const first = await fetch(`${reader.url}/api/v1/${path}`, { headers: reader.headers });
  await first.arrayBuffer();
  return {
    200: await measure(reader, path, 500),
    304: await measure(reader, path, 500, { 'if-none-match': first.headers.get('etag') ?? '' }),
  };
}

function shown({ p50, p95, status, items }) {
  return { p50: p50.toFixed(1), p95: p95.toFixed(1), items, ...(status === 200 ? {} : { status }) };
}

function option(name, otherwise) {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
}
