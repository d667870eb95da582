import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, openDesk, seriousFaults } from '../support/browser.js';
import { DeskDriver } from '../support/desk.js';
import { newPerson, type Person } from '../support/person.js';
import { ffmpegSync } from '../media/raw-frames.js';
import { numbered } from '../media/numbered-clip.js';

let desk: DeskDriver;
let browser: Browser;
let lead: Person;
let clipId: string;

beforeAll(async () => {
  [desk, browser] = await Promise.all([DeskDriver.start(), openBrowser()]);
  const { body } = await desk.post<{ id: string }>('cases', { title: 'A case' });
  lead = await newPerson(desk, { caseId: body.id, role: 'lead', name: 'Example Lead' });
  clipId = (
    await desk.upload(
      { bytes: film(), name: 'square.mp4' },
      {
        caseId: body.id,
        url: 'https://t.me/examplechannel/4711',
        sensitivity: 'graphic',
        claims: {
          location: { statement: 'the square of the example town', lat: 35.76, lon: 36.76 },
          time: { statement: 'on 9 February', earliest: '2020-02-09T00:00:00Z', timezone: 'Asia/Damascus' },
        },
      },
    )
  ).body.id;
  await desk.ended(clipId);
  await desk.request('PATCH', `clips/${clipId}`, {
    title: 'Example square, filmed from a roof',
    advanceWarning: 'A test picture, nothing else',
    tags: ['square'],
  });
});
afterAll(async () => {
  await browser.close();
  await desk.stop();
});

function film(): Buffer {
  return ffmpegSync([
    ...numbered(6),
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-g', '25'],
    ...['-movflags', 'frag_keyframe+empty_moov', '-f', 'mp4', 'pipe:1'],
  ]);
}

async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOTS'];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png` });
}

it('scratch', async () => {
  const { page, faults, close } = await openDesk(browser, desk, lead.userId);
  await page.goto(`/clips/${clipId}`);
  await page.getByRole('heading', { name: 'Example square' }).waitFor();
  await page
    .getByRole('button', { name: /^Frame at/ })
    .first()
    .waitFor();
  await page.waitForLoadState('networkidle');
  await shot(page, 'veiled');
  await page.keyboard.press('v');
  await page.locator('video').waitFor();
  await page.keyboard.press('.');
  await page.waitForLoadState('networkidle');
  await shot(page, 'shown');
  expect(await seriousFaults(page)).toEqual([]);
  expect(faults).toEqual([]);
  await close();
});
