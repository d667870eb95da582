import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { numbered } from '../media/numbered-clip.js';
import { ffmpegSync } from '../media/raw-frames.js';
import { openBrowser, openDesk, seriousFaults } from '../support/browser.js';
import { DeskDriver } from '../support/desk.js';
import { newPerson, type Person } from '../support/person.js';

const WARNING = 'A test picture, nothing else';
/** Everything that breaks layouts: long, unbroken, marked up, turned round. */
const NASTY = `<b>${'unbroken'.repeat(45)}</b> \u202Egnp.elif`;

let desk: DeskDriver;
let browser: Browser;
let lead: Person;
let film: string;
let failed: string;

beforeAll(async () => {
  [desk, browser] = await Promise.all([DeskDriver.start(), openBrowser()]);
  const { body } = await desk.post<{ id: string }>('cases', { title: 'An example case' });
  lead = await newPerson(desk, { caseId: body.id, role: 'lead', name: 'Example Lead' });
  const upload = async (bytes: Buffer | string, name: string, more: object) => {
    const made = await desk.upload({ bytes, name }, { caseId: body.id, ...more });
    await desk.ended(made.body.id);
    return made.body.id;
  };
  const location = { statement: 'the square of the example town', lat: 35.76, lon: 36.76 };
  const time = { statement: 'on 9 February', earliest: '2020-02-09T00:00:00Z' };
  [film, failed] = await Promise.all([
    upload(threeScenes(), 'square.mp4', {
      url: 'https://t.me/examplechannel/4711',
      sensitivity: 'graphic',
      postedAt: '2020-02-09T14:03:00Z',
      claims: { location, time },
    }),
    upload('no media', 'broken.mp4', {}),
  ]);
  await desk.request('PATCH', `clips/${film}`, { title: 'Example square', advanceWarning: WARNING });
  await desk.request('PATCH', `clips/${failed}`, { title: NASTY, tags: [NASTY.slice(0, 90)] });
  await desk.post(`clips/${film}/sensitive-ranges`, {
    startMs: 3900,
    endMs: 4500,
    sensitivity: 'graphic',
    warning: 'The lower half turns black',
  });
});
afterAll(async () => {
  await browser.close();
  await desk.stop();
});

/** Six seconds of numbered pictures whose lower half changes at 2 and 4 s: three scenes. */
function threeScenes(): Buffer {
  const half = (color: string, fromS: number) =>
    `drawbox=y=ih/2:h=ih/2:color=${color}:t=fill:enable='gte(t,${fromS})'`;
  return ffmpegSync([
    ...numbered(6),
    ...['-vf', `${half('white', 2)},${half('black', 4)}`],
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-g', '25'],
    ...['-movflags', 'frag_keyframe+empty_moov', '-f', 'mp4', 'pipe:1'],
  ]);
}

const open = (options?: Parameters<typeof openDesk>[3]) => openDesk(browser, desk, lead.userId, options);
const stepsOf = (page: Page) => page.getByTestId('time-code');

/** Addresses of media that were asked for, without what a veiled page may ask for. */
function watchBytes(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (/\/(original|image|thumb)$/.test(pathname) && search !== '?veil=1')
      asked.push(`${pathname}${search}`);
  });
  return asked;
}

async function filmLoaded(page: Page): Promise<void> {
  await page.locator('video').waitFor();
  await page.evaluate(`new Promise((resolve) => {
    const video = document.querySelector('video');
    if (video.readyState >= 2) resolve();
    else video.addEventListener('loadeddata', () => resolve(), { once: true });
  })`);
}

/** Reads the number that the picture on the screen carries: what is seen, not what the player believes. */
const numberOnScreen = (page: Page) =>
  page.evaluate<number>(`(() => {
    const video = document.querySelector('video');
    const canvas = new OffscreenCanvas(16, 4);
    const context = canvas.getContext('2d');
    context.drawImage(video, 0, 0, 16, 4);
    const row = context.getImageData(0, 1, 16, 1).data;
    return Array.from({ length: 16 }, (_, bit) => (row[bit * 4] > 128 ? 2 ** bit : 0)).reduce((a, b) => a + b, 0);
  })()`);

it('nothing of a graphic clip is asked for unveiled before the key, nor after the other', async () => {
  const { page, faults, close } = await open();
  const asked = watchBytes(page);
  await page.goto(`/clips/${film}`);
  await page.getByText(WARNING).waitFor();
  await page.getByRole('button', { name: /^Frame at 0:04/ }).waitFor();
  await page.keyboard.press('c');
  await page.getByRole('heading', { name: '3 keyframes' }).waitFor();
  await page.keyboard.press('c');
  await page.getByText(WARNING).waitFor();
  expect(asked).toEqual([]);
  expect(await page.locator('video').count()).toBe(0);

  await page.keyboard.press('v');
  await page.locator('video').waitFor();
  expect(
    await page.evaluate('[document.querySelector("video").muted, document.querySelector("video").paused]'),
  ).toEqual([true, true]);
  await filmLoaded(page);
  expect(asked.some((address) => address.endsWith('/original'))).toBe(true);
  // The warned passage stays covered, and its frame veiled by the server, until it is asked for by itself.
  expect(asked.filter((address) => address.endsWith('veil=0'))).toEqual([]);
  await page.getByRole('button', { name: /^Frame at 0:04/ }).click();
  await page.getByText('The lower half turns black').waitFor();
  await page.getByRole('button', { name: 'Show this passage' }).click();
  await page.getByText('The lower half turns black').waitFor({ state: 'detached' });

  await page.keyboard.press('v');
  await page.getByText(WARNING).waitFor();
  expect(await page.locator('video').count()).toBe(0);
  await page.keyboard.press('v');
  await page.getByText('The lower half turns black').waitFor();
  asked.length = 0;
  await page.reload();
  await page.getByText(WARNING).waitFor();
  await page.getByRole('button', { name: /^Frame at 0:04/ }).waitFor();
  expect(asked).toEqual([]);
  expect(faults).toEqual([]);
  await close();
});

it('is stepped through picture by picture, by keys alone, and the address remembers the place', async () => {
  const { page, faults, close } = await open();
  await page.goto(`/clips/${film}`);
  await page.getByText(WARNING).waitFor();
  await page.keyboard.press('v');
  await filmLoaded(page);
  for (const number of [1, 2, 3]) {
    await page.keyboard.press('.');
    await stepsOf(page).getByText(`picture ${number}`, { exact: true }).waitFor();
    expect(await numberOnScreen(page)).toBe(number);
  }
  await page.keyboard.press(',');
  await stepsOf(page).getByText('picture 2', { exact: true }).waitFor();
  expect(await numberOnScreen(page)).toBe(2);
  await page.waitForURL(/t=80/);
  await page.keyboard.press('l');
  await stepsOf(page).getByText('picture 27', { exact: true }).waitFor();
  await page.keyboard.press('ArrowRight');
  await stepsOf(page).getByText('picture 50', { exact: true }).waitFor();
  await page.waitForURL(/frame=/);
  await page.keyboard.press('Shift+>');
  expect(await page.getByRole('combobox', { name: 'Speed' }).inputValue()).toBe('1.25×');
  await page.keyboard.press(']');
  await page.getByRole('button', { name: 'No loop' }).waitFor();
  await page.keyboard.press('8');
  await page.getByRole('list', { name: 'History' }).getByText('viewed the original').last().waitFor();
  const address = page.url();
  await page.goto(address);
  await page.getByRole('tab', { name: 'Custody', selected: true }).waitFor();
  await stepsOf(page).getByText('picture 50', { exact: true }).waitFor();
  await page.keyboard.press('Shift+?');
  await page.getByRole('dialog').getByText('Next picture').waitFor();
  expect(faults).toEqual([]);
  await close();
  // A viewing for each of the two sessions above, however many ranges their players asked for.
  const { body } = await desk.get<{ items: { action: string }[] }>(`clips/${film}/custody?limit=200`);
  expect(body.items.filter(({ action }) => action === 'original.viewed')).toHaveLength(2);
});

it('is read, described and talked about by mouse; somebody else’s change meanwhile loses nothing', async () => {
  const { page, faults, close } = await open({ colorScheme: 'dark' });
  await page.goto(`/clips/${film}`);
  await page.getByRole('tab', { name: 'Metadata' }).click();
  await page.getByText('No embedded position.').waitFor();
  await page.getByRole('tab', { name: 'Times' }).click();
  await page.getByText('Asia/Damascus').waitFor();
  await page
    .getByRole('row', { name: /Posted, says the submitter/ })
    .getByText('16:03:00')
    .waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole('tab', { name: 'Comments' }).click();
  await page.getByLabel('Say something').fill('Compare the minaret.');
  await page.getByRole('button', { name: 'Say it' }).click();
  await page.getByRole('article').getByText('Compare the minaret.').waitFor();

  await page.getByRole('button', { name: 'What to do with the clip' }).click();
  await page.getByRole('menuitem', { name: 'Title, tags' }).click();
  await page.getByRole('dialog').getByLabel('Title', { exact: true }).fill('A title typed for long');
  // The page hears of the change and would send the newer version: the dialog must meet the older one.
  await page.route('**/api/v1/clips/*', (route) =>
    route.request().method() === 'PATCH'
      ? route.fulfill({
          status: 412,
          contentType: 'application/problem+json',
          body: JSON.stringify({ code: 'version_conflict', detail: 'The clip has changed.' }),
        })
      : route.fallback(),
  );
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Meanwhile it says:').waitFor();
  await page.unroute('**/api/v1/clips/*');
  await page.getByRole('button', { name: 'Save mine over it' }).click();
  await page.getByRole('heading', { name: 'A title typed for long' }).waitFor();
  expect(faults).toEqual([]);
  await close();
});

it('in Arabic it runs from right to left; media and digests do not', async () => {
  const { page, faults, close } = await open({ language: 'ar' });
  await page.goto(`/clips/${film}?panel=metadata`);
  await page.getByText('لا موقع مضمَّنًا').waitFor();
  expect(await page.evaluate('document.dir')).toBe('rtl');
  expect(await page.getByRole('group', { name: 'المشغّل' }).getAttribute('dir')).toBe('ltr');
  expect(faults).toEqual([]);
  await close();
});

it('a clip that failed says why and what to do, and the longest title does not widen a telephone', async () => {
  const { page, faults, close } = await open({ viewport: { width: 360, height: 740 } });
  await page.goto(`/clips/${failed}`);
  await page.getByText('There is no original. Nothing of this clip can be verified').waitFor();
  await page.getByText('Check the link.').waitFor();
  await page.getByRole('button', { name: 'Failed' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Process again what failed' }).waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  expect(await seriousFaults(page)).toEqual([]);
  await page.goto(`/clips/${film}?panel=custody`);
  await page.getByRole('list', { name: 'History' }).locator('li').first().waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  expect(faults).toEqual([]);
  await close();
});

it('as a document it holds digests, claims and custody, and veiled pictures alone', async () => {
  const { page, faults, close } = await open();
  const asked = watchBytes(page);
  await page.goto(`/clips/${film}?view=print`);
  await page.getByRole('heading', { name: 'Claims and verdicts' }).waitFor();
  await page.getByText('the square of the example town').waitFor();
  await page.getByText(/sealed the original, SHA-256/).waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('navigation').isVisible()).toBe(false);
  expect(asked).toEqual([]);
  expect(faults).toEqual([]);
  await close();
});
