/**
 * 500 listeners on `GET /events` and 200 status polls a second on one API process, while 20 clips a second change. Measured:
 * the event loop's lag inside the API (perf_hooks `monitorEventLoopDelay`, as /metrics exports it), and for every event and
 * listener the time from the change's commit to its arrival. Listeners, pollers and writer share one process and the machine
 * with API and database. LISTENERS, POLLS, CHANGES, SECONDS may be set.
 */
import { Agent, get } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { startDeskProcesses } from './desk-processes.mjs';
import { percentile, row } from './report.mjs';

const listeners = Number(process.env.LISTENERS ?? 500);
const pollsPerSecond = Number(process.env.POLLS ?? 200);
const changesPerSecond = Number(process.env.CHANGES ?? 20);
const seconds = Number(process.env.SECONDS ?? 20);

const desk = await startDeskProcesses({ worker: false, port: 39_430 });
const clips = [];
for (let i = 0; i < 50; i += 1)
  clips.push((await desk.post('clips', { url: `https://example.org/bench-${i}.mp4` })).id);
const database = new pg.Client({ connectionString: desk.ownerUrl });
await database.connect();

const committed = new Map();
const delaysMs = [];
let heard = 0;
const connections = await Promise.all(Array.from({ length: listeners }, () => listen()));
const agent = new Agent({ keepAlive: true, maxSockets: 20 });
let polled = 0;

// The first seconds warm up: /metrics forgets the lag that it has told.
await load(5);
await lag();
delaysMs.length = 0;
heard = 0;
polled = 0;
committed.clear();
await load(seconds);
await delay(1_000);
const { p50, p99, max } = await lag();
for (const connection of connections) connection.destroy();
await database.end();
agent.destroy();
await desk.stop();

console.log(
  `${listeners} listeners, ${Math.round(polled / seconds)} polls/s, ${committed.size} changes in ${seconds} s`,
);
row('event loop lag', {
  'p50 ms': p50.toFixed(1),
  'p99 ms': p99.toFixed(1),
  'max ms': max.toFixed(1),
  goal: 'p99 < 50',
});
row('commit to listener', {
  'p50 ms': percentile(delaysMs, 0.5).toFixed(1),
  'p99 ms': percentile(delaysMs, 0.99).toFixed(1),
});
row('heard', { events: heard, expected: committed.size * listeners });

async function load(forSeconds) {
  const until = Date.now() + forSeconds * 1_000;
  await Promise.all([
    every(1_000 / changesPerSecond, until, change),
    every(1_000 / pollsPerSecond, until, poll),
  ]);
}

async function every(intervalMs, until, act) {
  const running = [];
  for (let next = Date.now(); next < until; next += intervalMs) {
    const waitMs = next - Date.now();
    if (waitMs > 1) await delay(waitMs);
    running.push(act());
  }
  await Promise.all(running);
}

/** What a change of a clip's status leaves behind, without what leads to it. */
async function change() {
  const id = clips[Math.floor(Math.random() * clips.length)];
  const { rows } = await database.query(
    `with moved as (update clip set version = version + 1, updated_at = now() where id = $1 returning *),
     told as (
       insert into clip_status_event (clip_id, case_id, submitter_ids, version, status)
       select moved.id, case_id, '{}', version,
         (select jsonb_set(e.status::jsonb, '{version}', to_jsonb(moved.version))::json
          from clip_status_event e where e.clip_id = $1 order by e.id limit 1)
       from moved returning xid::text || '-' || id as event
     )
     select event, pg_notify('clip_status', $1::text) from told`,
    [id],
  );
  committed.set(rows[0].event, performance.now());
}

function poll() {
  const id = clips[polled++ % clips.length];
  return new Promise((resolve, reject) => {
    get(`${desk.url}/api/v1/clips/${id}/status`, { agent, headers: desk.headers }, (response) => {
      response.resume().on('end', resolve);
    }).on('error', reject);
  });
}

function listen() {
  return new Promise((resolve, reject) => {
    const request = get(`${desk.url}/api/v1/events`, { agent: false, headers: desk.headers }, (response) => {
      response.setEncoding('latin1').on('data', (text) => {
        const now = performance.now();
        for (const [, id] of text.matchAll(/^id: (\S+)\nevent: clip/gm)) {
          heard += 1;
          const at = committed.get(id);
          // The event may be here before the writer has heard of its own commit.
          delaysMs.push(at === undefined ? 0 : now - at);
        }
      });
      response.on('error', () => undefined);
      resolve(request);
    });
    request.on('error', reject);
  });
}

async function lag() {
  const text = await (await fetch(`${desk.url}/metrics`, { headers: desk.headers })).text();
  const of = (name) =>
    Number(new RegExp(`^nodejs_eventloop_lag_${name}_seconds (\\S+)`, 'm').exec(text)?.[1]) * 1_000;
  return { p50: of('p50'), p99: of('p99'), max: of('max') };
}
