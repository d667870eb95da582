import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser, openDesk, seriousFaults, signIn } from '../support/browser.js';
import { DeskDriver } from '../support/desk.js';
import { newPerson, type Person } from '../support/person.js';

let desk: DeskDriver;
let browser: Browser;
let person: Person;

beforeAll(async () => {
  [desk, browser] = await Promise.all([DeskDriver.start(), openBrowser()]);
  person = await newPerson(desk, { name: 'Example Reviewer' });
});
afterAll(async () => {
  await browser.close();
  await desk.stop();
});

it('whoever is not signed in is asked to, and comes to where they wanted', async () => {
  const { page, context, faults, close } = await openDesk(browser, desk, null);
  await page.goto('/clips?work=needs_help');
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await signIn(context, desk, person.userId);
  await page.goto('/clips?work=needs_help');
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
  expect(page.url()).toContain('work=needs_help');
  await page.getByRole('status').getByText('Live').waitFor();
  expect(faults).toEqual([]);
  await close();
});

it('the page allows no other host, no inline script and no frame', async () => {
  const answer = await fetch(`${desk.url}/inbox`);
  const policy = answer.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
  const again = await fetch(`${desk.url}/inbox`);
  expect(again.headers.get('content-security-policy')).not.toBe(policy);
});

it('an unknown path of the API is a problem document, any other is the page’s own "not found"', async () => {
  const answer = await desk.get<{ code: string }>('nothing/here');
  expect(answer.status).toBe(404);
  expect(answer.body.code).toBe('not_found');
  const { page, close } = await openDesk(browser, desk, person.userId);
  await page.goto('/no/such/page');
  await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
  await close();
});
