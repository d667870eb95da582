/**
 * `npm run screenshots`: the main pages of the demo's desk, drawn by Chromium into docs/images. It needs a built desk
 * (`npm run build`), ffmpeg and Chromium (`CHROMIUM_PATH`, or on `PATH`); words after it choose images by their names.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { Desk } from './demo/desk.mjs';
import { runDemo } from './demo/demo.mjs';
import { inProject, projectNode, withProjectNode } from './lib/project.mjs';
import { runMain, SetupError } from './lib/report.mjs';
import { findPages } from './screenshots/pages.mjs';

const IMAGES = inProject('docs/images');
const MAX_BYTES = 300_000;
const IS_SETTLED = `document.querySelector('h1') !== null &&
  document.querySelector('.mantine-Skeleton-root, .mantine-Loader-root') === null &&
  [...document.images].every((image) => image.complete || image.loading === 'lazy')`;
const NEW_PERSON = {
  email: 'dana.invented@example.org',
  name: 'Dana Invented',
  password: 'an invented password',
};

await runMain(async () => {
  const wanted = process.argv.slice(2);
  mkdirSync(IMAGES, { recursive: true });
  let failure;
  const code = await runDemo(async (settings) => {
    const port = await freePort();
    const desk = startDesk({ ...settings, PORT: String(port) });
    try {
      await draw(`http://127.0.0.1:${port}`, settings.DATA_DIR, wanted, desk.hasEnded);
    } catch (error) {
      failure = error;
    }
    return desk.stop();
  });
  if (failure !== undefined) throw failure;
  return code;
});

function startDesk(settings) {
  const child = spawn(projectNode, [inProject('dist/src/desk.js')], {
    env: { ...withProjectNode(), LOG_LEVEL: 'warn', ...settings },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
  return {
    hasEnded: () => child.exitCode !== null,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

async function draw(url, dataDir, wanted, hasEnded) {
  const desk = new Desk(url, AbortSignal.timeout(300_000));
  const token = await adminToken(dataDir, hasEnded);
  const clips = await reviewedClips(desk, token);
  const { userId, caseId } = await addPerson(desk, token);
  await desk.patch(`/clips/${clips.disputed.id}`, token, { assigneeId: userId });
  await desk.patch(`/clips/${clips.refuted.id}`, token, {
    sensitivity: 'graphic',
  });
  const wall = await desk.post('/tokens', token, { name: 'wall screen', scope: 'dashboard' });
  const pages = await findPages(desk, token, { clips, caseId, wallToken: wall.token });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--mute-audio', '--enable-unsafe-swiftshader'],
  });
  try {
    for (const look of ['en-light', 'en-dark', 'ar-light', 'ar-dark']) {
      const chosen = pages.filter(
        ({ name, looks }) => looks.includes(look) && isWanted(`${name}-${look}`, wanted),
      );
      if (chosen.length > 0) await drawLook(browser, url, look, chosen);
    }
  } finally {
    await browser.close();
  }
}

function isWanted(name, wanted) {
  return wanted.length === 0 || wanted.some((word) => name.includes(word));
}

async function drawLook(browser, url, look, pages) {
  const [language, colorScheme] = look.split('-');
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: 1280, height: 800 },
    colorScheme,
    reducedMotion: 'reduce',
    timezoneId: 'Europe/Berlin',
  });
  await context.addInitScript(`localStorage.setItem('sightline.language', '${language}')`);
  await context.addInitScript(`localStorage.setItem('mantine-color-scheme-value', '${colorScheme}')`);
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.locator('input[autocomplete="username"], input[type="email"]').first().fill(NEW_PERSON.email);
  await page.locator('input[type="password"]').fill(NEW_PERSON.password);
  await page.keyboard.press('Enter');
  await page.waitForURL(/inbox/);
  for (const { name, address, act, waitMs = 0 } of pages) {
    try {
      await page.goto(address);
      await settled(page);
      await act?.(page);
      await settled(page);
      await delay(waitMs);
    } catch (error) {
      throw new Error(`${name}-${look}: ${error.message}`, { cause: error });
    }
    await save(page, `${name}-${look}`);
  }
  await context.close();
}

/** Nothing loads any more, every picture is there, and no placeholder is left. */
async function settled(page) {
  await page.waitForLoadState('load');
  // Server-sent events keep the network busy for ever, and the page's policy forbids `waitForFunction` its eval.
  for (let tries = 0; !(await page.evaluate(IS_SETTLED)); tries += 1) {
    if (tries > 75) return console.warn(`${new URL(page.url()).pathname} is still loading after 15 seconds.`);
    await delay(200);
  }
  await delay(600);
}

/** As a PNG, or as a JPEG where that is too large for a README. */
async function save(page, name) {
  const file = path.join(IMAGES, `${name}.png`);
  const png = await page.screenshot();
  if (png.length <= MAX_BYTES) {
    writeFileSync(file, png);
  } else {
    await page.screenshot({ path: file.replace(/png$/, 'jpg'), type: 'jpeg', quality: 82 });
    if (statSync(file, { throwIfNoEntry: false }) !== undefined) unlinkSync(file);
  }
  console.log(`${name}: ${Math.round(png.length / 1000)} kB`);
}

async function adminToken(dataDir, hasEnded) {
  for (;;) {
    if (hasEnded()) throw new SetupError('the desk ended before it was up: see its lines above.');
    try {
      return readFileSync(path.join(dataDir, 'admin-token'), 'utf8').trim();
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
      await delay(200);
    }
  }
}

/** The demo's people have judged when one clip of each outcome is there. */
async function reviewedClips(desk, token) {
  for (;;) {
    const { items } = await desk.get('/clips', token);
    const one = (verification) => items.find((clip) => clip.verification === verification);
    const clips = { verified: one('verified'), refuted: one('refuted'), disputed: one('disputed') };
    if (Object.values(clips).every((clip) => clip !== undefined)) return clips;
    await delay(500);
  }
}

async function addPerson(desk, token) {
  const { id: userId } = await desk.post('/users', token, NEW_PERSON);
  const caseId = (await desk.get('/cases', token)).items.find(({ inbox }) => inbox).id;
  await desk.post(`/cases/${caseId}/members`, token, { userId, role: 'lead' });
  return { userId, caseId };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
