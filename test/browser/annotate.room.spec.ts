import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { endSessions, openBrowser, openDesk, seriousFaults } from '../support/browser.js';
import { DeskDriver } from '../support/desk.js';
import { newPerson, type Person } from '../support/person.js';
import { ffmpegSync } from '../media/raw-frames.js';

interface AnnotationBody {
  readonly id: string;
  readonly body: readonly { readonly value: string }[];
  readonly target: { readonly selector?: { readonly type: string; readonly value?: string } };
  readonly landmark: unknown;
  readonly stance: string | null;
  readonly subjectId: string | null;
}

let desk: DeskDriver;
let browser: Browser;
let caseId: string;
let nadia: Person;
let omar: Person;
let clipId: string;
let frameId: string;

beforeAll(async () => {
  [desk, browser] = await Promise.all([DeskDriver.start(), openBrowser()]);
  caseId = (await desk.post<{ id: string }>('cases', { title: 'Example case (invented)' })).body.id;
  [nadia, omar] = await Promise.all([
    newPerson(desk, { caseId, role: 'reviewer', name: 'Nadia Example' }),
    newPerson(desk, { caseId, role: 'reviewer', name: 'Omar Example' }),
  ]);
  clipId = await clipOf('testsrc2', {});
  frameId = await firstFrame(clipId);
});
afterAll(async () => {
  await browser.close();
  await desk.stop();
});

async function clipOf(lavfi: string, submission: object): Promise<string> {
  const bytes = ffmpegSync([
    ...['-f', 'lavfi', '-i', `${lavfi}=size=640x360:rate=25:duration=2`, '-pix_fmt', 'yuv420p'],
    ...['-f', 'mp4', '-movflags', 'frag_keyframe+empty_moov', 'pipe:1'],
  ]);
  const { body } = await desk.upload(
    { bytes, name: 'example.mp4' },
    { caseId, claims: { location: { statement: 'an example town (invented)' } }, ...submission },
  );
  await desk.ended(body.id);
  return body.id;
}

async function firstFrame(of: string): Promise<string> {
  const { body } = await desk.get<{ items: readonly { id: string }[] }>(`clips/${of}/frames`);
  return body.items[0]?.id ?? '';
}

async function annotations(of = clipId): Promise<readonly AnnotationBody[]> {
  return (await desk.get<{ items: readonly AnnotationBody[] }>(`clips/${of}/annotations`)).body.items;
}

const shots = process.env['SHOTS'];
async function shot(page: Page, name: string): Promise<void> {
  if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png` });
}

it('a rectangle is drawn with the mouse, described, kept and drawn over the frame', async () => {
  const { page, faults, close } = await openDesk(browser, desk, nadia.userId);
  await page.goto(`/clips/${clipId}?panel=annotate&frame=${frameId}`);
  await page.getByRole('button', { name: 'Rectangle' }).click();
  const board = page.getByRole('application', { name: 'Rectangle: draw on the frame' });
  const box = await board.boundingBox();
  if (box === null) throw new Error('the board has no place');
  await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.25);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.6, { steps: 4 });
  await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.75);
  await page.mouse.up();
  await page.getByLabel('Width').waitFor();
  await shot(page, 'drawn');
  await page.getByLabel('Label').fill('<b>gate</b>');
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('listitem').getByText('<b>gate</b>').waitFor();
  await shot(page, 'kept');
  await page.getByRole('button', { name: 'Larger' }).click();
  await page.getByRole('button', { name: 'Smaller' }).waitFor();
  await shot(page, 'larger');
  expect(await seriousFaults(page)).toEqual([]);
  const [kept] = await annotations();
  expect(kept?.body).toMatchObject([{ value: '<b>gate</b>' }]);
  const numbers = kept?.target.selector?.value?.match(/[\d.]+/g)?.map(Number) ?? [];
  expect(numbers.map((number) => Math.round(number / 5) * 5)).toEqual([20, 25, 40, 50]);
  expect(faults).toEqual([]);
  await close();
});

it('a point is set, moved and kept by keyboard alone, as evidence of a landmark against the claim; undone and done again', async () => {
  const { page, faults, close } = await openDesk(browser, desk, nadia.userId, { colorScheme: 'dark' });
  await page.goto(`/clips/${clipId}?panel=annotate&frame=${frameId}`);
  const list = page.getByRole('list').filter({ hasText: '<b>gate</b>' });
  await list.waitFor();
  await page.keyboard.press('a');
  await page.keyboard.press('d');
  const board = page.getByRole('application', { name: 'Point: draw on the frame' });
  await board.focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Shift+ArrowRight');
  await page.getByRole('status').getByText('From the left 50.3 percent, from the top 48 percent').waitFor();
  await page.getByLabel('Label').focus();
  await page.keyboard.type('water tower');
  await page.getByLabel('Compare with a point of the map').press('Space');
  await page.getByLabel('Position').pressSequentially('35.7601, 36.7598');
  await page.getByRole('radio', { name: 'are not the same' }).focus();
  await page.keyboard.press('Space');
  await page
    .getByRole('textbox', { name: 'Speaks to the claim' })
    .or(page.getByRole('combobox', { name: 'Speaks to the claim' }))
    .first()
    .focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: 'contradicts it' }).focus();
  await page.keyboard.press('Space');
  expect(await seriousFaults(page)).toEqual([]);
  await shot(page, 'form-dark');
  await page.keyboard.press('Control+Enter');
  const item = page.getByRole('listitem').filter({ hasText: 'water tower' });
  await item.waitFor();
  const made = (await annotations()).at(-1);
  expect(made).toMatchObject({
    target: { selector: { type: 'PointSelector', x: 50.25, y: 48 } },
    landmark: { lat: 35.7601, lon: 36.7598, agree: false },
    stance: 'contradicts',
  });
  await page.keyboard.press('Control+z');
  await item.waitFor({ state: 'detached' });
  expect(await annotations()).toHaveLength(1);
  await page.keyboard.press('Control+Shift+z');
  await item.waitFor();
  await item.getByRole('button', { name: 'Use as evidence' }).press('Enter');
  await item.getByRole('button', { name: 'In your evidence' }).waitFor();
  await shot(page, 'list-dark');
  expect(faults).toEqual([]);
  await close();
});

it('what was being written outlives the session, and is kept exactly once', async () => {
  const email = 'nadia@desk.example';
  const password = 'correct horse battery staple';
  const { status, body } = await desk.post<{ id: string }>('users', {
    email,
    name: 'Nadia Second',
    password,
  });
  expect(status).toBe(201);
  await desk.post(`cases/${caseId}/members`, { userId: body.id, role: 'reviewer' });
  const { page, faults, close } = await openDesk(browser, desk, body.id);
  await page.goto(`/clips/${clipId}?panel=annotate&frame=${frameId}`);
  await page.getByRole('button', { name: 'Whole frame' }).click();
  await page.getByLabel('Label').fill('written for an hour');
  await endSessions(desk, body.id);
  await page.getByRole('button', { name: 'Save' }).click();
  const again = page.getByRole('dialog', { name: 'Your session has ended' });
  await again.getByLabel('E-mail').waitFor();
  await shot(page, 'ended');
  await again.getByLabel('E-mail').fill(email);
  await again.locator('input[type=password]').fill(password);
  await again.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('listitem').getByText('written for an hour').waitFor();
  const kept = (await annotations()).filter((one) => one.body[0]?.value === 'written for an hour');
  expect(kept).toHaveLength(1);
  expect(faults).toEqual([]);
  await close();
});

it('a draft outlives its panel and a reload; two people who change the same thing both see it', async () => {
  const { page, faults, close } = await openDesk(browser, desk, nadia.userId);
  await page.goto(`/clips/${clipId}?panel=annotate&frame=${frameId}`);
  await page.getByRole('button', { name: 'Change: <b>gate</b>' }).click();
  await page.getByLabel('Label').fill('the north gate');
  await page.reload();
  await page.getByLabel('Label').and(page.locator('[value="the north gate"]')).waitFor();
  const [first] = await annotations();
  const full = (await desk.get<Record<string, unknown>>(`annotations/${first?.id}`)).body;
  const put = await desk.request('PUT', `annotations/${first?.id}`, {
    ...full,
    body: [{ type: 'TextualBody', purpose: 'tagging', value: 'the south gate' }],
  });
  expect(put.status).toBe(200);
  await page.getByRole('button', { name: 'Save' }).click();
  const choice = page.getByRole('alert').filter({ hasText: 'the south gate' });
  await choice.getByText('the north gate').waitFor();
  await shot(page, 'conflict');
  await choice.getByRole('button', { name: 'Save mine' }).click();
  await page.getByRole('listitem').getByText('the north gate').waitFor();
  expect((await annotations())[0]?.body).toMatchObject([{ value: 'the north gate' }]);
  expect(faults).toEqual([]);
  await close();
});

it('in Arabic, on a narrow window, a part of the time is marked', async () => {
  const { page, faults, close } = await openDesk(browser, desk, omar.userId, {
    language: 'ar',
    viewport: { width: 360, height: 740 },
  });
  await page.goto(`/clips/${clipId}?panel=annotate&frame=${frameId}&marks=all`);
  await page.getByRole('button', { name: 'مدة زمنية' }).click();
  expect(await page.getAttribute('html', 'dir')).toBe('rtl');
  await page.getByLabel('من', { exact: true }).fill('0.5');
  await page.getByLabel('إلى', { exact: true }).fill('0:01.250');
  await page.getByLabel('ملاحظة').fill('سُمعت طلقتان');
  await shot(page, 'arabic-form');
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'حفظ' }).click();
  await page.getByRole('listitem').getByText('سُمعت طلقتان').waitFor();
  await page.getByRole('listitem').getByText('سُمعت طلقتان').scrollIntoViewIfNeeded();
  await shot(page, 'arabic-list');
  expect((await annotations()).at(-1)?.target.selector?.value).toBe('t=0.5,1.25');
  const overflow = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  expect(overflow).toBe(0);
  expect(faults).toEqual([]);
  await close();
});

it('a veiled clip is drawn on only after the veil is lifted, and no unveiled byte comes before', async () => {
  const graphic = await clipOf('testsrc', { sensitivity: 'graphic' });
  const frame = await firstFrame(graphic);
  const { page, faults, close } = await openDesk(browser, desk, omar.userId);
  const pictures: string[] = [];
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (/\/(image|thumb|original)$/.test(pathname)) pictures.push(search);
  });
  await page.goto(`/clips/${graphic}?panel=annotate&frame=${frame}`);
  await page.getByText('To draw in the picture, lift the veil first').waitFor();
  expect(await page.getByRole('button', { name: 'Rectangle' }).isDisabled()).toBe(true);
  await page.getByAltText('Frame at', { exact: false }).first().waitFor();
  await shot(page, 'veiled');
  expect(pictures.length).toBeGreaterThan(0);
  expect(pictures.filter((search) => search !== '?veil=1')).toEqual([]);
  await page.keyboard.press('v');
  await page.getByRole('button', { name: 'Rectangle' }).click();
  const board = page.getByRole('application', { name: 'Rectangle: draw on the frame' });
  await board.press('ArrowDown');
  await page.getByLabel('Width').waitFor();
  await board.press('v');
  await board.waitFor({ state: 'detached' });
  expect(faults).toEqual([]);
  await close();
});

it('what somebody else marks appears at once, and is said', async () => {
  const clip = await clipOf('smptebars', {});
  const frame = await firstFrame(clip);
  const { page, faults, close } = await openDesk(browser, desk, nadia.userId);
  await page.goto(`/clips/${clip}?panel=annotate&frame=${frame}`);
  await page.getByText('Nothing is marked yet').waitFor();
  await page.getByRole('status').getByText('Live').waitFor();
  const posted = await desk.post(
    `frames/${frame}/annotations`,
    {
      type: 'Annotation',
      body: { type: 'TextualBody', purpose: 'tagging', value: 'a bridge' },
      target: { source: `/api/v1/frames/${frame}/image`, selector: { type: 'PointSelector', x: 20, y: 30 } },
    },
    omar.as,
  );
  expect(posted.status).toBe(201);
  const item = page.getByRole('listitem').filter({ hasText: 'a bridge' });
  await item.getByText('Omar Example').waitFor();
  await page.getByRole('status').getByText('A new annotation by somebody else.').waitFor();
  expect(await item.getByRole('button', { name: 'Delete: a bridge' }).count()).toBe(0);
  expect(faults).toEqual([]);
  await close();
});

it('a subject is named while marking; its page shows every frame in which it was marked, veiled where it must be', async () => {
  const graphic = await clipOf('rgbtestsrc', { sensitivity: 'graphic' });
  const frame = await firstFrame(graphic);
  const { page, faults, close } = await openDesk(browser, desk, nadia.userId);
  await page.goto(`/clips/${clipId}?panel=annotate&frame=${frameId}`);
  await page.getByRole('button', { name: 'Rectangle' }).click();
  await page.getByRole('application').press('ArrowDown');
  await page.getByRole('button', { name: 'New vehicle' }).click();
  await page.getByRole('textbox', { name: 'New vehicle' }).fill('White pick-up (invented)');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('button', { name: 'New vehicle' }).waitFor();
  await page.getByRole('button', { name: 'Save' }).click();
  const link = page.getByRole('link', { name: 'Vehicle: White pick-up (invented)' });
  await link.waitFor();
  const made = (await annotations()).find((one) => one.subjectId !== null);
  const mark = {
    type: 'Annotation',
    subjectId: made?.subjectId,
    target: {
      source: `/api/v1/frames/${frame}/image`,
      selector: { type: 'FragmentSelector', value: 'xywh=percent:10,10,30,30' },
    },
  };
  expect((await desk.post(`frames/${frame}/annotations`, mark, omar.as)).status).toBe(201);
  const pictures: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes(`/frames/${frame}/`)) pictures.push(new URL(request.url()).search);
  });
  await link.click();
  await page.getByRole('heading', { name: 'White pick-up (invented)' }).waitFor();
  await page.getByText('2 marks · 2 clips').waitFor();
  const veiled = page
    .getByRole('region', { name: 'example.mp4' })
    .filter({ hasText: 'This clip is marked as graphic' });
  await veiled.getByRole('img').waitFor();
  await shot(page, 'subject');
  expect(await seriousFaults(page)).toEqual([]);
  expect(pictures).toEqual(['?veil=1']);
  await page.getByRole('button', { name: 'Show this clip’s pictures' }).press('Enter');
  await page.getByRole('button', { name: 'Veil them again' }).waitFor();
  await page.getByRole('button', { name: 'Change' }).click();
  await page.getByLabel('Point on the map').fill('35.7601, 36.7598');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('35.7601, 36.7598').waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('u');
  await page.getByLabel('Find by name or description').fill('pick-UP');
  await page.getByRole('link', { name: 'White pick-up (invented)' }).waitFor();
  expect(page.url()).not.toMatch(/pick/i);
  await shot(page, 'subjects');
  expect(await seriousFaults(page)).toEqual([]);
  expect(faults).toEqual([]);
  await close();
});
