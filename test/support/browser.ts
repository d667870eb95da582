import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { AxeBuilder } from '@axe-core/playwright';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { Client } from 'pg';
import { hashSecret } from '../../src/identity/credential.js';
import { newId } from '../../src/shared/ids.js';
import type { DeskDriver } from './desk.js';

/** Debian's Chromium, the same for every suite; `npm test` installs it. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    // Chromium refuses its own sandbox as root; these pages are our own.
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--mute-audio'],
  });
}

function chromiumPath(): string {
  const set = process.env['CHROMIUM_PATH'];
  if (set !== undefined) return set;
  return execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim();
}

export interface DeskPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Requests to any other host than the desk, and what broke the Content-Security-Policy or threw in the page. */
  readonly faults: readonly string[];
  close(): Promise<void>;
}

/** A window of somebody who is signed in: a session straight from the tables, for suites that are not about signing in. */
export async function openDesk(
  browser: Browser,
  desk: DeskDriver,
  userId: string | null,
  options: BrowserContextOptions & { readonly language?: 'en' | 'ar' } = {},
): Promise<DeskPage> {
  const { language = 'en', ...rest } = options;
  const context = await browser.newContext({
    baseURL: desk.url,
    viewport: { width: 1280, height: 800 },
    // A colour on its way to another has any contrast.
    reducedMotion: 'reduce',
    ...rest,
  });
  // A string: it runs in the page, whose names this program's types do not have.
  await context.addInitScript(
    `if (location.protocol.startsWith('http')) localStorage.setItem('sightline.language', '${language}')`,
  );
  if (userId !== null) await signIn(context, desk, userId);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (/^https?:$/.test(url.protocol) && url.origin !== desk.url) faults.push(`request to ${url.host}`);
  });
  page.on('pageerror', (error) => faults.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) faults.push(message.text());
  });
  return { page, context, faults, close: () => context.close() };
}

export async function signIn(context: BrowserContext, desk: DeskDriver, userId: string): Promise<void> {
  const secret = randomBytes(32).toString('base64url');
  const client = new Client({ connectionString: desk.database.ownerUrl });
  await client.connect();
  await client.query(
    `insert into user_session (id, user_id, secret_hash, method, expires_at)
     values ($1, $2, $3, 'password', now() + interval '1 hour')`,
    [newId(), userId, hashSecret(secret)],
  );
  await client.end();
  await context.addCookies([
    { name: 'sightline_session', value: secret, url: desk.url, httpOnly: true, sameSite: 'Strict' },
  ]);
}

/** Ends every session of a person, as time does. */
export async function endSessions(desk: DeskDriver, userId: string): Promise<void> {
  // The API remembers who is signed in until it is told.
  await desk.asOwner(
    "with ended as (update user_session set ended_at = now() where user_id = $1) select pg_notify('token_changed', '')",
    [userId],
  );
}

/** What axe finds that is serious or worse, by the rules of WCAG 2.0 to 2.2, levels A and AA. */
export async function seriousFaults(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

/** Waits until an expression holds in the page. Playwright's own way evaluates a text there, which the page's policy forbids. */
export async function untilInPage(page: Page, expression: string): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!(await page.evaluate<boolean>(expression))) {
    if (Date.now() > deadline) throw new Error(`never held in the page: ${expression}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
