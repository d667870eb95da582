import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DeskDriver, type Answer } from '../support/desk.js';

/**
 * What a program meets that was written from the contract alone: no table is touched, no header sent that the contract does
 * not name. Every person here is invented.
 */
const PASSWORD = 'correct horse battery staple';

interface Made {
  readonly id: string;
  readonly token: string;
  readonly secret: string;
  readonly setupUrl: string;
}

let desk: DeskDriver;
let caseId: string;
let made = 0;

beforeAll(async () => {
  desk = await DeskDriver.start();
  caseId = (await desk.post<Made>('cases', { title: 'Bridge at Examplevale (invented)' })).body.id;
});
afterAll(() => desk.stop());

async function newUser(over: object = {}): Promise<{ id: string; email: string }> {
  made += 1;
  const email = `outsider-${made}@example.invalid`;
  const answer = await desk.post<Made>('users', {
    email,
    name: 'Example Outsider',
    password: PASSWORD,
    ...over,
  });
  expect(answer.status).toBe(201);
  return { id: answer.body.id, email };
}

function bearer(token: string): { authorization: string } {
  return { authorization: `Bearer ${token}` };
}

/** The same POST twice under one key, then another one under it. */
async function keyed(path: string, body: object, other: object): Promise<readonly Answer<Made>[]> {
  const headers = { 'idempotency-key': `key-of-${path}` };
  const first = await desk.post<Made>(path, body, headers);
  const again = await desk.post<Made>(path, body, headers);
  const third = await desk.post<Made>(path, other, headers);
  expect([first.status, again.status, third.status]).toEqual([201, 201, 409]);
  return [first, again];
}

describe('a program that signs in', () => {
  it('has a session by its cookie alone: reads, writes, signs out', async () => {
    const { id: userId, email } = await newUser();
    const member = await desk.post(`cases/${caseId}/members`, { userId, role: 'reviewer' });
    expect(member.status).toBe(201);
    const session = await desk.post('session', { email, password: PASSWORD }, { authorization: '' });
    expect(session.status).toBe(201);
    const [cookie] = (session.headers.getSetCookie()[0] ?? '').split(';');
    const by = { authorization: '', cookie: cookie ?? '' };
    expect((await desk.get(`cases/${caseId}`, by)).status).toBe(200);
    expect((await desk.post('cases', { title: 'Quarry (invented)' }, by)).status).toBe(201);
    expect((await desk.request('DELETE', 'session', undefined, by)).status).toBe(204);
    expect((await desk.get('me', by)).status).toBe(401);
  });
});

describe('a token for somebody else', () => {
  it('may be made before they belong to the case that it is limited to, and reaches it once they do', async () => {
    const { id: userId } = await newUser();
    const token = await desk.post<Made>('tokens', {
      name: 'early',
      userId,
      scope: 'full',
      caseIds: [caseId],
    });
    expect(token.status).toBe(201);
    const by = bearer(token.body.token);
    expect((await desk.get(`cases/${caseId}`, by)).status).toBe(404);
    await desk.post(`cases/${caseId}/members`, { userId, role: 'reviewer' });
    expect((await desk.get(`cases/${caseId}`, by)).status).toBe(200);
  });

  it('is refused for cases that do not exist, and for others than oneself without being an administrator', async () => {
    const { id: userId } = await newUser();
    const nowhere = await desk.post('tokens', { name: 'x', userId, scope: 'full', caseIds: [userId] });
    expect(nowhere.status).toBe(400);
    const { body } = await desk.post<Made>('tokens', { name: 'own', userId, scope: 'full' });
    const other = await newUser();
    const refused = await desk.post(
      'tokens',
      { name: 'x', userId: other.id, scope: 'read' },
      bearer(body.token),
    );
    expect(refused.status).toBe(403);
    const beyond = await desk.post(
      'tokens',
      { name: 'x', scope: 'read', caseIds: [caseId] },
      bearer(body.token),
    );
    expect(beyond.status).toBe(400);
  });
});

describe('an Idempotency-Key', () => {
  it('gives the same token again, secret and all, and makes no second one', async () => {
    const [first, again] = await keyed(
      'tokens',
      { name: 'once', scope: 'read' },
      { name: 'twice', scope: 'read' },
    );
    expect(again?.body).toEqual(first?.body);
    expect((await desk.get('me', bearer(again?.body.token ?? ''))).status).toBe(200);
    const { body } = await desk.get<{ items: { name: string }[] }>('tokens?limit=200');
    expect(body.items.filter(({ name }) => name === 'once')).toHaveLength(1);
  });

  it('gives the same webhook again with its secret', async () => {
    const url = 'https://example.org/hook';
    const [first, again] = await keyed('webhooks', { url, caseId }, { url });
    expect(again?.body).toEqual(first?.body);
    expect(first?.body.secret).toMatch(/^whsec_/);
    expect((await desk.get<{ items: object[] }>('webhooks')).body.items).toHaveLength(1);
  });

  it('gives the same person again with the link to choose a password', async () => {
    const [first, again] = await keyed(
      'users',
      { email: 'once@example.invalid', name: 'Example Once' },
      { email: 'twice@example.invalid', name: 'Example Once' },
    );
    expect(again?.body).toEqual(first?.body);
    expect(first?.body.setupUrl).toContain('#token=');
  });

  it('keeps none of these secrets in clear', async () => {
    const { rows } = await desk.asOwner(
      'select body::text as kept from idempotency_key where body is not null',
    );
    expect(rows.length).toBeGreaterThan(2);
    expect(JSON.stringify(rows)).not.toMatch(/slt_|whsec_|#token=/);
  });
});

describe('a condition', () => {
  it('turns no refusal into "not modified", and refusals carry no entity tag', async () => {
    const { id: userId } = await newUser();
    const { body } = await desk.post<Made>('tokens', { name: 'own', userId, scope: 'full' });
    const refused = await desk.get('users', bearer(body.token));
    expect([refused.status, refused.headers.get('etag')]).toEqual([403, null]);
    const missing = await desk.get(`cases/${caseId}`, {
      ...bearer(body.token),
      'if-none-match': `"${userId}", *`,
    });
    expect(missing.status).toBe(404);
  });

  it('holds for every kind of read: an object, a list, an empty list', async () => {
    for (const path of [`cases/${caseId}`, 'cases', 'users', 'me', 'subjects']) {
      const first = await desk.get(path);
      const tag = first.headers.get('etag') ?? '';
      expect([path, first.status, tag.startsWith('"')]).toEqual([path, 200, true]);
      const again = await desk.get(path, { 'if-none-match': `"other", ${tag}` });
      expect([path, again.status, again.body]).toEqual([path, 304, '']);
    }
  });
});
