import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { newId } from '../../src/shared/ids.js';
import { endSessions, openBrowser, openDesk, seriousFaults } from '../support/browser.js';
import { DeskDriver } from '../support/desk.js';
import { newPerson, type Person } from '../support/person.js';

let desk: DeskDriver;
let browser: Browser;
let lead: Person;
let caseId: string;

beforeAll(async () => {
  [desk, browser] = await Promise.all([DeskDriver.start(), openBrowser()]);
  caseId = (await desk.post<{ id: string }>('cases', { title: 'Example case (invented)' })).body.id;
  lead = await newPerson(desk, { caseId, role: 'lead', name: 'Example Lead (invented)' });
  await clip('complete', { title: '<b>نص</b>\u202E يعكس الاتجاه '.repeat(20).slice(0, 400) });
  for (let index = 0; index < 3; index += 1) await clip('failed', { code: 'network_error' });
  await clip('failed', { code: 'deleted_at_source' });
});
afterAll(async () => {
  await browser.close();
  await desk.stop();
});

describe('the dashboard', () => {
  it('shows where clips stand, leads to their lists, and drives failures again one by one', async () => {
    const { page, faults, close } = await open('/dashboard');
    await row(page, 'Failed 4').waitFor();
    expect(await row(page, 'Failed 4').getAttribute('href')).toContain('processing=failed');
    await page
      .getByRole('listitem')
      .filter({ hasText: /^today\s*5$/ })
      .waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    // What the source does not give is not asked for again by the dozen.
    const gone = page.getByRole('group', { name: 'Deleted at the source' });
    expect(await gone.getByRole('button', { name: /again/ }).count()).toBe(0);
    const lost = page.getByRole('group', { name: 'Network error' });
    await lost.getByRole('button', { name: 'Show clips' }).click();
    await lost.getByRole('button', { name: 'Drive again' }).nth(2).waitFor();
    await lost.getByRole('button', { name: 'Drive all 3 again' }).click();
    // Clips that were written straight into the tables have no failed part: each says so, and none stops the others.
    await page.getByText('3 needed it no longer.').waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  it('is used by keys alone, of one case by its address', async () => {
    const { page, close } = await open('/dashboard');
    await row(page, 'Failed 4').waitFor();
    await page.keyboard.press('c');
    await page.keyboard.type('Example');
    await page.waitForURL(new RegExp(`case=${caseId}`));
    // Out of the list of cases, in which letters choose.
    await page.keyboard.press('Tab');
    await page.keyboard.press('w');
    await page.getByRole('dialog').getByLabel('Name of the screen').waitFor();
    await page.keyboard.press('Enter');
    const link = page.getByLabel('Link for the screen');
    await link.waitFor();
    expect(await link.inputValue()).toMatch(/\/wall#token=slt_/);
    expect(await seriousFaults(page)).toEqual([]);
    await close();
  });

  it('says what to do about a case that is not there, and stands in Arabic, in the dark and on a telephone', async () => {
    const { page, faults, close } = await open(`/dashboard?case=${newId()}`, {
      language: 'ar',
      colorScheme: 'dark',
      viewport: { width: 360, height: 740 },
    });
    await page.getByRole('alert').waitFor();
    await page.getByRole('button', { name: 'كل القضايا' }).click();
    await row(page, 'فشل 4').waitFor();
    expect(await page.evaluate('document.documentElement.dir')).toBe('rtl');
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(await seriousFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });
});

describe('news', () => {
  it('are on the page within a second, and come again after the desk was killed, once each', async () => {
    const { page, close } = await open('/dashboard');
    await page.getByRole('status').getByText('Live').waitFor();
    const help = row(page, 'Needs help 0');
    await help.waitFor();
    const first = await submitted();
    await setWork(first, 'needs_help');
    const from = Date.now();
    await row(page, 'Needs help 1').waitFor();
    expect(Date.now() - from).toBeLessThan(1_000);
    await desk.killApi();
    await page.getByRole('status').getByText('No connection').waitFor();
    // What is on the page stays there to be read.
    expect(await row(page, 'Needs help 1').isVisible()).toBe(true);
    // A worker's doing, while nobody tells of it.
    await desk.asOwner('update claim set needs_attention = true where clip_id = $1', [first]);
    await desk.startApi();
    await page.getByRole('status').getByText('Live').waitFor();
    const second = await submitted();
    await setWork(second, 'needs_help');
    await row(page, 'Needs help 2').waitFor();
    await close();
  });

  it('a session that has ended is seen without a click', async () => {
    const person = await newPerson(desk, { caseId, role: 'reviewer' });
    const { page, close } = await open('/dashboard', {}, person);
    await page.getByRole('status').getByText('Live').waitFor();
    await endSessions(desk, person.userId);
    await desk.asOwner("select pg_notify('token_changed', '')");
    await page.getByRole('dialog').getByText('Your session has ended').waitFor();
    await close();
  });
});

describe('bad answers', () => {
  const alerts = {
    413: 'Too large.',
    422: 'Something in it cannot be accepted:',
    429: 'Too many requests.',
    503: 'The desk is starting or overloaded.',
  };

  it.each(Object.entries(alerts))(
    '%s says what it is, and goes away when asked again',
    async (status, title) => {
      const { page, close } = await openDesk(browser, desk, lead.userId);
      // The service itself answers so only under load, or to what this page never sends.
      await page.route('**/api/v1/dashboard*', (route) =>
        route.fulfill({
          status: Number(status),
          contentType: 'application/problem+json',
          headers: status === '429' ? { 'retry-after': '1' } : {},
          body: JSON.stringify({ status: Number(status), code: 'invented', detail: 'An invented answer.' }),
        }),
      );
      await page.goto('/dashboard');
      const alert = page.getByRole('alert').filter({ hasText: title });
      await alert.waitFor();
      if (status === '429') await alert.getByText('Try again in one second.').waitFor();
      await page.unroute('**/api/v1/dashboard*');
      await alert.getByRole('button', { name: 'Try again' }).click();
      await row(page, 'Failed').waitFor();
      expect(await alert.count()).toBe(0);
      await close();
    },
  );

  it('a page that cannot be shown leaves the rest of the desk as it was, with a way back', async () => {
    const { page, close } = await openDesk(browser, desk, lead.userId);
    await page.route('**/api/v1/dashboard*', (route) => route.fulfill({ json: { asOf: 'never' } }));
    await page.goto('/dashboard');
    await page.getByRole('heading', { name: 'This page could not be shown' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.unroute('**/api/v1/dashboard*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await row(page, 'Failed').waitFor();
    await close();
  });
});

describe('the wall', () => {
  it('needs its token and nothing else, in a header and no address, and moves by itself', async () => {
    const token = await wallToken();
    const { page, context, faults, close } = await openDesk(browser, desk, null, {
      viewport: { width: 1920, height: 1080 },
    });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`/wall#token=${token}`);
    await page.getByText('Live', { exact: true }).waitFor();
    expect(page.url()).toBe(`${desk.url}/wall`);
    expect(asked.filter((url) => url.includes(token))).toEqual([]);
    const before = Number(await tile(page, 'Somebody asks for help').textContent());
    await setWork(await submitted(), 'needs_help');
    await tile(page, 'Somebody asks for help')
      .getByText(String(before + 1), { exact: true })
      .waitFor();
    expect(await page.getByText('Example').count()).toBe(0);
    expect(await page.locator('img, video, a, button').count()).toBe(0);
    expect(await seriousFaults(page)).toEqual([]);
    // A reload is no reason to fetch the link again; another page of the desk asks who one is.
    await page.reload();
    await tile(page, 'Somebody asks for help').waitFor();
    await page.evaluate(
      "history.pushState({}, '', '/dashboard'); dispatchEvent(new PopStateEvent('popstate'))",
    );
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await context.cookies()).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  it('says so when news are late, survives a restart of the desk, and is empty once its token is revoked', async () => {
    const { body } = await desk.post<{ id: string; token: string }>('tokens', {
      name: 'wall',
      scope: 'dashboard',
      caseIds: [caseId],
    });
    const { page, close } = await openDesk(browser, desk, null, { viewport: { width: 1280, height: 720 } });
    await page.clock.install();
    await page.goto(`/wall?lang=ar#token=${body.token}`);
    await page.getByText('مباشر', { exact: true }).waitFor();
    expect(await page.evaluate('document.documentElement.dir')).toBe('rtl');
    expect(await seriousFaults(page)).toEqual([]);
    await desk.killApi();
    await page.clock.runFor(70_000);
    await page.getByText(/الأخبار متأخرة/).waitFor();
    await desk.startApi();
    await page.clock.runFor(15_000);
    await page.getByText('مباشر', { exact: true }).waitFor();
    await desk.request('DELETE', `tokens/${body.id}`);
    await page.clock.runFor(61_000);
    await page.getByRole('heading', { name: 'رابط هذه الشاشة لم يعد صالحًا' }).waitFor();
    expect(await page.locator('section').count()).toBe(0);
    await close();
  });

  it('without a token says who makes one', async () => {
    const { page, close } = await openDesk(browser, desk, null);
    await page.goto('/wall#token=not%20a%20token');
    await page.getByRole('heading', { name: 'This screen needs its link' }).waitFor();
    await close();
  });
});

async function open(path: string, options: Parameters<typeof openDesk>[3] = {}, person = lead) {
  const opened = await openDesk(browser, desk, person.userId, options);
  await opened.page.goto(path);
  return opened;
}

/** A line of figures: its label and its number, as a screen reader has it. */
function row(page: Page, name: string) {
  return page.getByRole('link', { name });
}

function tile(page: Page, name: string) {
  return page.locator('dl > div', { hasText: name }).locator('dd');
}

async function wallToken(): Promise<string> {
  const { body } = await desk.post<{ token: string }>('tokens', {
    name: 'wall',
    scope: 'dashboard',
    caseIds: [caseId],
  });
  return body.token;
}

let submissions = 0;

/** A real submission, refused at once because its host is private: it needs no network. */
async function submitted(): Promise<string> {
  submissions += 1;
  const { id } = await desk.submitAndWait({ url: `https://127.0.0.1/${submissions}`, caseId });
  return id;
}

async function setWork(clipId: string, work: string): Promise<void> {
  const { status } = await desk.request('PATCH', `clips/${clipId}`, { work });
  expect(status).toBe(200);
}

async function clip(processing: string, more: { title?: string; code?: string } = {}): Promise<void> {
  const error = more.code === undefined ? null : { code: more.code, message: 'invented', retryable: true };
  await desk.asOwner(
    `insert into clip (id, case_id, created_by, title, processing, processing_error) values ($1, $2, $3, $4, $5, $6)`,
    [newId(), caseId, lead.userId, more.title ?? 'Example', processing, error && JSON.stringify(error)],
  );
}
