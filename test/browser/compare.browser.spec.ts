import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { MadeMedia } from '../../src/media/testing/made-media.js';
import { openBrowser, openDesk, seriousFaults, type DeskPage } from '../support/browser.js';
import { DeskDriver } from '../support/desk.js';
import { newPerson, type Person } from '../support/person.js';

/** A recording and its mirrored, trimmed copy, made in code; captions and people are invented. */
let desk: DeskDriver;
let browser: Browser;
let media: MadeMedia;
let reviewer: Person;
let original: string;
let copy: string;
let matchId: string;

const LONG_NAME = `\u202Eelbon${' a very long caption'.repeat(18)} <b>bold</b>`;

beforeAll(async () => {
  [desk, browser, media] = await Promise.all([DeskDriver.start(), openBrowser(), MadeMedia.create()]);
  const caseId = (await desk.post<{ id: string }>('cases', { title: 'Copies (invented)' })).body.id;
  reviewer = await newPerson(desk, { caseId, role: 'reviewer', name: 'Example Reviewer' });
  const whole = await media.ffmpeg(
    'whole.mp4',
    '-f lavfi -i mandelbrot=s=480x270:r=25:maxiter=400 -t 8 -c:v libx264 -preset veryfast -pix_fmt yuv420p',
  );
  const cut = await media.ffmpeg('cut.mp4', `-ss 2 -t 4 -i ${whole} -vf hflip -c:v libx264 -crf 28 -an`);
  const upload = async (path: string, submission: object) =>
    (await desk.upload({ bytes: await readFile(path), name: 'clip.mp4' }, { caseId, ...submission })).body.id;
  original = await upload(whole, { postedAt: '2015-06-01T10:00:00Z' });
  copy = await upload(cut, {
    sensitivity: 'graphic',
    claims: { time: { statement: 'filmed in 2020', earliest: '2020-02-08T00:00:00Z' } },
  });
  for (const id of [original, copy]) await desk.ended(id);
  await desk.request('PATCH', `clips/${original}`, { title: LONG_NAME });
  const { body } = await desk.get<{ items: { id: string }[] }>(`clips/${copy}/matches`);
  matchId = body.items[0]?.id ?? '';
});
afterAll(async () => {
  await browser.close();
  await desk.stop();
  await media.remove();
});

const address = (search = '') => `/clips/${copy}/compare/${matchId}${search}`;
const shots = process.env['SHOTS'];
const shot = async (page: Page, name: string) => {
  if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
};
it('draft', async () => {
  const { page, faults, close } = await openDesk(browser, desk, reviewer.userId, { colorScheme: 'dark', language: 'ar' });
  await page.goto(address());
  await page.getByRole('toolbar').waitFor();
  await page.waitForTimeout(1000);
  await page.keyboard.press('v');
  await page.keyboard.press('s');
  await page.waitForTimeout(1000);
  await shot(page, 'ar-dark-slider');
  console.log(await seriousFaults(page), faults);
  await page.setViewportSize({width:360, height: 740});
  await page.keyboard.press('b');
  await page.waitForTimeout(500);
  await page.getByRole('slider').nth(1).fill('7000');
  await page.waitForTimeout(500);
  console.log(page.url(), await page.evaluate('document.documentElement.scrollWidth'));
  await shot(page, 'ar-dark-360');
  await close();
  const two = await openDesk(browser, desk, reviewer.userId);
  await two.page.goto(address('?view=difference&t=1500'));
  await two.page.getByRole('toolbar').waitFor();
  await two.page.keyboard.press('v');
  await two.page.waitForTimeout(1500);
  await shot(two.page, 'difference');
  console.log(await seriousFaults(two.page), two.faults);
  await two.page.goto(`/clips/${copy}`);
  await two.page.waitForTimeout(1500);
  await two.close();
});
