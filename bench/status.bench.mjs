/**
 * `GET /clips/:id/status` with a token, for 200 and for 304, against a bare Fastify route that answers the same bytes,
 * in turn within one run: server pinned to core 0, wrk (Debian) with 64 connections on core 1.
 * Needs wrk and taskset. ROUNDS and SECONDS may be set.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { spawn } from 'node:child_process';
import { startDeskProcesses } from './desk-processes.mjs';
import { median, row } from './report.mjs';

const run = promisify(execFile);
const rounds = Number(process.env.ROUNDS ?? 3);
const seconds = Number(process.env.SECONDS ?? 5);

const desk = await startDeskProcesses({ worker: false, apiCore: 0 });
const clip = await desk.post('clips', { url: 'https://example.org/bench.mp4' });
const status = await fetch(`${desk.url}/api/v1/clips/${clip.id}/status`, { headers: desk.headers });
const [body, etag] = [await status.text(), status.headers.get('etag')];

const barePort = 39_401;
const bare = spawn(
  'taskset',
  [
    '-c',
    '0',
    process.execPath,
    new URL('./bare-fastify.mjs', import.meta.url).pathname,
    String(barePort),
    body,
    etag,
  ],
  {
    stdio: ['ignore', 'pipe', 'inherit'],
  },
);
await new Promise((resolve) => bare.stdout.once('data', resolve));

/** @type {Record<string, [string, string[]]>} */
const targets = {
  'bare 200': [`http://127.0.0.1:${barePort}/status`, []],
  'desk 200': [
    `${desk.url}/api/v1/clips/${clip.id}/status`,
    ['-H', `Authorization: ${desk.headers.authorization}`],
  ],
  'bare 304': [`http://127.0.0.1:${barePort}/status`, ['-H', `If-None-Match: ${etag}`]],
  'desk 304': [
    `${desk.url}/api/v1/clips/${clip.id}/status`,
    ['-H', `Authorization: ${desk.headers.authorization}`, '-H', `If-None-Match: ${etag}`],
  ],
};
const seen = Object.fromEntries(Object.keys(targets).map((name) => [name, []]));
try {
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, [url, headers]] of Object.entries(targets)) {
      const { stdout } = await run('taskset', [
        '-c',
        '1',
        'wrk',
        '-t1',
        '-c64',
        `-d${round === 0 ? 2 : seconds}`,
        '--latency',
        ...headers,
        url,
      ]);
      const perSecond = Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]);
      const p99 = milliseconds(/99%\s+([\d.]+)(us|ms|s)/.exec(stdout));
      // The first round warms the compilers up and is not counted.
      if (round > 0) seen[name].push({ perSecond, p99 });
    }
  }
} finally {
  bare.kill('SIGKILL');
  await desk.stop();
}

console.log(`status, ${body.length} bytes, ${rounds} rounds of ${seconds} s, 64 connections, one core`);
for (const [name, results] of Object.entries(seen)) {
  row(name, {
    'requests/s': Math.round(median(results.map(({ perSecond }) => perSecond))),
    'p99 ms': median(results.map(({ p99 }) => p99)).toFixed(1),
  });
}
for (const kind of ['200', '304']) {
  const ratios = seen[`desk ${kind}`].map(
    ({ perSecond }, i) => perSecond / seen[`bare ${kind}`][i].perSecond,
  );
  row(`desk / bare, ${kind}`, { median: median(ratios).toFixed(2), goal: '>= 0.45' });
}

function milliseconds(match) {
  if (match === null) return Number.NaN;
  return Number(match[1]) * { us: 0.001, ms: 1, s: 1000 }[match[2]];
}
