/**
 * What the desk adds to a clip's way. (a) Submission to the worker's start of `acquire`, on an idle desk, one at a time, by
 * the database's clock: from the custody event `clip.submitted`, which is the last thing before the commit, and from the
 * beginning of the submission's transaction, to `startedAt` of the part. (b) A 20 s 720p clip from a local server:
 * submission to `complete`, against the time of its plain decode and download. PostgreSQL durable, as in production.
 */
import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import { createReadStream, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { promisify } from 'node:util';
import { startDeskProcesses } from './desk-processes.mjs';
import { median, percentile, row } from './report.mjs';

const run = promisify(execFile);
const submissions = Number(process.env.SUBMISSIONS ?? 40);
const clips = Number(process.env.CLIPS ?? 5);

const folder = await mkdtemp(join(tmpdir(), 'sightline-bench-clip-'));
const files = [];
for (let i = 0; i < clips; i += 1) {
  const file = join(folder, `clip-${i}.mp4`);
  // Different noise in each, so that no result of an earlier clip is taken again.
  await run('ffmpeg', [
    ...[
      '-v',
      'error',
      '-f',
      'lavfi',
      '-i',
      'testsrc2=s=1280x720:r=30:d=20',
      '-vf',
      `noise=alls=6:all_seed=${i + 1}`,
    ],
    ...['-c:v', 'libx264', '-preset', 'fast', '-crf', '24', '-pix_fmt', 'yuv420p', file],
  ]);
  files.push(file);
}
const server = createServer((request, response) => {
  const index = Number(/clip-(\d+)/.exec(request.url)?.[1]);
  response.writeHead(200, { 'content-type': 'video/mp4', 'content-length': statSync(files[index]).size });
  createReadStream(files[index]).pipe(response);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${server.address().port}`;
const desk = await startDeskProcesses({ env: { EGRESS_ALLOW: `127.0.0.1:${server.address().port}` } });

try {
  const delays = [];
  const wholes = [];
  for (let i = 0; i < submissions; i += 1) {
    const clip = await desk.post('clips', { url: `http://10.255.255.1/${i}.mp4` });
    const status = await ended(clip.id);
    const startedMs = Date.parse(status.processing.parts[0].startedAt);
    const { items } = await desk.get(`clips/${clip.id}/custody`);
    delays.push(startedMs - Date.parse(items[0].at));
    wholes.push(startedMs - Date.parse(clip.submissions[0].submittedAt));
  }
  const decodes = [];
  const totals = [];
  for (let i = 0; i < clips; i += 1) {
    const began = performance.now();
    await run('ffmpeg', ['-v', 'error', '-threads', '2', '-i', files[i], '-map', '0:v', '-f', 'null', '-']);
    decodes.push(performance.now() - began);
    const submitted = performance.now();
    const clip = await desk.post('clips', { url: `${origin}/clip-${i}.mp4` });
    const status = await ended(clip.id);
    if (status.processing.state !== 'complete') throw new Error(JSON.stringify(status.processing));
    totals.push(performance.now() - submitted);
  }
  console.log('the way of a clip');
  row('submit to worker start', {
    'p50 ms': percentile(delays, 0.5),
    'p95 ms': percentile(delays, 0.95),
    goal: 'p95 <= 10 ms',
  });
  row('its transaction included', { 'p50 ms': percentile(wholes, 0.5), 'p95 ms': percentile(wholes, 0.95) });
  row('20 s 720p clip to complete', {
    'median ms': Math.round(median(totals)),
    'plain decode ms': Math.round(median(decodes)),
    'overhead ms': Math.round(median(totals.map((total, i) => total - decodes[i]))),
    goal: '< 3000 ms, overhead < 500 ms',
  });
} finally {
  await desk.stop();
  server.close();
  await rm(folder, { recursive: true, force: true });
}

async function ended(id) {
  let etag = '';
  for (;;) {
    const answer = await fetch(`${desk.url}/api/v1/clips/${id}/status?wait=20`, {
      headers: { ...desk.headers, 'if-none-match': etag },
    });
    etag = answer.headers.get('etag');
    if (answer.status === 304) continue;
    const status = await answer.json();
    if (!['queued', 'running'].includes(status.processing.state)) return status;
  }
}
