/**
 * 500 listeners on `GET /events` and 200 status polls a second on one API process, while 20 clips a second change. Measured:
 * the event loop's lag inside the API (perf_hooks `monitorEventLoopDelay`, as /metrics exports it), the API's CPU time, and for
 * every event and listener the time from the change's commit to its arrival; after the last change it is waited until every
 * listener has heard of everything, at most 15 s. Who listens and polls is a process of its own (`events-audience.mjs`); it,
 * writer, API and database share the machine. LISTENERS, POLLS, CHANGES, SECONDS, PORT may be set.
 */
import { fork } from 'node:child_process';
import { loadavg } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { startDeskProcesses } from './desk-processes.mjs';
import { percentile, row } from './report.mjs';

const listeners = Number(process.env.LISTENERS ?? 500);
const pollsPerSecond = Number(process.env.POLLS ?? 200);
const changesPerSecond = Number(process.env.CHANGES ?? 20);
const seconds = Number(process.env.SECONDS ?? 20);
const MOST_WAITED_MS = 15_000;

const profile = process.env.PROFILE;
const desk = await startDeskProcesses({
  worker: false,
  port: Number(process.env.PORT ?? 39_430),
  env: profile === undefined ? {} : { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${profile}` },
});
const clips = [];
for (let i = 0; i < 50; i += 1)
  clips.push((await desk.post('clips', { url: `https://example.org/bench-${i}.mp4` })).id);
const database = new pg.Client({ connectionString: desk.ownerUrl });
await database.connect();
const { url, headers } = desk;
// What the machine alone makes of an API that does nothing.
await metrics();
await delay(5_000);
const idle = await metrics();
const audience = fork(new URL('./events-audience.mjs', import.meta.url), {
  env: {
    PATH: process.env.PATH,
    AUDIENCE: JSON.stringify({ url, headers, clips, listeners, pollsPerSecond }),
  },
});
await told('ready');

const committed = new Map();
// The first seconds warm up: /metrics forgets the lag that it has told.
await load(5);
await untilHeard();
committed.clear();
audience.send({ forget: true });
const before = await metrics();
const polled = await load(seconds);
const after = await metrics();
const { arrivals, repeated, waitedMs } = await untilHeard();
audience.send({ end: true });
await database.end();
await desk.stop();

const delaysMs = [...committed].flatMap(([id, at]) => (arrivals.get(id) ?? []).map((heard) => heard - at));
const expected = committed.size * listeners;
console.log(
  `${listeners} listeners, ${Math.round(polled)} polls/s, ${committed.size} changes in ${seconds} s, load ${loadavg()[0].toFixed(1)}`,
);
row('lag before, idle', { 'p50 ms': idle.p50.toFixed(1), 'p99 ms': idle.p99.toFixed(1) });
row('event loop lag', {
  'p50 ms': after.p50.toFixed(1),
  'p90 ms': after.p90.toFixed(1),
  'p99 ms': after.p99.toFixed(1),
  'max ms': after.max.toFixed(1),
  goal: 'p99 < 50',
});
row('CPU of the API', { '% of a core': (((after.cpu - before.cpu) / seconds) * 100).toFixed(1) });
row('commit to listener', {
  'p50 ms': percentile(delaysMs, 0.5).toFixed(1),
  'p99 ms': percentile(delaysMs, 0.99).toFixed(1),
  'max ms': percentile(delaysMs, 1).toFixed(1),
});
row('heard', { events: delaysMs.length, expected, repeated, 'waited for ms': waitedMs.toFixed(0) });
if (delaysMs.length !== expected || repeated > 0) process.exitCode = 1;

async function load(forSeconds) {
  audience.send({ poll: forSeconds });
  const polling = told('polled');
  const until = Date.now() + forSeconds * 1_000;
  const running = [];
  for (let next = Date.now(); next < until; next += 1_000 / changesPerSecond) {
    const waitMs = next - Date.now();
    if (waitMs > 1) await delay(waitMs);
    running.push(change());
  }
  await Promise.all(running);
  return (await polling).polled;
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
  committed.set(rows[0].event, performance.timeOrigin + performance.now());
}

async function untilHeard() {
  const from = performance.now();
  for (;;) {
    audience.send({ report: true });
    const report = await told('arrivals');
    const heard = new Map(report.arrivals);
    const elapsedMs = performance.now() - from;
    const all = [...committed.keys()].every((id) => heard.get(id)?.length === listeners);
    if (all || elapsedMs > MOST_WAITED_MS)
      return { arrivals: heard, repeated: report.repeated, waitedMs: elapsedMs };
    await delay(200);
  }
}

function told(what) {
  return new Promise((resolve, reject) => {
    const look = (message) => {
      if (!(what in message)) return;
      audience.off('message', look).off('exit', died);
      resolve(message);
    };
    const died = () => reject(new Error('the audience has ended'));
    audience.on('message', look).once('exit', died);
  });
}

async function metrics() {
  const text = await (await fetch(`${desk.url}/metrics`, { headers })).text();
  const of = (name) => Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1]);
  const lag = (name) => of(`nodejs_eventloop_lag_${name}_seconds`) * 1_000;
  return {
    p50: lag('p50'),
    p90: lag('p90'),
    p99: lag('p99'),
    max: lag('max'),
    cpu: of('process_cpu_seconds_total'),
  };
}
