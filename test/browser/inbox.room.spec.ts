import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, openDesk, seriousFaults } from '../support/browser.js';
import { DeskDriver } from '../support/desk.js';
import { newPerson, type Person } from '../support/person.js';

/** Everything is invented. No address here answers, so every clip soon has failed, which is a state like any other. */
const LONG = 'x'.repeat(400);
const MARKUP = '<img src=x onerror=alert(1)> \u202Egnihtyna \u0645\u0642\u0628\u0631\u0629';

let desk: DeskDriver;
let browser: Browser;
let caseId: string;
let lead: Person;
let reviewer: Person;
const clips: string[] = [];

async function submit(name: string, over: object = {}): Promise<string> {
  const { body } = await desk.post<{ id: string }>(
    'clips',
    { url: `https://127.0.0.1:1/${name}`, caseId, ...over },
    lead.as,
  );
  return body.id;
}
const patch = (id: string, body: object) => desk.request('PATCH', `clips/${id}`, body, lead.as);
const row = (page: Page, name: string | RegExp) => page.getByRole('row', { name });

beforeAll(async () => {
  [desk, browser] = await Promise.all([DeskDriver.start(), openBrowser()]);
  caseId = (await desk.post<{ id: string }>('cases', { title: 'Example case (invented)' })).body.id;
  lead = await newPerson(desk, { caseId, role: 'lead', name: 'Example Lead', admin: true });
  reviewer = await newPerson(desk, { caseId, role: 'reviewer', name: 'Example Reviewer' });
  for (const name of ['one', 'two', 'three', 'four', 'five'])
    clips.push(await submit(name, { claims: { location: { statement: `market square ${name}` } } }));
  await patch(clips[1] ?? '', { title: LONG, tags: ['market'] });
  await patch(clips[2] ?? '', { title: MARKUP, sensitivity: 'graphic', priority: 'urgent' });
});
afterAll(async () => {
  await browser.close();
  await desk.stop();
});

describe('the list of clips', () => {
  it('is narrowed by its address, and each filter can be taken away', async () => {
    const { page, faults, close } = await openDesk(browser, desk, lead.userId);
    await page.goto(`/clips?case=${caseId}&tag=market`);
    await row(page, /x{300}/).waitFor();
    expect(await page.getByRole('row').count()).toBe(2);
    await page.getByRole('button', { name: 'Take away: Tag: market' }).click();
    await page.getByRole('status').getByText('5 clips').waitFor();
    expect(page.url()).not.toContain('tag=');
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByLabel('Sensitivity').selectOption('graphic');
    await page.getByRole('status').getByText('One clip').waitFor();
    expect(page.url()).toContain('sensitivity=graphic');
    await page.getByRole('searchbox').fill('nothing says this');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'No clip fits these filters' }).waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  it('shows markup and endless names as text, within the window, also at 360 pixels', async () => {
    const { page, faults, close } = await openDesk(browser, desk, lead.userId, {
      viewport: { width: 360, height: 740 },
    });
    await page.goto(`/clips?case=${caseId}`);
    await page.getByText('<img src=x').waitFor();
    const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    expect(await page.evaluate(overflow)).toBe(0);
    expect(await seriousFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  it('takes what changes into its rows, and announces what is new instead of moving the list', async () => {
    const { page, close } = await openDesk(browser, desk, lead.userId);
    await page.goto(`/clips?case=${caseId}`);
    const first = row(page, /127\.0\.0\.1:1\/five/);
    await first.waitFor();
    await page.getByRole('status').getByText('Live').waitFor();
    await patch(clips[4] ?? '', { assigneeId: reviewer.userId });
    await first.getByText('Example Reviewer').waitFor({ timeout: 5_000 });
    const late = await submit('late');
    await page.getByRole('button', { name: 'One new: show it' }).waitFor({ timeout: 5_000 });
    expect(await row(page, /1\/late/).count()).toBe(0);
    await page.keyboard.press('n');
    await row(page, /1\/late/).waitFor();
    await patch(clips[4] ?? '', { assigneeId: null });
    await desk.ended(late);
    await close();
  });

  it('is worked through by keyboard alone: select, assign, undo, open', async () => {
    const { page, faults, close } = await openDesk(browser, desk, lead.userId);
    await page.goto(`/clips?case=${caseId}&order=oldest`);
    await row(page, /1\/one/).waitFor();
    await page.keyboard.press('x');
    await page.keyboard.press('Shift+J');
    await page.keyboard.press('Shift+J');
    const bulk = page.getByRole('region', { name: 'Change the selected clips' });
    await bulk.getByText('3 selected').waitFor();
    await bulk.getByRole('button', { name: 'Assign to' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Example Reviewer' }).waitFor();
    await page.getByRole('menuitem', { name: 'Example Reviewer' }).focus();
    await page.keyboard.press('Enter');
    await bulk.getByText('3 changed.').waitFor();
    await row(page, /1\/one/)
      .getByText('Example Reviewer')
      .waitFor();
    const held = await desk.get<{ items: unknown[] }>(`clips?assignee=${reviewer.userId}`, lead.as);
    expect(held.body.items).toHaveLength(3);
    await bulk.getByRole('button', { name: 'Undo' }).focus();
    await page.keyboard.press('Enter');
    await row(page, /1\/one/)
      .getByText('Unassigned')
      .waitFor();
    await page.getByRole('grid').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('o');
    await page.waitForURL(`**/clips/${clips[0] ?? ''}`);
    expect(faults).toEqual([]);
    await close();
  });

  it('says for each clip why a change was refused', async () => {
    await patch(clips[3] ?? '', { assigneeId: lead.userId });
    const { page, close } = await openDesk(browser, desk, reviewer.userId);
    await page.goto(`/clips?case=${caseId}&order=oldest`);
    await row(page, /1\/four/).waitFor();
    await row(page, /1\/one/)
      .getByRole('checkbox')
      .click();
    await row(page, /1\/four/)
      .getByRole('checkbox')
      .click();
    const bulk = page.getByRole('region', { name: 'Change the selected clips' });
    await bulk.getByRole('button', { name: 'Assign to' }).click();
    await page.getByRole('menuitem', { name: 'Example Reviewer' }).click();
    await bulk.getByText('One changed.').waitFor();
    await bulk.getByText('Somebody else holds this clip').waitFor();
    await bulk.getByRole('button', { name: 'Undo' }).click();
    await row(page, /1\/one/)
      .getByText('Unassigned')
      .waitFor();
    await close();
  });

  it('keeps views on the server', async () => {
    const { page, close } = await openDesk(browser, desk, lead.userId);
    await page.goto('/clips?work=unassigned&order=oldest');
    await page.getByRole('button', { name: 'Saved views' }).click();
    await page.getByLabel('Save this list as').fill('Oldest and free');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('link', { name: 'Oldest and free' }).waitFor();
    await page.goto('/clips');
    await page.getByRole('button', { name: 'Saved views' }).click();
    await page.getByRole('link', { name: 'Oldest and free' }).click();
    await page.waitForURL(/work=unassigned&order=oldest/);
    await close();
  });
});

describe('the inbox', () => {
  it('gives the next clip to whoever asks with one key, and opens it', async () => {
    const { page, faults, close } = await openDesk(browser, desk, reviewer.userId);
    await page.goto('/inbox');
    await page.getByRole('heading', { name: /Nobody has them yet/ }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('t');
    // Urgent comes first, whatever waits longer.
    await page.waitForURL(`**/clips/${clips[2] ?? ''}`);
    const taken = await desk.get<{ assigneeId: string }>(`clips/${clips[2] ?? ''}`, lead.as);
    expect(taken.body.assigneeId).toBe(reviewer.userId);
    await page.goto('/inbox');
    await page.getByRole('heading', { name: /Yours/ }).waitFor();
    expect(faults).toEqual([]);
    await close();
  });
});

describe('in Arabic and in the dark', () => {
  it.each(['/clips', '/inbox', '/people'])(
    '%s reads from right to left and has no serious fault',
    async (path) => {
      const { page, faults, close } = await openDesk(browser, desk, lead.userId, {
        language: 'ar',
        colorScheme: 'dark',
      });
      await page.goto(path);
      await page
        .getByText(path === '/people' ? 'Example Reviewer' : '127.0.0.1:1/one')
        .first()
        .waitFor();
      expect(await page.evaluate('document.documentElement.dir')).toBe('rtl');
      expect(await seriousFaults(page)).toEqual([]);
      expect(faults).toEqual([]);
      await close();
    },
  );
});

describe('the page of people', () => {
  it('makes a case, changes it, and adds and removes somebody', async () => {
    const { page, faults, close } = await openDesk(browser, desk, lead.userId);
    await page.goto('/people');
    await page.getByRole('button', { name: 'New case' }).click();
    await page.getByLabel('Title').first().fill('Second example');
    await page.getByRole('button', { name: 'Make the case' }).click();
    await page.waitForURL(/case=/);
    await page.getByRole('switch', { name: 'Blind review' }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('status').getByText('Saved').waitFor();
    await page.getByLabel('Person', { exact: true }).selectOption({ label: 'Example Reviewer' });
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('button', { name: 'Remove Example Reviewer from the case' }).click();
    await page
      .getByRole('button', { name: 'Remove Example Reviewer from the case' })
      .waitFor({ state: 'detached' });
    expect(await seriousFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  it('shows a set-up link once, and lets administrators close an account', async () => {
    const { page, close } = await openDesk(browser, desk, lead.userId);
    await page.goto('/people');
    await page.getByRole('button', { name: 'Invite' }).waitFor();
    const invite = page.locator('form', { has: page.getByRole('button', { name: 'Invite' }) });
    await invite.getByLabel('Name').fill('Example Newcomer');
    await invite.getByLabel('E-mail').fill('newcomer@example.org');
    await page.getByRole('button', { name: 'Invite' }).click();
    await page.getByText(/\/setup/).waitFor();
    await page.getByRole('button', { name: 'Disable Example Newcomer' }).click();
    await page.getByRole('button', { name: 'Enable Example Newcomer again' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Enable Example Newcomer again' }).waitFor();
    expect(await page.getByText(/\/setup/).count()).toBe(0);
    await close();
  });
});
