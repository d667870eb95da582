import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, openDesk, seriousFaults } from '../support/browser.js';
import { DeskDriver } from '../support/desk.js';
import { newPerson, type Person } from '../support/person.js';
import { writeMapArchive } from '../support/map-archive.js';
import { SOME_PLACES, writePlaceTable } from '../support/place-table.js';

interface Finding {
  readonly stance: string;
  readonly check: string;
  readonly foundValue: Readonly<Record<string, unknown>> | null;
  readonly detail: { readonly calculation?: { readonly kind: string } } | null;
}

let folder: string;
let desk: DeskDriver;
let browser: Browser;
let person: Person;
let caseId: string;
let clipId: string;

/** An invented incident: a clip with a place and a time, one whose claim begins too late, one without either. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sightline-map-'));
  const MAP_TILES = join(folder, 'one-tile.pmtiles');
  const [GAZETTEER] = await Promise.all([writePlaceTable(folder, SOME_PLACES), writeMapArchive(MAP_TILES)]);
  [desk, browser] = await Promise.all([DeskDriver.start({ env: { GAZETTEER, MAP_TILES } }), openBrowser()]);
  caseId = (await desk.post<{ id: string }>('cases', { title: 'Graveyard (invented)' })).body.id;
  person = await newPerson(desk, { name: 'Example Reviewer', caseId, role: 'reviewer' });
  clipId = await submit('first', {
    location: { statement: 'in Saraqeb (invented)', place: 'Saraqeb', lat: 35.76, lon: 36.76, radiusM: 3000 },
    time: {
      statement: 'on 9 February 2020 (invented)',
      earliest: '2020-02-09T00:00:00Z',
      latest: '2020-02-09T23:59:59Z',
    },
  });
  await submit('second', {
    time: { statement: 'in March 2020 (invented)', earliest: '2020-03-01T00:00:00Z' },
  });
  await submit('third', {});
});
afterAll(async () => {
  await browser.close();
  await desk.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Links that nobody answers: these pages are about what is said of clips, not about their pictures. */
async function submit(title: string, claims: object): Promise<string> {
  const { body } = await desk.post<{ id: string }>('clips', {
    url: `http://127.0.0.1:9/${title}.mp4`,
    caseId,
    postedAt: '2020-02-09T14:03:00Z',
    claims,
  });
  await desk.request('PATCH', `clips/${body.id}`, { title: `The ${title} clip (invented)` });
  return body.id;
}

async function findings(): Promise<readonly Finding[]> {
  return (await desk.get<{ items: readonly Finding[] }>(`clips/${clipId}/findings`)).body.items;
}

const map = (page: Page) => page.locator('[data-map=drawn]');
const region = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

it('shows where and when all clips of a case are said to be, and leads to each', async () => {
  const { page, faults, close } = await openDesk(browser, desk, person.userId);
  const tiles = page.waitForResponse((response) => response.url().endsWith('/api/v1/map/tiles'));
  await page.goto(`/map?case=${caseId}`);
  expect((await tiles).status()).toBe(206);
  await page.getByRole('link', { name: 'The first clip (invented)' }).waitFor();
  await map(page).waitFor();
  expect(await page.getByText('Known before the claimed time').count()).toBe(1);
  expect(await page.getByText('2 clips have no coordinates and are only in the timeline.').count()).toBe(1);
  expect(await seriousFaults(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  await map(page).waitFor();
  expect(await seriousFaults(page)).toEqual([]);

  await page.locator('label').filter({ hasText: 'Refuted' }).click();
  await page.getByText('0 clips', { exact: true }).waitFor();
  expect(page.url()).toContain('verification=refuted');
  await page.locator('label').filter({ hasText: 'All' }).click();

  // Closer, back to everything, and to the second clip, by keys alone.
  await page.getByRole('link', { name: 'The third clip (invented)' }).waitFor();
  await page.getByRole('heading', { name: 'When' }).click();
  await page.keyboard.press('i');
  await page.waitForURL(/from=.*to=/);
  await page.keyboard.press('0');
  await page.waitForURL((url) => !url.searchParams.has('from'));
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/clips\/[0-9a-f-]{36}/);
  expect(faults).toEqual([]);
  await close();
});

it('a found point is set by its coordinates and kept as a finding, with the distance that the desk computed', async () => {
  const { page, faults, close } = await openDesk(browser, desk, person.userId);
  await page.goto(`/clips/${clipId}?panel=place`);
  await map(page).waitFor();
  const typed = page.getByLabel('Coordinates', { exact: true });
  await typed.fill('nowhere at all');
  await page.getByRole('button', { name: 'Set', exact: true }).click();
  await page.locator('[aria-invalid=true]').waitFor();
  await typed.fill(`35°51'52"N 36°48'21"E`);
  await page.getByRole('button', { name: 'Set', exact: true }).click();
  await page
    .getByText('12 km from the claimed point (to 20°) · beyond the claimed radius of 3.0 km')
    .waitFor();
  await page.getByLabel('Uncertainty (m)').fill('60');
  await page.getByLabel('View direction (°)').fill('90');
  await page.getByLabel('Field of view (°)').fill('55');
  await page.getByRole('button', { name: 'Keep finding' }).click();
  await page.getByText('Say what it means for the claim.').waitFor();
  await page.getByLabel('Contradicts').check();
  await page.getByLabel('What you found, and how').fill('The minaret stands in the next town (invented).');
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Keep finding' }).click();
  await page.getByText('The finding is kept.').waitFor();
  await page.getByText('The minaret stands in the next town (invented).').waitFor();
  const [kept] = await findings();
  expect(kept).toMatchObject({
    stance: 'contradicts',
    check: 'geolocation',
    foundValue: { uncertaintyM: 60, viewDirectionDeg: 90, fieldOfViewDeg: 55 },
    detail: { calculation: { kind: 'distance' } },
  });
  expect(faults).toEqual([]);
  await close();
});

it('by keyboard alone: a candidate is taken, the sun is moved, and a shadow is asked for its times', async () => {
  const { page, faults, close } = await openDesk(browser, desk, person.userId, { colorScheme: 'dark' });
  await page.goto(`/clips/${clipId}?panel=place`);
  await map(page).waitFor();
  await region(page, 'Places of that name').focus();
  await page.keyboard.press('Enter');
  const take = page.getByRole('button', { name: 'Take Sarāqib as the found point' });
  await take.focus();
  await page.keyboard.press('Enter');
  await page.getByText('35.86447, 36.80591').first().waitFor();
  await region(page, 'Sun and shadow').focus();
  await page.keyboard.press('Enter');
  const slider = page.getByRole('slider', { name: 'Time of day' });
  await slider.focus();
  const noon = await slider.getAttribute('aria-valuenow');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  expect(Number(await slider.getAttribute('aria-valuenow')) - Number(noon)).toBe(10);
  await page.getByRole('row', { name: /^Shadow to \d/ }).waitFor();
  await page.getByLabel('Points to (°)').focus();
  await page.keyboard.type('4');
  await page.keyboard.press('Enter');
  await page.getByText('It fits at one time').waitFor();
  await page.getByRole('button', { name: 'Keep these times as finding …' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('checkbox', { name: /Calculated by the desk: It fits at one time/ }).waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  expect(faults).toEqual([]);
  await close();
});

it('reads from right to left in Arabic, with countries named so, and fits a narrow screen', async () => {
  const { page, faults, close } = await openDesk(browser, desk, person.userId, {
    language: 'ar',
    viewport: { width: 360, height: 740 },
  });
  await page.goto(`/map?case=${caseId}`);
  await map(page).waitFor();
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
  await page.getByRole('heading', { name: 'الخريطة والزمن' }).waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  expect(await seriousFaults(page)).toEqual([]);
  await page.goto(`/clips/${clipId}?panel=place`);
  await map(page).waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  expect(faults).toEqual([]);
  await close();
});
