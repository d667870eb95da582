import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { Passwords } from '../../src/identity/passwords.js';
import { endSessions, openBrowser, openDesk, seriousFaults, type DeskPage } from '../support/browser.js';
import { DeskDriver } from '../support/desk.js';
import { newPerson, type Person } from '../support/person.js';
import { startSite, type Site } from '../support/site/site.js';

/** Two reviewers and a lead at one claim: blind, at odds, ruled. Everybody and everything here is invented. */
const STATEMENT = 'graveyard in Examplevale, south of the bridge';
const HOSTILE = `<img src=x onerror=alert(1)> \u202Eبرج الساعة ${'w'.repeat(380)}`;
const PASSWORD = 'an invented password';

let site: Site;
let desk: DeskDriver;
let browser: Browser;
let clipId: string;
let people: Record<'ana' | 'ben' | 'lea', Person>;
/** Addresses of pictures and films that any window asked for. */
const media: string[] = [];

beforeAll(async () => {
  site = await startSite();
  const env = { EGRESS_ALLOW: `127.0.0.1:${site.port}` };
  [desk, browser] = await Promise.all([DeskDriver.start({ env }), openBrowser()]);
  const caseId = (await desk.post<{ id: string }>('cases', { title: 'At odds (invented)' })).body.id;
  people = {
    ana: await newPerson(desk, { caseId, role: 'reviewer', name: 'Ana Invented' }),
    ben: await newPerson(desk, { caseId, role: 'reviewer', name: 'Ben Invented' }),
    lea: await newPerson(desk, { caseId, role: 'lead', name: 'Lea Invented' }),
  };
  const { body } = await desk.post<{ id: string }>('clips', {
    url: `${site.origin}/clip.mp4?odds=1`,
    caseId,
    sensitivity: 'graphic',
    claims: {
      location: { statement: STATEMENT, place: 'Examplevale', lat: 35.76, lon: 36.76, radiusM: 3000 },
      source: { statement: HOSTILE, handle: '@example' },
    },
  });
  clipId = body.id;
  await desk.ended(clipId);
});
afterAll(async () => {
  await browser.close();
  await desk.stop();
  await site.close();
});

async function openClip(person: Person, options: Parameters<typeof openDesk>[3] = {}): Promise<DeskPage> {
  const window = await openDesk(browser, desk, person.userId, options);
  window.page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (/\/(image|thumb|original|contact-sheet)$/.test(pathname)) media.push(`${pathname}${search}`);
  });
  await window.page.goto(`/clips/${clipId}`);
  await claim(window.page).waitFor();
  return window;
}

const claim = (page: Page) => page.locator('[data-claim]').filter({ hasText: STATEMENT });

async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOTS'];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

it('a reviewer argues and assesses by mouse; nothing goes without reasons and evidence', async () => {
  const { page, faults, close } = await openClip(people.ana, { colorScheme: 'light' });
  await claim(page).getByRole('button', { name: 'Argue for or against' }).click();
  const argument = page.getByRole('region', { name: 'An argument' });
  await argument.getByRole('radio', { name: 'For' }).click();
  await argument.getByLabel('What was found, in a sentence').fill('The minaret fits (invented)');
  await argument.getByLabel('Uncertain by (m)').fill('40');
  await argument.getByLabel('Coordinates').fill('35.7512, 36.7534');
  await argument.getByLabel('Kind of evidence to add').selectOption('search');
  await argument.getByLabel('Engine or archive').fill('an example archive');
  await argument.getByLabel('What was looked for').fill('the same minaret');
  await argument.getByRole('button', { name: 'Add', exact: true }).click();
  await argument.getByRole('button', { name: 'Record the argument' }).click();
  const inFavour = claim(page).getByRole('region', { name: 'For' });
  await inFavour.getByText('The minaret fits (invented)').waitFor();
  expect(await inFavour.innerText()).toMatch(/35\.7512, 36\.7534[\s\S]*40 m[\s\S]*found nothing/);
  await inFavour.getByRole('button', { name: 'Use as evidence' }).click();

  await claim(page).getByRole('button', { name: 'Assess this claim' }).click();
  const form = page.getByRole('region', { name: 'Your assessment' });
  await form.getByRole('radio', { name: /Confirmed/ }).click();
  await form.getByRole('button', { name: 'Read back' }).click();
  await form.getByText('Name at least one piece of evidence').waitFor();
  await form.getByRole('status').getByText('Still missing: evidence, reasons').waitFor();
  expect(await form.getByRole('button', { name: 'Submit' }).count()).toBe(0);
  expect(await seriousFaults(page)).toEqual([]);
  await form.getByRole('button', { name: /Take the one that was gathered/ }).click();
  await form.getByText('The minaret fits (invented)').waitFor();
  await form.getByLabel('Reasons').fill('The minaret and the hill fit (invented).');
  await form.getByText(/^Checklist/).click();
  await form.getByLabel('Landmarks compared with map or imagery').selectOption('done');
  await form.getByRole('button', { name: 'Read back' }).click();
  await form.getByText('You say: Confirmed. Credibility 6, cannot be judged.').waitFor();
  await shot(page, 'ana-confirm');
  await form.getByRole('button', { name: 'Submit' }).click();
  const own = claim(page).getByRole('article', { name: 'Assessment by Ana Invented' });
  await own.getByText('The minaret and the hill fit (invented).').waitFor();
  await own.getByText('Checklist: one step').waitFor();
  expect(faults).toEqual([]);
  await close();
});

it('another assesses by keyboard alone, blind; a reload and a lost session lose nothing', async () => {
  const hash = await new Passwords().hash(PASSWORD);
  await desk.asOwner('update app_user set email = $2, password_hash = $3 where id = $1', [
    people.ben.userId,
    'ben@example.org',
    hash,
  ]);
  const { page, faults, close } = await openClip(people.ben, { colorScheme: 'dark' });
  await claim(page).getByText('Others have assessed this claim').waitFor();
  expect(await page.content()).not.toContain('The minaret and the hill fit');
  await page.keyboard.press('a');
  await page.locator('input[type=radio]:focus').waitFor();
  await page.keyboard.press('2');
  await page.keyboard.press('e');
  await page.keyboard.press('N');
  await page.keyboard.press('Tab');
  await page.keyboard.type('The hill in three map archives');
  await page.keyboard.press('Enter');
  await page.getByRole('list', { name: 'Chosen evidence' }).getByText('Nothing found').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.type('The hill is another one (invented).');
  expect(await page.getByLabel('Reasons').inputValue()).toBe('The hill is another one (invented).');
  expect(await seriousFaults(page)).toEqual([]);
  await shot(page, 'ben-dark');

  await page.reload();
  const form = page.getByRole('region', { name: 'Your assessment' });
  await form.waitFor();
  expect(await form.getByLabel('Reasons').inputValue()).toBe('The hill is another one (invented).');
  expect(await form.getByRole('radio', { name: /Refuted/ }).isChecked()).toBe(true);

  await endSessions(desk, people.ben.userId);
  // The API remembers a session for a minute, until it is told that one has changed.
  await desk.asOwner('notify token_changed');
  const isOver = async () => (await page.request.get('/api/v1/me')).status() === 401;
  await desk.until('the API has heard that the session is over', isOver);
  await page.keyboard.press('Control+Enter');
  await form.getByRole('status').getByText('You say: Refuted.').waitFor();
  await page.keyboard.press('Control+Enter');
  const again = page.getByRole('dialog', { name: 'Your session has ended' });
  await again.getByLabel('E-mail').fill('ben@example.org');
  await again.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await claim(page).getByRole('article', { name: 'Assessment by Ben Invented' }).waitFor();
  await claim(page).getByRole('article', { name: 'Assessment by Ana Invented' }).waitFor();
  expect(await claim(page).getByText('differs', { exact: true }).count()).toBe(2);
  await claim(page).getByText('Contested').first().waitFor();
  const { body } = await desk.get<{ items: object[] }>(
    `claims/${await claim(page).getAttribute('data-claim')}/assessments`,
    people.ben.as,
  );
  expect(body.items).toHaveLength(2);
  expect(await page.evaluate('Object.keys(sessionStorage).join()')).not.toContain('draft');
  expect(faults).toEqual([]);
  await close();
});

it('a lead rules, whoever watches sees it at once, and new evidence calls them back', async () => {
  const [lead, watching] = [await openClip(people.lea), await openClip(people.ana)];
  const { page } = lead;
  await claim(page).getByRole('button', { name: 'Rule on this claim' }).click();
  const form = page.getByRole('region', { name: 'Your ruling' });
  await form.getByRole('radio', { name: /Refuted/ }).click();
  await form.getByLabel('Kind of evidence to add').selectOption('url');
  await form.getByLabel('Address (https://…)').fill('https://maps.example.org/hill');
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await form.getByLabel('Reasons').fill('The hill decides it (invented).');
  await form.getByLabel('Credibility of the information').selectOption('1');
  await page.keyboard.press('Control+Enter');
  await form.getByRole('button', { name: 'Submit' }).click();
  await form.getByText(/rests on 1 independent origin/).waitFor();
  await form.getByLabel('Credibility of the information').selectOption('5');
  await page.keyboard.press('Control+Enter');
  await form.getByText('You say: Refuted. Credibility 5, improbable.').waitFor();
  await page.keyboard.press('Control+Enter');
  await claim(page).getByRole('article', { name: 'Ruling by Lea Invented' }).waitFor();
  await claim(page).getByText('Covers the 2 assessments made before it.').waitFor();
  await claim(watching.page).getByText('The hill decides it (invented).').waitFor();
  await claim(watching.page).getByText('Credibility 5', { exact: true }).waitFor();
  await shot(page, 'lea-ruled');

  const claimId = await claim(page).getAttribute('data-claim');
  const evidence = [{ kind: 'none_found', note: 'walked there (invented)' }];
  const news = {
    claimId,
    stance: 'supports',
    summary: 'A second hill stands behind it (invented)',
    evidence,
  };
  await desk.post(`clips/${clipId}/findings`, news, people.ben.as);
  const alert = claim(watching.page).getByRole('alert');
  await alert.getByText('A second hill stands behind it (invented)').waitFor();
  await claim(watching.page).getByRole('button', { name: 'Assess anew' }).waitFor();
  expect([...lead.faults, ...watching.faults]).toEqual([]);
  await Promise.all([lead.close(), watching.close()]);
});

it('it reads in Arabic from right to left, on a phone, with hostile words, and veiled all the time', async () => {
  const { page, faults, close } = await openClip(people.ana, {
    language: 'ar',
    viewport: { width: 360, height: 740 },
  });
  expect(await page.evaluate('document.documentElement.dir')).toBe('rtl');
  await page.getByRole('heading', { name: 'الادعاءات' }).waitFor();
  await page.keyboard.press('p');
  await claim(page).getByRole('button', { name: 'تقييم جديد' }).waitFor();
  await page.keyboard.press('n');
  const hostile = page.locator('[data-claim]').filter({ hasText: 'onerror' });
  await hostile.getByRole('button', { name: 'تقييم هذا الادعاء' }).waitFor();
  expect(new URL(page.url()).searchParams.get('claim')).toBe(await hostile.getAttribute('data-claim'));
  await page.keyboard.press('a');
  await page.locator('input[type=radio]:focus').waitFor();
  await page.keyboard.press('3');
  expect(await page.getByRole('radio', { name: /غير حاسم/ }).isChecked()).toBe(true);
  await page.keyboard.press('Control+Enter');
  await page.getByText('اذكر دليلًا واحدًا على الأقل').waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  expect(await seriousFaults(page)).toEqual([]);
  await shot(page, 'arabic-360');
  expect(faults).toEqual([]);
  await close();
  expect(media.length).toBeGreaterThan(0);
  expect(media.filter((path) => !path.endsWith('?veil=1'))).toEqual([]);
});
