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
