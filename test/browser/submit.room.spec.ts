import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, openDesk, seriousFaults } from '../support/browser.js';
import { DeskDriver } from '../support/desk.js';
import { newPerson, type Person } from '../support/person.js';
import { startSite, type Site } from '../support/site/site.js';

let desk: DeskDriver;
let browser: Browser;
let site: Site;
let caseId: string;
let reviewer: Person;

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), openBrowser()]);
  desk = await DeskDriver.start({ env: { EGRESS_ALLOW: `127.0.0.1:${site.port}` } });
  const { body } = await desk.get<{ items: { id: string; inbox: boolean }[] }>('cases');
  caseId = body.items.find(({ inbox }) => inbox)?.id ?? '';
  reviewer = await newPerson(desk, { name: 'Example Reviewer', caseId, role: 'reviewer' });
});
afterAll(async () => {
  await browser.close();
  await desk.stop();
  await site.close();
});

const shot = async (page: Page, name: string) => {
  const folder = process.env['SHOTS'];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
};

it('pasted links become rows with their own claims, and each row tells how far its clip is', async () => {
  const { page, faults, close } = await openDesk(browser, desk, reviewer.userId);
  await page.goto('/submit');
  await page.getByText('Nothing to hand in yet').waitFor();
  await paste(page, [`${site.origin}/clip.mp4?row=1`, `${site.origin}/status/404`].join('\n'));
  await page.getByRole('heading', { name: '2 rows to send' }).waitFor();
  await page.getByLabel('Links').fill('no link at all');
  await page.getByRole('button', { name: 'Add to the list' }).click();
  await page.getByRole('heading', { name: '3 rows to send' }).waitFor();
  await shot(page, 'rows');

  await page.getByRole('button', { name: 'Change' }).click();
  const forAll = page.getByRole('region', { name: 'Same for all rows' });
  await forAll.getByRole('textbox', { name: 'Note' }).fill('from the night desk');
  await forAll.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'Claims of row 1' }).click();
  const where = page.getByRole('group', { name: 'Where' });
  await where.getByLabel('Coordinates').fill('far away');
  await page.getByRole('button', { name: 'Send 3 rows' }).click();

  // Nothing of a row is sent that cannot be accepted, and nothing typed is lost.
  await page.getByRole('link', { name: /status\/404/ }).waitFor();
  await where.getByText('Say in words what is claimed.').waitFor();
  await page.getByText('This is not a link').waitFor();
  await where.getByLabel('What is claimed').fill('the square of Exampleton');
  await page.getByRole('button', { name: 'Send 2 rows' }).click();
  await where.locator('.mantine-TextInput-error').filter({ hasText: /\S/ }).waitFor();
  await shot(page, 'faults');
  await where.getByLabel('Coordinates').fill('10.5, -20.25');
  await page.reload();
  expect(await where.getByLabel('What is claimed').inputValue()).toBe('the square of Exampleton');
  await page.getByRole('button', { name: 'Remove row 2' }).click();
  await page.getByRole('button', { name: 'Send one row' }).click();

  const sent = page.getByRole('region', { name: 'Handed in' });
  const taken = sent.getByRole('listitem').filter({ hasText: 'row=1' });
  await taken.getByText('Complete').waitFor();
  const failed = sent.getByRole('listitem').filter({ hasText: 'status/404' });
  await failed.getByText('There is nothing at this address.').waitFor();
  await taken.getByRole('button', { name: 'Steps' }).click();
  await taken.getByText('Extract keyframes').waitFor();
  await shot(page, 'sent');
  expect(await seriousFaults(page)).toEqual([]);
  expect(faults).toEqual([]);
  await close();
});

it('what is already known is said before sending and after: the link, and the same file', async () => {
  const { page, faults, close } = await openDesk(browser, desk, reviewer.userId, { colorScheme: 'dark' });
  await desk.submitAndWait({ url: `${site.origin}/clip.mp4?known=1` });
  await page.goto('/submit');
  await paste(page, `${site.origin}/clip.mp4?known=1&fbclid=abc`);
  await page.getByText('Already in this case since').waitFor();
  await page.getByRole('button', { name: 'Claims of row 1' }).click();
  await page
    .getByRole('group', { name: 'By whom' })
    .getByLabel('What is claimed')
    .fill('filmed by Lina Invented');
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([
      { name: `<b>${'long '.repeat(70)}</b>\u202Egpj.mp4`, mimeType: 'video/mp4', buffer: site.clip },
      { name: 'second.mp4', mimeType: 'video/mp4', buffer: site.clip },
    ]);
  await page.getByRole('heading', { name: '3 rows to send' }).waitFor();
  await shot(page, 'known-dark');
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Send 3 rows' }).click();

  const sent = page.getByRole('region', { name: 'Handed in' });
  const known = sent.getByRole('listitem').filter({ hasText: 'known=1' });
  await known.getByText('Your words were added to it.').waitFor();
  await known.getByText('Already here').waitFor();
  const file = sent.getByRole('listitem').filter({ hasText: 'second.mp4' });
  await file.getByText('The same file as an earlier clip').first().waitFor();
  await shot(page, 'sent-dark');
  expect(await seriousFaults(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 700 });
  await shot(page, 'narrow-dark');
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  expect(faults).toEqual([]);
  await close();
});

it('a table says what of it was understood, and rows that cannot be sent wait for a correction', async () => {
  const { page, faults, close } = await openDesk(browser, desk, reviewer.userId);
  await page.goto('/submit');
  const table = [
    'Notes;Claimed_Location;Link;mood;Case',
    `by night;"the square; north side";${site.origin}/clip.mp4?table=1;calm;`,
    `;;${site.origin}/clip.mp4?table=2;;No Such Case`,
  ].join('\r\n');
  await page
    .locator('input[accept*=csv]')
    .setInputFiles({ name: 'clips.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${table}`) });
  const preview = page.getByRole('region', { name: 'Table of links' });
  await preview.getByRole('row', { name: 'Claimed_Location Claimed place, in words' }).waitFor();
  await preview.getByRole('row', { name: 'mood Not understood: left aside' }).waitFor();
  await preview.getByText('You have no case of this name').waitFor();
  await shot(page, 'table');
  expect(await seriousFaults(page)).toEqual([]);
  await preview.getByRole('button', { name: 'Add 2 rows to the list' }).click();
  await page.getByRole('button', { name: 'Send 2 rows' }).click();
  await page
    .getByRole('region', { name: 'Handed in' })
    .getByRole('link', { name: /table=1/ })
    .waitFor();
  await page.getByRole('heading', { name: 'One row to send' }).waitFor();
  const { items } = (await desk.get<{ items: { canonicalUrl: string; id: string }[] }>('clips')).body;
  expect(items.filter(({ canonicalUrl }) => canonicalUrl?.includes('table=2'))).toEqual([]);
  const sent = items.find(({ canonicalUrl }) => canonicalUrl?.includes('table=1'));
  const { body: clip } = await desk.get<{ claims: { statement: string }[] }>(`clips/${sent?.id ?? ''}`);
  expect(clip.claims.map(({ statement }) => statement)).toEqual(['the square; north side']);
  expect(faults).toEqual([]);
  await close();
});

it('by keyboard alone, in Arabic, from right to left', async () => {
  const { page, faults, close } = await openDesk(browser, desk, reviewer.userId, { language: 'ar' });
  await page.goto('/submit');
  await page.getByRole('heading', { name: 'إرسال', exact: true }).waitFor();
  expect(await page.evaluate('document.documentElement.dir')).toBe('rtl');
  await page.keyboard.press('n');
  await page.keyboard.type(`${site.origin}/clip.mp4?keys=1`);
  await page.keyboard.press('Enter');
  await page.keyboard.type(`${site.origin}/clip.mp4?keys=2`);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'صفّان للإرسال' }).waitFor();
  await page.locator('body').evaluate('document.activeElement.blur()');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.keyboard.press('e');
  const where = page.getByRole('group', { name: 'أين' });
  await where.waitFor();
  await shot(page, 'arabic');
  expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  const sent = page.getByRole('region', { name: 'ما سُلِّم' });
  await sent.getByRole('link', { name: /keys=1/ }).waitFor();
  await sent.getByText('مكتمل').waitFor();
  expect(faults).toEqual([]);
  await close();
});

it('whoever has a one-time link chooses a password and is in, and comes in with it from then on', async () => {
  const { body } = await desk.post<{ setupUrl: string }>('users', {
    email: 'noor@example.org',
    name: 'Noor Invented',
  });
  const { page, context, faults, close } = await openDesk(browser, desk, null);
  await page.goto(body.setupUrl);
  await page.getByText('Noor Invented').waitFor();
  expect(page.url()).not.toContain('token');
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByLabel('Choose a password').fill('short');
  await page.getByLabel('The same password again').fill('short');
  await page.getByRole('button', { name: 'Open the desk' }).click();
  await page.getByText('must have 10 to 200 characters').waitFor();
  await shot(page, 'setup');
  await page.getByLabel('Choose a password').fill('amber-lagoon-4711');
  await page.getByLabel('The same password again').fill('amber-lagoon-4711');
  await page.getByRole('button', { name: 'Open the desk' }).click();
  await page.getByRole('navigation', { name: 'Main' }).waitFor();

  await context.clearCookies();
  await page.goto(body.setupUrl);
  await page.getByText('This link is unknown, used or expired.').waitFor();
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.getByLabel('E-mail').fill('noor@example.org');
  await page.getByLabel(/^Password/).fill('wrong');
  await page.keyboard.press('Enter');
  await page.getByText('The e-mail address, the password or the code is wrong.').waitFor();
  await shot(page, 'sign-in');
  await page.getByLabel(/^Password/).fill('amber-lagoon-4711');
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
  expect(faults).toEqual([]);
  await close();
});

/** As from the clipboard, which a browser without a window does not have. */
async function paste(page: Page, text: string): Promise<void> {
  await page.getByLabel('Links').focus();
  // A string: it runs in the page, whose names this program's types do not have.
  await page.evaluate(`(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', ${JSON.stringify(text)});
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement.dispatchEvent(event);
  })()`);
}
