import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { MadeMedia } from '../../src/media/testing/made-media.js';
import { openBrowser, openDesk, seriousFaults, untilInPage } from '../support/browser.js';
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
const times = async (page: Page): Promise<readonly number[]> =>
  Promise.all(
    ['Time in this clip', 'Time in the other clip'].map(async (name) =>
      Number(await page.getByRole('slider', { name }).inputValue()),
    ),
  );
it('two clips are locked by their aligned stretch, mirrored as the match is; each is unveiled for itself', async () => {
  expect(matchId).not.toBe('');
  const { page, faults, close } = await openDesk(browser, desk, reviewer.userId);
  const asked: string[] = [];
  page.on('request', (request) =>
    asked.push(new URL(request.url()).pathname + new URL(request.url()).search),
  );
  await page.goto(address());
  const stage = page.getByRole('group', { name: 'Side by side' });
  await stage.locator('video').waitFor();
  await stage.getByRole('img').first().waitFor();
  // The copy is graphic: its veiled keyframe and nothing else of it was asked for; the original is not.
  expect(await stage.locator('video').count()).toBe(1);
  expect(asked.filter((url) => url.includes(`${copy}/original`) || url.includes('veil=0'))).toEqual([]);
  expect(await stage.locator('[data-mirrored=true]').count()).toBe(1);
  expect(await seriousFaults(page)).toEqual([]);

  await page.getByRole('button', { name: 'Show it (v)' }).click();
  await stage.locator('video').nth(1).waitFor();
  await page.getByRole('slider', { name: 'Time in this clip' }).fill('1000');
  const [here = 0, there = 0] = await times(page);
  expect(Math.abs(there - here - 2_000)).toBeLessThan(200);
  await page.waitForURL(/[?&]t=1000/);
  await page.getByRole('button', { name: 'One frame on' }).click();
  await page.waitForURL(/[?&]t=1060/);
  const [after = 0, otherAfter = 0] = await times(page);
  expect(otherAfter - there).toBeGreaterThanOrEqual(40);
  expect(after).toBeGreaterThan(here);
  await page.getByRole('slider', { name: 'Time in the other clip' }).fill('7000');
  await stage.getByText('No counterpart here').waitFor();
  await page.waitForURL(/[?&]ot=7000/);
  await page.getByRole('switch', { name: 'Mirror the other clip' }).click({ force: true });
  await page.waitForURL(/mirror=0/);
  expect(await stage.locator('[data-mirrored=true]').count()).toBe(0);
  expect(faults).toEqual([]);
  await close();
});

it('by keyboard alone: every view, both playing in step, and a decision that is not laid over a newer one', async () => {
  const { page, faults, close } = await openDesk(browser, desk, reviewer.userId);
  await page.goto(address('?t=500'));
  const key = async (...keys: string[]) => {
    for (const one of keys) await page.keyboard.press(one);
  };
  const view = (name: string) => page.getByRole('group', { name });
  await view('Side by side').locator('video').waitFor();
  await key('v');
  await view('Side by side').locator('video').nth(1).waitFor();
  await key('f');
  await view('Flicker').and(page.locator('[data-shown=this]')).waitFor();
  await key('f');
  await page.getByText('The other clip is shown.').waitFor();
  await key('d');
  await view('Difference').waitFor();
  await key('s');
  await page.getByRole('slider', { name: 'How much of this clip is shown' }).waitFor();
  await key('1');
  await page.waitForURL(/[?&]t=0/);
  await key('Space');
  await page.getByRole('button', { name: 'Pause' }).waitFor();
  await untilInPage(page, `[...document.querySelectorAll('video')].every((video) => !video.paused)`);
  await untilInPage(page, `document.querySelector('video').currentTime > 0.2`);
  await key('Space');
  await page.getByRole('button', { name: 'Play both' }).waitFor();
  const [here = 0, there = 0] = await times(page);
  expect(Math.abs(there - here - 2_000)).toBeLessThan(200);

  await key('n');
  await page.keyboard.type('not alike (invented)');
  // Meanwhile somebody else decides.
  await desk.post(`matches/${matchId}/decision`, {
    state: 'confirmed',
    rationale: 'the same branch (invented)',
  });
  await page.getByText('the same branch (invented)').waitFor();
  await desk.asOwner('update clip_match set version = version + 1 where id = $1', [matchId]);
  await key('Tab', 'Enter');
  await page.getByRole('alert').getByText('Somebody else has changed this meanwhile').waitFor();
  expect(await page.getByRole('textbox', { name: 'Reasons' }).inputValue()).toBe('not alike (invented)');
  await page.getByRole('button', { name: 'Record the decision' }).press('Enter');
  await page.locator('section [data-state=rejected]').waitFor();
  expect(faults).toEqual([]);
  await close();
});

it('in Arabic, dark and on a narrow screen it stays whole', async () => {
  const { page, faults, close } = await openDesk(browser, desk, reviewer.userId, {
    language: 'ar',
    colorScheme: 'dark',
  });
  await page.goto(address('?view=slider&t=900'));
  await page.getByRole('slider').nth(2).waitFor();
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
  expect(await seriousFaults(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  await untilInPage(page, 'document.documentElement.scrollWidth === 360');
  expect(faults).toEqual([]);
  await close();
});

it('topics of one’s own veil a clip behind a second question', async () => {
  const { page, faults, close } = await openDesk(browser, desk, reviewer.userId);
  await page.goto('/account');
  await page.getByRole('combobox', { name: 'Topics, as the desk tags them' }).fill('Fractals');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved.').waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await seriousFaults(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  await untilInPage(page, 'document.documentElement.scrollWidth === 360');
  await page.setViewportSize({ width: 1280, height: 800 });

  await desk.request('PATCH', `clips/${original}`, { tags: ['fractals'] });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(address());
  await page.getByText('you asked not to be given this').waitFor();
  await page.keyboard.press('Shift+V');
  const question = page.getByRole('dialog', { name: 'You asked not to be given this' });
  await question.waitFor();
  expect(asked.filter((url) => /original$|veil=0/.test(url))).toEqual([]);
  await question.getByRole('button', { name: 'Show it all the same' }).click();
  await page.locator('video').waitFor();
  expect(faults).toEqual([]);
  await close();
});
