import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { endSessions, openBrowser, openDesk } from '../support/browser.js';
import { DeskDriver } from '../support/desk.js';

const PASSWORD = 'seven quiet lanterns in a row';
const DRAFT = 'sightline.draft.left-behind';

interface Member {
  readonly userId: string;
  readonly email: string;
}

let desk: DeskDriver;
let browser: Browser;
let caseId: string;
let clipId: string;

beforeAll(async () => {
  [desk, browser] = await Promise.all([DeskDriver.start(), openBrowser()]);
  caseId = (await desk.post<{ id: string }>('cases', { title: 'An example case' })).body.id;
  clipId = (await desk.upload({ bytes: 'no film', name: 'broken.mp4' }, { caseId })).body.id;
  await desk.ended(clipId);
});
afterAll(async () => {
  await browser.close();
  await desk.stop();
});

/** An invented colleague who can sign in by hand. */
async function member(name: string): Promise<Member> {
  const email = `${name.toLowerCase().replace(' ', '.')}@example.org`;
  const { body } = await desk.post<{ id: string }>('users', { email, name, password: PASSWORD });
  await desk.post(`cases/${caseId}/members`, { userId: body.id, role: 'reviewer' });
  return { userId: body.id, email };
}

async function signInByHand(page: Page, { email }: Member): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Your session has ended' });
const own = (page: Page) => page.getByLabel('Say something about this clip');
const keptNames = (page: Page) =>
  page.evaluate<string[]>("Object.keys(sessionStorage).filter((name) => name.startsWith('sightline.'))");
/** Ends the session, and lets the page notice with what somebody was writing. */
async function loseSessionWith(page: Page, { userId }: Member, words: string): Promise<void> {
  await page.goto(`/clips/${clipId}?panel=comments`);
  await own(page).fill(words);
  await endSessions(desk, userId);
  // The news may have noticed before, and the dialog lies over the button: the press had been made already.
  await page.getByRole('button', { name: 'Say it' }).dispatchEvent('click');
  await dialog(page).waitFor();
}
const said = async (): Promise<readonly { readonly text: string }[]> => {
  const { body } = await desk.get<{ items: { text: string }[] }>(`clips/${clipId}/comments`);
  return body.items;
};
const tabs = async (context: BrowserContext, path: string): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(path);
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
  return page;
};

it('what waited for a session goes on for the same person, and not by walking about', async () => {
  const ann = await member('Example Ann');
  const { page, faults, close } = await openDesk(browser, desk, ann.userId);
  await loseSessionWith(page, ann, 'ann waits');
  // The way to another page asks who is here; what the page remembers of that must not let anybody in.
  await page.evaluate('document.activeElement instanceof HTMLElement && document.activeElement.blur()');
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await page.waitForURL('**/clips');
  await dialog(page).waitFor();
  expect(await said()).toEqual([]);
  await signInByHand(page, ann);
  await dialog(page).waitFor({ state: 'hidden' });
  await page.goto(`/clips/${clipId}?panel=comments`);
  await page.getByText('ann waits').waitFor();
  expect((await said()).map(({ text }) => text)).toEqual(['ann waits']);
  expect(faults).toEqual([]);
  await close();
});

it('whoever signs in over somebody else’s page gets a page of their own, and sends nothing in their name', async () => {
  const [bea, cem] = [await member('Example Bea'), await member('Example Cem')];
  const { page, context, faults, close } = await openDesk(browser, desk, bea.userId);
  const other = await tabs(context, '/clips');
  await loseSessionWith(page, bea, 'bea was writing this');
  await page.evaluate(`sessionStorage.setItem('${DRAFT}', 'hers')`);
  await Promise.all([other.waitForURL('**/inbox'), page.waitForURL('**/inbox'), signInByHand(page, cem)]);
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
  expect(await keptNames(page)).toEqual(['sightline.person']);
  expect((await said()).map(({ text }) => text)).not.toContain('bea was writing this');
  await page.goto(`/clips/${clipId}?panel=comments`);
  expect(await own(page).inputValue()).toBe('');
  expect(faults).toEqual([]);
  await close();
});

it('signing out leaves nothing: in no tab, not in its storage, not behind the “back” button', async () => {
  const dee = await member('Example Dee');
  const { page, context, faults, close } = await openDesk(browser, desk, dee.userId);
  const other = await tabs(context, '/clips');
  await page.goto(`/clips/${clipId}?panel=comments`);
  await page.evaluate(`sessionStorage.setItem('${DRAFT}', 'hers')`);
  await page.getByRole('link', { name: 'Account' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  for (const tab of [page, other]) {
    await tab.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await keptNames(tab)).toEqual([]);
  }
  await page.goBack();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  expect(await page.getByText('broken.mp4').count()).toBe(0);
  expect(faults).toEqual([]);
  await close();
});

it('a comment whose answer was lost is written once, and nothing typed is lost while the desk is busy', async () => {
  const eli = await member('Example Eli');
  const { page, close } = await openDesk(browser, desk, eli.userId);
  await page.goto(`/clips/${clipId}?panel=comments`);
  const answers: ('lost' | 503)[] = ['lost', 503];
  await page.route('**/comments', async (route) => {
    const answer = route.request().method() === 'POST' ? answers.shift() : undefined;
    if (answer === undefined) return route.continue();
    if (answer === 503)
      return route.fulfill({ status: 503, json: { status: 503, code: 'unavailable', detail: 'Busy.' } });
    await route.fetch();
    return route.abort('connectionreset');
  });
  await own(page).fill('said once');
  for (const wanted of ['The desk could not be reached.', 'Busy.']) {
    await page.getByRole('button', { name: 'Say it' }).click();
    await page.getByRole('alert').filter({ hasText: wanted }).waitFor();
    expect(await own(page).inputValue()).toBe('said once');
  }
  const taken = () =>
    page.waitForResponse((answer) => answer.request().method() === 'POST' && answer.status() === 201);
  await Promise.all([taken(), page.getByRole('button', { name: 'Say it' }).dblclick()]);
  expect((await said()).filter(({ text }) => text === 'said once')).toHaveLength(1);
  // By keys, pressed twice.
  await own(page).fill('by keys');
  const answered = taken();
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Control+Enter');
  await answered;
  expect((await said()).filter(({ text }) => text === 'by keys')).toHaveLength(1);
  await close();
});

it('a link to the way in leads nowhere else', async () => {
  const { page, faults, close } = await openDesk(browser, desk, null);
  await page.goto(`/sign-in?next=${encodeURIComponent('/\t/elsewhere.example/')}`);
  await signInByHand(page, await member('Example Fay'));
  await page.waitForURL('**/inbox');
  expect(new URL(page.url()).origin).toBe(desk.url);
  expect(faults).toEqual([]);
  await close();
});
