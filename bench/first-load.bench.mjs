/**
 * First load of the desk in the browser, cold cache, on Chromium's "Fast 3G" (1.44 Mbit/s down, 675 kbit/s up, 562.5 ms per round trip):
 * from navigation to a list with its rows, and what was sent for it. `ROUNDS` (5), CHROMIUM_PATH (found on PATH).
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { startDeskProcesses } from './desk-processes.mjs';

const ROUNDS = Number(process.env.ROUNDS ?? 5);
const FAST_3G = { offline: false, downloadThroughput: 180_000, uploadThroughput: 84_375, latency: 562.5 };
const CLIPS = 50;
/** What somebody can begin to work with: a row of the list itself, not its heading. */
const PAGES = [
  ['/inbox', 'main li a'],
  ['/clips', '[role=grid] [role=row] a'],
];

const desk = await startDeskProcesses({ worker: false });
const browser = await chromium.launch({
  executablePath:
    process.env.CHROMIUM_PATH ?? execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim(),
  args: ['--no-sandbox', '--disable-dev-shm-usage'],
});
try {
  for (let i = 0; i < CLIPS; i++) {
    const claims = { location: { statement: `street ${i} of an invented town` } };
    await desk.post('clips', { url: `https://example.org/clip-${i}.mp4`, claims });
  }
  const storageState = await signedIn();
  console.log(`load ${loadavg()[0].toFixed(1)}`);
  for (const [path, rows] of PAGES) {
    const rounds = [];
    for (let round = 0; round <= ROUNDS; round++) rounds.push(await load(path, rows, storageState));
    // The first one warms the server.
    report(path, rounds.slice(1));
  }
  console.log(`load ${loadavg()[0].toFixed(1)}`);
} finally {
  await browser.close();
  await desk.stop();
}

async function signedIn() {
  const link = readFileSync(join(desk.dataDir, 'setup-link'), 'utf8').trim();
  const context = await browser.newContext({ baseURL: desk.url });
  const body = {
    token: link.split('token=')[1],
    password: 'a long example of a password',
    email: 'lead@example.org',
    name: 'Example Lead',
  };
  const answer = await context.request.post('/api/v1/setup', { data: body });
  if (!answer.ok()) throw new Error(`setting up answered ${answer.status()}: ${await answer.text()}`);
  const state = await context.storageState();
  await context.close();
  return state;
}

async function load(path, rows, storageState) {
  const context = await browser.newContext({ baseURL: desk.url, storageState });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', FAST_3G);
  const kinds = new Map();
  const requests = new Map();
  let scripts = 0;
  session.on('Network.responseReceived', ({ requestId, type, response }) =>
    requests.set(requestId, { type, url: response.url }),
  );
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const { type, url } = requests.get(requestId) ?? {};
    const kind = url?.includes('/api/') ? 'API' : type;
    kinds.set(kind, (kinds.get(kind) ?? 0) + encodedDataLength);
    if (kind === 'Script') scripts += 1;
  });
  const began = performance.now();
  await page.goto(path, { waitUntil: 'commit' });
  await page.locator(rows).first().waitFor();
  const ms = performance.now() - began;
  await context.close();
  return { ms, kinds, scripts };
}

function report(path, rounds) {
  const times = rounds.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const kb = [...rounds[0].kinds]
    .map(([kind, bytes]) => `${kind} ${(bytes / 1000).toFixed(0)} kB`)
    .join(', ');
  console.log(
    `${path}: rows after ${(times[Math.floor(times.length / 2)] / 1000).toFixed(2)} s (median of ${times.length}, worst ${(times.at(-1) / 1000).toFixed(2)} s); ${kb}; ${rounds[0].scripts} scripts`,
  );
}
