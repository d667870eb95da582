/**
 * The list of clips in Chromium, on a desk with 100,000 clips (`archive-data.mjs`): how long frames take while somebody scrolls
 * through it, by the wheel and by keys held down, and how long a clip takes to open from it.
 *
 *   node bench/scroll.bench.mjs [--clips 100000] [--seconds 20] [--opens 20]
 *
 * The first row is the same machine with nothing to do: where that has frames over 50 ms, the others say little, and the CPU time
 * of the page's thread for each frame says more. A frame is the time between two calls of requestAnimationFrame; without other work they come every 16.7 ms. A clip is open when
 * its own heading or title stands on its page. With ARCHIVE_DIR the data folder stays there, as for archive.bench.mjs, and
 * SIGHTLINE_SESSION (a file with `url` and `secret`) measures a desk that runs already. `load` is the machine's.
 */
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { chromium } from 'playwright-core';
import { hashSecret } from '../dist/src/identity/credential.js';
import { newId } from '../dist/src/shared/ids.js';
import { fillArchive } from './archive-data.mjs';
import { startDeskProcesses } from './desk-processes.mjs';
import { percentile, row } from './report.mjs';

const clips = option('--clips', 100_000);
const seconds = option('--seconds', 20);
const opens = option('--opens', 20);

const given = process.env.SIGHTLINE_SESSION;
const desk =
  given === undefined
    ? await ownDesk()
    : { ...JSON.parse(readFileSync(given, 'utf8')), stop: async () => {} };
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--enable-precise-memory-info'],
});
try {
  const context = await browser.newContext({ baseURL: desk.url, viewport: { width: 1280, height: 800 } });
  await context.addCookies([
    { name: 'sightline_session', value: desk.secret, url: desk.url, httpOnly: true, sameSite: 'Strict' },
  ]);
  const page = await context.newPage();
  console.log(`\nload ${loadavg()[0].toFixed(1)}; milliseconds`);
  await page.goto('/clips');
  await page.getByRole('grid').waitFor();
  await page.getByRole('link', { name: /\w/ }).first().waitFor();
  const cpu = await context.newCDPSession(page);
  await cpu.send('Performance.enable', { timeDomain: 'threadTicks' });
  await frames(page, cpu, 'nothing but the clock', (untilMs) => page.waitForTimeout(untilMs - Date.now()));
  await frames(page, cpu, 'wheel', async (untilMs) => {
    await page.mouse.move(640, 600);
    while (Date.now() < untilMs) {
      await page.mouse.wheel(0, 300);
      await page.evaluate('new Promise(requestAnimationFrame)');
    }
  });
  await page.evaluate('scrollTo(0, 0)');
  await frames(page, cpu, 'arrow key held down', async (untilMs) => {
    await page.getByRole('grid').focus();
    while (Date.now() < untilMs) await page.keyboard.press('ArrowDown');
  });
  await opening(page);
} finally {
  await browser.close();
  await desk.stop();
}

async function frames(page, cpu, name, act) {
  const before = await taskSeconds(cpu);
  await page.evaluate(`window.__frames = []; window.__stop = false; {
    let before = performance.now();
    const tick = (now) => { window.__frames.push(now - before); before = now; if (!window.__stop) requestAnimationFrame(tick); };
    requestAnimationFrame(tick);
  }`);
  await browser.startTracing(page, { categories: ['disabled-by-default-devtools.timeline', 'toplevel'] });
  await act(Date.now() + seconds * 1000);
  const longest = longestTaskMs(await browser.stopTracing());
  const found =
    await page.evaluate(`(() => { window.__stop = true; const grid = document.querySelector('[role=grid]');
    const indices = [...grid.querySelectorAll('[aria-rowindex]')].map((each) => Number(each.getAttribute('aria-rowindex')));
    return { deltas: window.__frames.slice(1), reached: Math.max(...indices) - 1,
      elements: grid.querySelectorAll('*').length, heapMb: Math.round(performance.memory.usedJSHeapSize / 1e6) }; })()`);
  const { deltas, reached, elements, heapMb } = found;
  const cpuMs = ((await taskSeconds(cpu)) - before) * 1000;
  row(name, {
    frames: deltas.length,
    p50: percentile(deltas, 0.5).toFixed(1),
    p95: percentile(deltas, 0.95).toFixed(1),
    max: Math.max(...deltas).toFixed(1),
    'over 50 ms': deltas.filter((each) => each > 50).length,
    'longest task, CPU': longest.toFixed(1),
    'CPU a frame': (cpuMs / deltas.length).toFixed(1),
    reached,
    elements,
    heapMb,
    load: loadavg()[0].toFixed(1),
    goal: 'none over 50',
  });
}

/** The most CPU time that one task of the page's thread took: what a frame waits for, whatever else the machine does. */
function longestTaskMs(trace) {
  const { traceEvents } = JSON.parse(trace.toString());
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = traceEvents.filter(
    ({ name, pid, tid, tdur }) =>
      name.endsWith('RunTask') && tdur !== undefined && mains.has(`${pid} ${tid}`),
  );
  return tasks.reduce((most, { tdur }) => Math.max(most, tdur / 1000), 0);
}

/** CPU time of the page's own thread. */
async function taskSeconds(cpu) {
  const { metrics } = await cpu.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value;
}

async function opening(page) {
  const times = { mouse: [], key: [] };
  for (let at = 0; at < opens; at += 1) {
    await page.goto('/clips');
    const link = page
      .getByRole('grid')
      .getByRole('link')
      .nth(at % 10);
    await link.waitFor();
    const way = at % 2 === 0 ? 'mouse' : 'key';
    if (way === 'mouse') await link.hover();
    else {
      await page.getByRole('grid').focus();
      for (let step = 0; step <= at % 10; step += 1) await page.keyboard.press('j');
    }
    // What a hand takes between coming to a row and opening it.
    await page.waitForTimeout(250);
    // Within the page: a driver's own round trips are not the reader's time.
    await page.evaluate(`window.__opened = new Promise((resolve) => {
      addEventListener('${way === 'mouse' ? 'click' : 'keydown'}', () => {
        const from = performance.now();
        const look = () => (/^.clips.[0-9a-f-]{36}/.test(location.pathname) && document.querySelector('main h1') !== null
          ? requestAnimationFrame(() => resolve(performance.now() - from)) : requestAnimationFrame(look));
        look();
      }, { once: true, capture: true });
    }); undefined`);
    if (way === 'mouse') await link.click();
    else await page.keyboard.press('o');
    times[way].push(await page.evaluate('window.__opened'));
  }
  for (const [way, found] of Object.entries(times))
    row(`opening a clip, ${way}`, {
      p50: percentile(found, 0.5).toFixed(0),
      p95: percentile(found, 0.95).toFixed(0),
      max: Math.max(...found).toFixed(0),
      goal: '< 300',
    });
}

async function ownDesk() {
  const keptDir = process.env.ARCHIVE_DIR;
  if (keptDir !== undefined) await mkdir(keptDir, { recursive: true });
  const started = await startDeskProcesses({ worker: false, keptDir });
  const notes = keptDir === undefined ? undefined : join(keptDir, 'archive.json');
  const archive =
    notes !== undefined && existsSync(notes)
      ? JSON.parse(readFileSync(notes, 'utf8'))
      : await fillArchive({ ownerUrl: started.ownerUrl, clips, log: console.log });
  if (notes !== undefined) await writeFile(notes, JSON.stringify(archive), { mode: 0o600 });
  const secret = randomBytes(32).toString('base64url');
  const client = new pg.Client({ connectionString: started.ownerUrl });
  await client.connect();
  await client.query(
    `insert into user_session (id, user_id, secret_hash, method, expires_at)
     select $1, user_id, $2, 'password', now() + interval '1 day' from case_member where role = 'lead' and case_id = $3 limit 1`,
    [newId(), hashSecret(secret), archive.cases[0]],
  );
  await client.end();
  return { url: started.url, secret, stop: started.stop };
}

function option(name, fallback) {
  const at = process.argv.indexOf(name);
  return at === -1 ? fallback : Number(process.argv[at + 1]);
}
