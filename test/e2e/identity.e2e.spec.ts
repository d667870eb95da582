import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { Client } from 'pg';
import { DeskDriver, type Answer } from '../support/desk.js';
import { startIdentityProvider, type IdentityProvider } from '../support/identity-provider.js';
import { newPerson } from '../support/person.js';

interface UserBody {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly admin: boolean;
  readonly disabled: boolean;
  readonly version: number;
  readonly setupUrl?: string;
  readonly code?: string;
}
interface Problem {
  readonly code: string;
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
}
interface MeBody {
  readonly userId: string;
  readonly tokenId: string | null;
  readonly sessionId: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly admin: boolean;
  readonly cases: readonly { readonly caseId: string; readonly role: string }[];
}

const PASSWORD = 'correct horse battery';

/** Invented; the tests themselves play the proxy that would stand there. */
const PUBLIC_URL = 'https://desk.example.org';

let idp: IdentityProvider;
let desk: DeskDriver;
let made = 0;

beforeAll(async () => {
  idp = await startIdentityProvider({
    redirectUri: `${PUBLIC_URL}/api/v1/session/oidc/callback`,
    account: { subject: 'nobody', email: 'nobody@example.org', verified: true },
  });
  desk = await DeskDriver.start({
    env: {
      PUBLIC_URL,
      OIDC_ISSUER: idp.issuer,
      OIDC_CLIENT_ID: idp.clientId,
      OIDC_CLIENT_SECRET: idp.clientSecret,
      EGRESS_ALLOW: `127.0.0.1:${idp.port}`,
    },
  });
});
afterAll(async () => {
  await desk.stop();
  await idp.close();
});

/** A new invented person, with a password. */
async function person(over: object = {}): Promise<UserBody> {
  made += 1;
  const request = {
    email: `person-${made}@example.org`,
    name: 'Example Person',
    password: PASSWORD,
    ...over,
  };
  const { status, body } = await desk.post<UserBody>('users', request);
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body;
}

/** What a browser on the desk's own page sends. */
const browser = (cookie = '') => ({ authorization: '', cookie, origin: desk.url });

function cookieOf(answer: Answer<unknown>): string {
  const [set] = answer.headers.getSetCookie();
  return set?.split(';')[0] ?? '';
}

async function signIn(email: string, over: object = {}, cookie = ''): Promise<string> {
  const answer = await desk.post('session', { email, password: PASSWORD, ...over }, browser(cookie));
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return cookieOf(answer);
}

const codes = (answer: Answer<unknown>) => [answer.status, (answer.body as Problem).code];

describe('the first run', () => {
  it('leads the first administrator to a password by a link in a file of their own, once', async () => {
    const file = join(desk.dataDir, 'setup-link');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const token = (await readFile(file, 'utf8')).trim().split('#token=')[1];
    const email = 'first@example.org';

    const invited = await desk.post('setup/person', { token }, browser());
    expect(invited.body).toEqual({ name: expect.any(String), email: null, totp: false });
    const unknown = await desk.post<Problem>('setup/person', { token: 'unknown' }, browser());
    expect(codes(unknown)).toEqual([401, 'setup_link_invalid']);
    const short = await desk.post<Problem>('setup', { token, password: 'short', email }, browser());
    expect([short.status, short.body.errors?.[0]?.path]).toEqual([400, 'password']);
    const unnamed = await desk.post<Problem>('setup', { token, password: PASSWORD }, browser());
    expect([unnamed.status, unnamed.body.errors?.[0]?.path]).toEqual([400, 'email']);

    const set = await desk.post<MeBody>(
      'setup',
      { token, password: PASSWORD, email, name: 'First' },
      browser(),
    );
    expect([set.status, set.body.admin, set.body.email]).toEqual([201, true, email]);
    expect((await desk.get('me', browser(cookieOf(set)))).status).toBe(200);
    await expect(stat(file)).rejects.toThrow(/ENOENT/);
    expect(codes(await desk.post('setup', { token, password: PASSWORD, email }, browser()))).toEqual([
      401,
      'setup_link_invalid',
    ]);
    await signIn(email);
  });
});

describe('people', () => {
  it('are added, listed, changed under If-Match, and one address belongs to one person in any case', async () => {
    const ada = await person({ email: 'Ada@example.org', name: '\u202Eada <b>x</b>' });
    expect(ada).toMatchObject({ name: '\u202Eada <b>x</b>', admin: false, disabled: false, version: 1 });
    const again = await desk.post('users', { email: 'ada@EXAMPLE.org', name: 'Other', password: PASSWORD });
    expect(codes(again)).toEqual([409, 'email_taken']);
    const read = await desk.get(`users/${ada.id}`);
    const tag = read.headers.get('etag') ?? '';
    const renamed = await desk.request<UserBody>(
      'PATCH',
      `users/${ada.id}`,
      { name: 'Ada' },
      { 'if-match': tag },
    );
    expect([renamed.status, renamed.body.name, renamed.body.version]).toEqual([200, 'Ada', 2]);
    const stale = await desk.request('PATCH', `users/${ada.id}`, { name: 'Eve' }, { 'if-match': tag });
    expect(codes(stale)).toEqual([412, 'version_conflict']);
    const { body } = await desk.get<{ items: UserBody[] }>('users');
    expect(body.items.find(({ id }) => id === ada.id)?.name).toBe('Ada');
    expect(JSON.stringify(body)).not.toMatch(/argon2|password_hash/);
  });

  it.each<[string, object, string]>([
    ['a field that nobody may set', { version: 9 }, 'version'],
    [
      'a password in which the address stands',
      { email: 'x@example.org', password: 'my X@example.org 1' },
      'password',
    ],
    ['a password in which the name stands', { password: 'example person 1' }, 'password'],
    ['ten thousand characters of password', { password: 'x'.repeat(10_000) }, 'password'],
    ['no address', { email: 'nobody' }, 'email'],
    ['half a character in the name', { name: '\uD800' }, 'name'],
  ])('cannot be added with %s', async (_what, over, path) => {
    const request = { email: 'new@example.org', name: 'Example Person', password: PASSWORD, ...over };
    const { status, body } = await desk.post<Problem>('users', request);
    expect([status, body.code, body.errors?.[0]?.path]).toEqual([400, 'invalid_request', path]);
  });

  it('are added once for one Idempotency-Key, which gives the same answer again', async () => {
    const request = { email: 'once@example.org', name: 'Once' };
    const key = { 'idempotency-key': 'once' };
    const first = await desk.post<UserBody>('users', request, key);
    const second = await desk.post<UserBody>('users', request, key);
    expect(second.body).toEqual(first.body);
    expect([first.status, second.status]).toEqual([201, 201]);
    const other = await desk.post('users', { ...request, password: PASSWORD }, key);
    expect(codes(other)).toEqual([409, 'idempotency_key_reused']);
  });

  it('lose every way in at once when they are disabled, and the old ones stay shut afterwards', async () => {
    const ada = await person();
    const cookie = await signIn(ada.email);
    const { body } = await desk.post<{ token: string }>('tokens', {
      name: 'x',
      scope: 'full',
      userId: ada.id,
    });
    const ways = [browser(cookie), { authorization: `Bearer ${body.token}` }];
    for (const way of ways) expect((await desk.get('me', way)).status).toBe(200);
    await desk.request('PATCH', `users/${ada.id}`, { disabled: true });
    for (const way of ways) await desk.until('shut', async () => (await desk.get('me', way)).status === 401);
    expect(codes(await desk.post('session', { email: ada.email, password: PASSWORD }, browser()))).toEqual([
      401,
      'sign_in_failed',
    ]);
    await desk.request('PATCH', `users/${ada.id}`, { disabled: false });
    for (const way of ways) expect((await desk.get('me', way)).status).toBe(401);
    await signIn(ada.email);
  });

  it('get a link instead of a password: good once, renewed by another', async () => {
    const invited = await person({ password: undefined });
    const old = new URL(invited.setupUrl ?? '').hash.replace('#token=', '');
    const { body: link } = await desk.post<{ setupUrl: string }>(`users/${invited.id}/setup-link`);
    const token = new URL(link.setupUrl).hash.replace('#token=', '');
    const use = (text: string, over: object = {}) =>
      desk.post<Problem>('setup', { token: text, password: PASSWORD, ...over }, browser());
    expect(codes(await use(old))).toEqual([401, 'setup_link_invalid']);
    const renamed = await use(token, { email: 'else@example.org' });
    expect([renamed.status, renamed.body.errors?.[0]?.path]).toEqual([400, 'email']);
    const both = await Promise.all([use(token), use(token)]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 401]);
    await signIn(invited.email);
  });

  it('cannot use a link whose time is over', async () => {
    const invited = await person({ password: undefined });
    const token = new URL(invited.setupUrl ?? '').hash.replace('#token=', '');
    await desk.asOwner('update setup_link set expires_at = now() where user_id = $1', [invited.id]);
    const late = await desk.post('setup', { token, password: PASSWORD }, browser());
    expect(codes(late)).toEqual([401, 'setup_link_invalid']);
  });
});

describe('a session', () => {
  it('is a cookie that scripts and other sites cannot use, kept as a hash, and ends with sign-out', async () => {
    const ada = await person();
    const answer = await desk.post<MeBody>(
      'session',
      { email: ada.email.toUpperCase(), password: PASSWORD },
      browser(),
    );
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /^__Host-sightline_session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    expect(answer.body).toMatchObject({ userId: ada.id, tokenId: null, email: ada.email });
    const cookie = cookieOf(answer);
    expect((await desk.get('me', browser(cookie))).headers.get('cache-control')).toBe('private, no-cache');
    const out = await desk.request('DELETE', 'session', undefined, browser(cookie));
    expect([out.status, cookieOf(out)]).toEqual([204, '__Host-sightline_session=']);
    await desk.until('signed out', async () => (await desk.get('me', browser(cookie))).status === 401);
  });

  it('answers everything that is wrong with one code', async () => {
    const ada = await person();
    const invited = await person({ password: undefined });
    const off = await person({ disabled: true });
    const tries = [
      { email: ada.email, password: 'not the password' },
      { email: 'unknown@example.org', password: PASSWORD },
      { email: invited.email, password: PASSWORD },
      { email: off.email, password: PASSWORD },
    ];
    for (const body of tries) {
      const answer = await desk.post('session', body, browser());
      expect(codes(answer)).toEqual([401, 'sign_in_failed']);
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
    const wide = await desk.post<Problem>('session', { ...tries[0], admin: true }, browser());
    expect([wide.status, wide.body.errors?.[0]?.path]).toEqual([400, 'admin']);
  });

  it('is new at each sign-in, and the one that was there before is dead', async () => {
    const [ada, eve] = [await person(), await person()];
    const planted = await signIn(eve.email);
    const fresh = await signIn(ada.email, {}, planted);
    expect(fresh).not.toBe(planted);
    await desk.until(
      'the old one is dead',
      async () => (await desk.get('me', browser(planted))).status === 401,
    );
    const chosen = `__Host-sightline_session=${'A'.repeat(43)}`;
    expect(await signIn(ada.email, {}, chosen)).not.toBe(chosen);
    expect((await desk.get('me', browser(chosen))).status).toBe(401);
  });

  it('changes nothing for a page of another site', async () => {
    const ada = await person({ admin: true });
    const cookie = await signIn(ada.email);
    const change = (headers: Record<string, string>) =>
      desk.post('cases', { title: 'x' }, { authorization: '', cookie, ...headers });
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'same-site' },
    ])
      expect(codes(await change(headers as Record<string, string>))).toEqual([403, 'cross_site']);
    expect((await change({ origin: desk.url })).status).toBe(201);
    // A program with the cookie: no browser leaves both headers out.
    expect((await change({})).status).toBe(201);
    expect((await change({ 'sec-fetch-site': 'same-origin' })).status).toBe(201);
    expect((await desk.get('me', { authorization: '', cookie, origin: 'https://evil.example' })).status).toBe(
      200,
    );
    const forced = await desk.post(
      'session',
      { email: ada.email, password: PASSWORD },
      {
        authorization: '',
        origin: 'https://evil.example',
      },
    );
    expect(codes(forced)).toEqual([403, 'cross_site']);
  });

  it('ends after two hours unused and after twelve in any case', async () => {
    const ada = await person();
    for (const age of ["last_seen_at = now() - interval '121 minutes'", 'expires_at = now()']) {
      const cookie = await signIn(ada.email);
      await desk.asOwner(`update user_session set ${age} where user_id = $1`, [ada.id]);
      await desk.asOwner("select pg_notify('token_changed', '')", []);
      await desk.until('over', async () => (await desk.get('me', browser(cookie))).status === 401);
    }
  });

  it('can be listed and ended by its owner alone', async () => {
    const [ada, eve] = [await person(), await person()];
    const [here, there, hers] = [await signIn(ada.email), await signIn(ada.email), await signIn(eve.email)];
    const { body } = await desk.get<{ items: { id: string; current: boolean }[] }>(
      'me/sessions',
      browser(here),
    );
    expect(body.items.map(({ current }) => current)).toEqual([false, true]);
    const other = body.items.find(({ current }) => !current)?.id ?? '';
    const end = (cookie: string) =>
      desk.request('DELETE', `me/sessions/${other}`, undefined, browser(cookie));
    expect((await end(hers)).status).toBe(404);
    expect((await end(here)).status).toBe(204);
    await desk.until('ended', async () => (await desk.get('me', browser(there))).status === 401);
  });

  it('is the only one left after its owner changed the password, and has a new cookie', async () => {
    const ada = await person();
    const [here, there] = [await signIn(ada.email), await signIn(ada.email)];
    const change = (body: object) => desk.request('PATCH', 'me/password', body, browser(here));
    const next = 'another good password';
    expect(codes(await change({ current: 'not the password', password: next }))).toEqual([
      403,
      'wrong_password',
    ]);
    expect((await change({ current: PASSWORD, password: next, admin: true })).status).toBe(400);
    const changed = await change({ current: PASSWORD, password: next });
    expect(changed.status).toBe(204);
    for (const cookie of [here, there])
      await desk.until('ended', async () => (await desk.get('me', browser(cookie))).status === 401);
    expect((await desk.get('me', browser(cookieOf(changed)))).status).toBe(200);
    await signIn(ada.email, { password: next });
  });
});

describe('sign-in under attack', () => {
  it('is refused after five failures of an account, known or not, also with the right password', async () => {
    const ada = await person();
    for (const email of [ada.email, 'nobody-at-all@example.org']) {
      const tries = await Promise.all(
        Array.from({ length: 8 }, (_, index) =>
          desk.post('session', { email, password: `wrong password ${index}` }, browser()),
        ),
      );
      expect(tries.filter(({ status }) => status === 401)).toHaveLength(5);
      const late = await desk.post('session', { email, password: PASSWORD }, browser());
      expect(codes(late)).toEqual([429, 'rate_limited']);
      expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(800);
    }
    expect(desk.log).not.toContain(ada.email);
    await desk.asOwner('delete from rate_limit', []);
  });

  it('is refused after thirty failures of an address, whatever accounts it tries and wherever it says it is', async () => {
    const ada = await person();
    const tries = await Promise.all(
      Array.from({ length: 34 }, (_, index) =>
        desk.post(
          'session',
          { email: `guess-${index}@example.org`, password: PASSWORD },
          { ...browser(), 'x-forwarded-for': `203.0.113.${index}` },
        ),
      ),
    );
    expect(tries.filter(({ status }) => status === 401)).toHaveLength(30);
    const enter = () => desk.post('session', { email: ada.email, password: PASSWORD }, browser());
    expect(codes(await enter())).toEqual([429, 'rate_limited']);
    // One failure is left: those who succeed do not use it up.
    await desk.asOwner("update rate_limit set points = 29 where key like 'address:%'", []);
    for (let count = 0; count < 3; count++) expect((await enter()).status).toBe(201);
    await desk.asOwner('delete from rate_limit', []);
  });
});

describe('a second factor', () => {
  const at = (secret: string, offsetSteps = 0) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({
      timestamp: Date.now() + offsetSteps * 30_000,
    });

  it('counts once it was confirmed, takes each code once, and goes with the password', async () => {
    const ada = await person();
    const cookie = await signIn(ada.email);
    const own = browser(cookie);
    const { body: begun } = await desk.post<{ secret: string; uri: string }>('me/totp', {}, own);
    expect(begun.uri).toContain(`secret=${begun.secret}`);
    const wrong = await desk.post<Problem>('me/totp/confirm', { code: '000000' }, own);
    expect([wrong.status, wrong.body.errors?.[0]?.path]).toEqual([400, 'code']);
    const code = at(begun.secret, -1);
    expect((await desk.post('me/totp/confirm', { code }, own)).status).toBe(204);

    const enter = (over: object) =>
      desk.post('session', { email: ada.email, password: PASSWORD, ...over }, browser());
    expect(codes(await enter({}))).toEqual([401, 'totp_required']);
    expect(codes(await enter({ password: 'not the password' }))).toEqual([401, 'sign_in_failed']);
    expect(codes(await enter({ totp: code }))).toEqual([401, 'sign_in_failed']);
    const next = at(begun.secret, 1);
    const both = await Promise.all([enter({ totp: next }), enter({ totp: next })]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 401]);

    expect(codes(await desk.post('me/totp', {}, own))).toEqual([409, 'totp_enabled']);
    const remove = (password: string) => desk.request('DELETE', 'me/totp', { password }, own);
    expect(codes(await remove('not the password'))).toEqual([403, 'wrong_password']);
    expect((await remove(PASSWORD)).status).toBe(204);
    await signIn(ada.email);
  });

  it('is asked for by a reset link too, and an administrator takes it away', async () => {
    const ada = await person();
    const own = browser(await signIn(ada.email));
    const { body: begun } = await desk.post<{ secret: string }>('me/totp', {}, own);
    await desk.post('me/totp/confirm', { code: at(begun.secret) }, own);
    const { body: link } = await desk.post<{ setupUrl: string }>(`users/${ada.id}/setup-link`);
    const token = new URL(link.setupUrl).hash.replace('#token=', '');
    const use = () => desk.post('setup', { token, password: PASSWORD }, browser());
    expect(codes(await use())).toEqual([401, 'totp_required']);
    const guess = () => desk.post('setup', { token, password: PASSWORD, totp: '000000' }, browser());
    for (let count = 0; count < 5; count++) expect(codes(await guess())).toEqual([401, 'sign_in_failed']);
    expect(codes(await guess())).toEqual([429, 'rate_limited']);
    await desk.asOwner('delete from rate_limit', []);
    const reset = await desk.request<{ totp: boolean }>('PATCH', `users/${ada.id}`, { totp: false });
    expect([reset.status, reset.body.totp]).toEqual([200, false]);
    expect((await use()).status).toBe(201);
  });
});

describe('an identity provider', () => {
  /** One request of a browser that follows nothing by itself. */
  async function visit(
    url: string,
    cookie = '',
  ): Promise<{ status: number; to: string; cookies: string[]; code: string }> {
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie } });
    const text = await answer.text();
    return {
      status: answer.status,
      to: new URL(answer.headers.get('location') ?? '', url).href,
      cookies: answer.headers.getSetCookie().map((set) => set.split(';')[0] ?? ''),
      code: text.startsWith('{') ? (JSON.parse(text) as Problem).code : '',
    };
  }

  /** To the provider and through it, up to the address that the browser is sent back with. */
  async function leave(): Promise<{ cookie: string; nonce: string; back: string }> {
    const out = await visit(`${desk.url}/api/v1/session/oidc`);
    let [url, jar] = [out.to, [] as string[]];
    while (url.startsWith(idp.issuer)) {
      const step = await visit(url, jar.join('; '));
      jar = [...jar, ...step.cookies];
      url = step.to;
    }
    const nonce = new URL(out.to).searchParams.get('nonce') ?? '';
    return { cookie: out.cookies[0] ?? '', nonce, back: url.replace(PUBLIC_URL, desk.url) };
  }

  const account = (subject: string, email: string, verified = true) => ({ subject, email, verified });

  it('signs in a person whose address it has checked, and knows them by its own name from then on', async () => {
    const ada = await person();
    idp.account = account('ada-at-the-provider', ada.email.toUpperCase());
    const { cookie, back } = await leave();
    const home = await visit(back, cookie);
    expect([home.status, home.to]).toEqual([302, `${desk.url}/`]);
    const session = home.cookies.find((set) => set.startsWith('__Host-sightline_session=')) ?? '';
    expect((await desk.get<MeBody>('me', browser(session))).body.userId).toBe(ada.id);
    const replayed = await visit(back, cookie);
    expect([replayed.status, replayed.code]).toEqual([401, 'oidc_failed']);

    idp.account = account('ada-at-the-provider', 'other@example.org');
    const again = await leave();
    expect((await visit(again.back, again.cookie)).status).toBe(302);
    await desk.request('PATCH', `users/${ada.id}`, { disabled: true });
    const off = await leave();
    expect((await visit(off.back, off.cookie)).code).toBe('unknown_person');
  });

  it('makes nobody a person of the desk, and is not believed about an address that it did not check', async () => {
    const ada = await person();
    for (const who of [
      account('stranger', 'stranger@example.org'),
      account('claims-to-be', ada.email, false),
    ]) {
      idp.account = who;
      const { cookie, back } = await leave();
      const answer = await visit(back, cookie);
      expect([answer.status, answer.code]).toEqual([403, 'unknown_person']);
    }
  });

  it('is not believed without this browser’s own round, nor with another state', async () => {
    const [one, two] = [await leave(), await leave()];
    const wrong = [
      await visit(one.back),
      await visit(one.back, two.cookie),
      await visit(one.back, '__Host-sightline_oidc=bm90LWpzb24'),
      await visit(one.back.replace(/state=[^&]+/, 'state=other'), one.cookie),
    ];
    expect(wrong.map(({ status, code }) => [status, code])).toEqual(wrong.map(() => [401, 'oidc_failed']));
  });

  it.each<[string, object, 'provider' | 'stranger' | 'nobody']>([
    ['that nobody signed', {}, 'nobody'],
    ['that somebody else signed', {}, 'stranger'],
    ['for another client', { aud: 'another' }, 'provider'],
    ['of another issuer', { iss: 'https://evil.example' }, 'provider'],
    ['of another round', { nonce: 'another' }, 'provider'],
    ['that has expired', { exp: 1_700_000_000 }, 'provider'],
  ])('is not believed with a token %s', async (_what, over, by) => {
    const ada = await person();
    const { cookie, nonce, back } = await leave();
    const nowSeconds = Math.floor(Date.now() / 1000);
    const claims = {
      iss: idp.issuer,
      aud: idp.clientId,
      sub: `forged ${ada.id}`,
      nonce,
      iat: nowSeconds,
      exp: nowSeconds + 60,
      email: ada.email,
      email_verified: true,
    };
    try {
      idp.forgedIdToken = idp.idToken({ ...claims, ...over }, by);
      const answer = await visit(back, cookie);
      expect([answer.status, answer.code]).toEqual([401, 'oidc_failed']);
      // The same token unspoilt would have done.
      const sound = await leave();
      idp.forgedIdToken = idp.idToken({ ...claims, nonce: sound.nonce });
      expect((await visit(sound.back, sound.cookie)).status).toBe(302);
    } finally {
      idp.forgedIdToken = null;
    }
  });
});

describe('members of a case', () => {
  it('are added, given another role, listed by name, and taken out', async () => {
    const { body: made_ } = await desk.post<{ id: string; blindReview: boolean }>('cases', {
      title: 'Members',
    });
    expect(made_.blindReview).toBe(true);
    const ada = await person({ name: 'Ada' });
    const path = `cases/${made_.id}/members`;
    const cookie = await signIn(ada.email);
    expect((await desk.get(`cases/${made_.id}`, browser(cookie))).status).toBe(404);
    expect((await desk.post(path, { userId: ada.id, role: 'submitter' })).status).toBe(201);
    await desk.until(
      'is in',
      async () => (await desk.get(`cases/${made_.id}`, browser(cookie))).status === 200,
    );
    expect((await desk.post(path, { userId: ada.id, role: 'reviewer' })).status).toBe(200);
    const { body } = await desk.get<{ items: object[] }>(path);
    expect(body.items).toContainEqual(
      expect.objectContaining({ userId: ada.id, name: 'Ada', role: 'reviewer' }),
    );
    expect((await desk.request('DELETE', `${path}/${ada.id}`)).status).toBe(204);
    expect((await desk.request('DELETE', `${path}/${ada.id}`)).status).toBe(404);
    await desk.until(
      'is out',
      async () => (await desk.get(`cases/${made_.id}`, browser(cookie))).status === 404,
    );
  });

  it('are not mixed up between cases by one Idempotency-Key', async () => {
    const cases = await Promise.all(
      ['One', 'Two'].map((title) => desk.post<{ id: string }>('cases', { title })),
    );
    const ada = await person();
    const add = (caseId = '') =>
      desk.post(`cases/${caseId}/members`, { userId: ada.id, role: 'lead' }, { 'idempotency-key': 'member' });
    expect((await add(cases[0]?.body.id)).status).toBe(201);
    expect((await add(cases[0]?.body.id)).status).toBe(201);
    expect(codes(await add(cases[1]?.body.id))).toEqual([409, 'idempotency_key_reused']);
  });

  it('cannot be unknown or disabled people, and one lead always stays', async () => {
    const { body: made_ } = await desk.post<{ id: string }>('cases', { title: 'Lead' });
    const path = `cases/${made_.id}/members`;
    const off = await person({ disabled: true });
    for (const userId of [off.id, made_.id]) {
      const { status, body } = await desk.post<Problem>(path, { userId, role: 'lead' });
      expect([status, body.errors?.[0]?.path]).toEqual([400, 'userId']);
    }
    const { body: me } = await desk.get<MeBody>('me');
    expect(codes(await desk.request('DELETE', `${path}/${me.userId}`))).toEqual([409, 'last_lead']);
    expect(codes(await desk.post(path, { userId: me.userId, role: 'reviewer' }))).toEqual([409, 'last_lead']);
    const [one, two] = [
      await newPerson(desk, { caseId: made_.id, role: 'lead' }),
      await newPerson(desk, { caseId: made_.id, role: 'lead' }),
    ];
    expect((await desk.request('DELETE', `${path}/${me.userId}`)).status).toBe(204);
    const answers = await Promise.all([
      desk.request('DELETE', `${path}/${two.userId}`, undefined, one.as),
      desk.request('DELETE', `${path}/${one.userId}`, undefined, two.as),
    ]);
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
  });

  it('get a lead from an administrator only when they have none who can sign in', async () => {
    const lead = await newPerson(desk, {});
    const { body: made_ } = await desk.post<{ id: string }>('cases', { title: 'Orphan' }, lead.as);
    const ada = await person();
    const appoint = (role: string) => desk.post(`cases/${made_.id}/members`, { userId: ada.id, role });
    expect((await appoint('lead')).status).toBe(404);
    await desk.request('PATCH', `users/${lead.userId}`, { disabled: true });
    expect((await appoint('reviewer')).status).toBe(404);
    expect((await appoint('lead')).status).toBe(201);
    expect((await appoint('lead')).status).toBe(404);
  });

  it('may be told to review openly', async () => {
    const { body } = await desk.post<{ id: string; blindReview: boolean }>('cases', {
      title: 'Open',
      blindReview: false,
    });
    expect(body.blindReview).toBe(false);
    const changed = await desk.request<{ blindReview: boolean }>('PATCH', `cases/${body.id}`, {
      blindReview: true,
    });
    expect(changed.body.blindReview).toBe(true);
  });
});

describe('a token for somebody else', () => {
  it('reaches that person’s cases, not its maker’s, and only administrators make it', async () => {
    const ada = await newPerson(desk, {});
    const { body: hers } = await desk.post<{ id: string }>('cases', { title: 'Hers' }, ada.as);
    const { body: mine } = await desk.post<{ id: string }>('cases', { title: 'Mine' });
    const make = (caseId: string, headers?: Record<string, string>) =>
      desk.post<{ id: string; token: string }>(
        'tokens',
        { name: 'for Ada', userId: ada.userId, scope: 'full', caseIds: [caseId] },
        headers,
      );
    const early = await make(mine.id);
    const empty = await desk.get<MeBody>('me', { authorization: `Bearer ${early.body.token}` });
    expect([early.status, empty.body.userId, empty.body.cases]).toEqual([201, ada.userId, []]);
    const { body } = await make(hers.id);
    const as = { authorization: `Bearer ${body.token}` };
    const { body: me } = await desk.get<MeBody>('me', as);
    expect([me.userId, me.cases]).toEqual([ada.userId, [{ caseId: hers.id, role: 'lead' }]]);
    const eve = await newPerson(desk, {});
    expect(codes(await make(hers.id, eve.as))).toEqual([403, 'admin_only']);
    expect((await desk.request('DELETE', `tokens/${body.id}`, undefined, eve.as)).status).toBe(404);
    expect((await desk.request('DELETE', `tokens/${body.id}`)).status).toBe(204);
    await desk.until('revoked', async () => (await desk.get('me', as)).status === 401);
    const nobody = await desk.post<Problem>('tokens', { name: 'x', scope: 'read', userId: mine.id });
    expect([nobody.status, nobody.body.errors?.[0]?.path]).toEqual([400, 'userId']);
  });

  it('is refused from the moment at which it expires, also while it is in use', async () => {
    const expiresAt = new Date(Date.now() + 2_000).toISOString();
    const { body } = await desk.post<{ token: string }>('tokens', {
      name: 'brief',
      scope: 'read',
      expiresAt,
    });
    const as = { authorization: `Bearer ${body.token}` };
    expect((await desk.get('me', as)).status).toBe(200);
    await desk.until('it has expired', async () => (await desk.get('me', as)).status === 401);
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(expiresAt));
    const past = await desk.post<Problem>('tokens', { name: 'x', scope: 'read', expiresAt });
    expect([past.status, past.body.errors?.[0]?.path]).toEqual([400, 'expiresAt']);
  });

  it('limited to cases carries no administrator’s rights', async () => {
    const { body: mine } = await desk.post<{ id: string }>('cases', { title: 'Mine' });
    const { body } = await desk.post<{ token: string }>('tokens', {
      name: 'x',
      scope: 'full',
      caseIds: [mine.id],
    });
    const as = { authorization: `Bearer ${body.token}` };
    expect((await desk.get<MeBody>('me', as)).body.admin).toBe(false);
    expect(codes(await desk.get('users', as))).toEqual([403, 'admin_only']);
  });

  it('of a person for a wall screen tells no name and no address', async () => {
    const { body } = await desk.post<{ token: string }>('tokens', { name: 'wall', scope: 'dashboard' });
    const as = { authorization: `Bearer ${body.token}` };
    expect((await desk.get<MeBody>('me', as)).body).toMatchObject({ name: null, email: null });
    expect((await desk.get('cases', as)).status).toBe(403);
  });
});

describe('custody', () => {
  it('holds each of these acts, names nobody in the open, and verifies', async () => {
    const client = new Client({ connectionString: desk.database.ownerUrl });
    await client.connect();
    const { rows } = await client.query<{ canonical: string }>('select canonical from custody_event');
    await client.end();
    const log = rows.map(({ canonical }) => canonical).join('\n');
    const actions = new Set(
      rows.map(({ canonical }) => (JSON.parse(canonical) as { action: string }).action),
    );
    expect([...actions]).toEqual(
      expect.arrayContaining([
        'user.created',
        'user.updated',
        'session.started',
        'session.ended',
        'password.changed',
        'second_factor.changed',
        'setup_link.created',
        'setup_link.used',
        'identity.linked',
        'member.added',
        'member.removed',
        'token.created',
        'token.revoked',
      ]),
    );
    expect(log).not.toMatch(/@example\.org|Example Person|argon2/);
    await desk.post('custody/verification');
    expect((await desk.verified()).differences).toEqual([]);
  });
});
