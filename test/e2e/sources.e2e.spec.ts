import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/shared/ids.js';
import { DeskDriver } from '../support/desk.js';
import { newPerson, type Person } from '../support/person.js';

interface SourceBody {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly notes: string | null;
  readonly reliability: string;
  readonly accounts: readonly AccountBody[];
  readonly grades: readonly { readonly grade: string; readonly reason: string; readonly madeBy: string }[];
  readonly record: { readonly sourceClaims: object; readonly clipClaims: object };
}
interface AccountBody {
  readonly id: string;
  readonly platform: string;
  readonly handle: string;
  readonly sourceId: string | null;
  readonly firstSeenAt: string | null;
  readonly lastSeenAt: string | null;
  readonly clips: number;
  readonly clipIds: readonly string[];
}
interface Problem {
  readonly code: string;
  readonly errors?: readonly { readonly path: string }[];
}

let desk: DeskDriver;
let caseId: string;
let elsewhereId: string;
let reviewer: Person;
let outsider: Person;

beforeAll(async () => {
  desk = await DeskDriver.start();
  // The links are only to be read, never to be followed.
  await desk.stopWorker();
  caseId = (await desk.post<{ id: string }>('cases', { title: 'Sources' })).body.id;
  elsewhereId = (await desk.post<{ id: string }>('cases', { title: 'Elsewhere' })).body.id;
  reviewer = await newPerson(desk, { caseId, role: 'reviewer' });
  outsider = await newPerson(desk, { caseId: elsewhereId, role: 'lead' });
});
afterAll(() => desk.stop());

async function submit(url: string, source?: object, more: object = {}): Promise<string> {
  const claims = source === undefined ? {} : { source };
  const { status, body } = await desk.post<{ id: string }>('clips', { url, caseId, claims, ...more });
  expect(status).toBe(202);
  return body.id;
}

async function claimOf(clipId: string): Promise<string> {
  const { body } = await desk.get<{ items: { id: string }[] }>(`clips/${clipId}/claims`, reviewer.as);
  const [claim] = body.items;
  if (claim === undefined) throw new Error('the clip has no claim');
  return claim.id;
}

async function accountsOf(query: string, by: Person = reviewer): Promise<readonly AccountBody[]> {
  return (await desk.get<{ items: AccountBody[] }>(`accounts?case=${caseId}&${query}`, by.as)).body.items;
}

const create = (body: object, by: Person = reviewer) =>
  desk.post<SourceBody & Problem>('sources', { caseId, kind: 'person', ...body }, by.as);
const read = async (id: string) => (await desk.get<SourceBody>(`sources/${id}`, reviewer.as)).body;
const put = (path: string, sourceId: string | null, by: Person = reviewer) =>
  desk.request<AccountBody & Problem>('PUT', path, { sourceId }, by.as);

describe('accounts', () => {
  it('are one for every spelling in links and claims, with first and last seen and their clips', async () => {
    const byLink = await submit('https://t.me/InventedChannel/11');
    const byClaim = await submit('https://social.example/invented/1', {
      statement: 'filmed by the channel',
      handle: '@inventedchannel',
      platform: 'Telegram',
    });
    await desk.asOwner("update account_sighting set seen_at = '2020-02-09T14:03:00Z' where clip_id = $1", [
      byLink,
    ]);
    const [account, ...more] = await accountsOf('q=@inventedCHANNEL');
    expect(more).toEqual([]);
    expect(account).toMatchObject({
      platform: 'telegram',
      handle: 'InventedChannel',
      sourceId: null,
      firstSeenAt: '2020-02-09T14:03:00.000Z',
      clips: 2,
      clipIds: [byClaim, byLink],
    });
    expect(Date.parse(account?.lastSeenAt ?? '')).toBeGreaterThan(Date.parse('2026-01-01'));
    await submit('https://t.me/inventedchannel/12');
    expect((await accountsOf('q=inventedchannel'))[0]?.clips).toBe(3);
  });

  it('never show a protected submitter, nor anything to other cases', async () => {
    const { body: me } = await desk.get<{ userId: string }>('me');
    await submit('https://t.me/protectedlink/1', undefined, { protectSubmitter: true });
    expect(JSON.stringify(await accountsOf('limit=200'))).not.toContain(me.userId);
    expect((await desk.get(`accounts?case=${caseId}`, outsider.as)).status).toBe(404);
    expect((await desk.get<{ items: unknown[] }>('accounts', outsider.as)).body.items).toEqual([]);
  });

  it('are one row each, however many submissions name them at once', async () => {
    await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        submit(`https://t.me/crowded/${index + 1}`, {
          statement: 'filmed by the other',
          handle: `crowd${index % 2}`,
          platform: 'x',
        }),
      ),
    );
    await Promise.all([accountsOf('q=crowd'), accountsOf('q=crowd'), accountsOf('q=crowd')]);
    const found = (await accountsOf('q=crowd')).map(({ handle, clips }) => `${handle} ${clips}`);
    expect(found.toSorted()).toEqual(['crowd0 4', 'crowd1 4', 'crowded 8']);
  });
});

describe('a source', () => {
  it('holds its accounts, its grades with their reasons, and the verdicts on what it claimed', async () => {
    const clipId = await submit('https://t.me/gradedchannel/1', {
      statement: 'by Example Outlet (invented)',
    });
    const accounts = [{ platform: 'Telegram', handle: '@GradedChannel' }];
    const made = await create({ kind: 'outlet', name: 'Example Outlet \u202E(invented)', accounts });
    expect([made.status, made.headers.get('location')]).toEqual([201, `/api/v1/sources/${made.body.id}`]);
    expect(made.body).toMatchObject({ reliability: 'F', notes: null, version: 1 });

    const claimId = await claimOf(clipId);
    expect((await put(`claims/${claimId}/source`, made.body.id)).status).toBe(200);
    for (const [grade, reason] of [
      ['C', 'twice right, once wrong'],
      ['B', 'right again'],
    ]) {
      const graded = await desk.post(`sources/${made.body.id}/grades`, { grade, reason }, reviewer.as);
      expect(graded.status).toBe(201);
    }
    await desk.asOwner("update claim set verdict = 'refuted' where id = $1", [claimId]);

    const source = await read(made.body.id);
    expect(source).toMatchObject({
      name: 'Example Outlet \u202E(invented)',
      reliability: 'B',
      version: 3,
      record: { sourceClaims: { refuted: 1 }, clipClaims: { refuted: 1 } },
    });
    expect(source.grades.map(({ grade, reason, madeBy }) => ({ grade, reason, madeBy }))).toEqual([
      { grade: 'B', reason: 'right again', madeBy: reviewer.userId },
      { grade: 'C', reason: 'twice right, once wrong', madeBy: reviewer.userId },
    ]);
    expect(source.accounts).toMatchObject([{ platform: 'telegram', clips: 1, clipIds: [clipId] }]);

    const custody = await desk.get<{ items: { action: string }[] }>(`clips/${clipId}/custody`, reviewer.as);
    expect(custody.body.items.map(({ action }) => action)).toContain('claim.source_linked');
    expect(JSON.stringify(custody.body)).not.toContain('Example Outlet');
  });

  it('is found by its name and by its handles, and by nothing that only looks like them', async () => {
    const { body } = await create({ name: '100% Test', accounts: [{ platform: 'x', handle: 'find_me' }] });
    const found = async (q: string) =>
      (
        await desk.get<{ items: SourceBody[] }>(
          `sources?case=${caseId}&q=${encodeURIComponent(q)}`,
          reviewer.as,
        )
      ).body.items.map(({ id }) => id);
    expect(await found('100%')).toEqual([body.id]);
    expect(await found('@find_me')).toEqual([body.id]);
    expect(await found('findXme')).toEqual([]);
    expect(await found('1%t')).toEqual([]);
  });

  it('changes only from the version that was read', async () => {
    const { body } = await create({ name: 'Versioned' });
    const path = `sources/${body.id}`;
    const tag = (await desk.get(path, reviewer.as)).headers.get('etag') ?? '';
    const change = (notes: string) =>
      desk.request<SourceBody & Problem>('PATCH', path, { notes }, { ...reviewer.as, 'if-match': tag });
    expect((await change('first')).body).toMatchObject({ notes: 'first', version: 2 });
    const late = await change('late');
    expect([late.status, late.body.code]).toEqual([412, 'version_conflict']);
    expect((await read(body.id)).notes).toBe('first');
    expect((await desk.get(path, { ...reviewer.as, 'if-none-match': tag })).status).toBe(200);
  });
});

describe('linking', () => {
  it('says whose an account is, opens the question again, and refuses an account that is taken', async () => {
    const accounts = [{ platform: 'x', handle: 'taken' }];
    const { body: one } = await create({ name: 'One', accounts });
    const again = await create({ name: 'Two', accounts });
    expect([again.status, again.body.code]).toEqual([409, 'account_linked']);
    const [account] = await accountsOf('q=taken');
    expect(account).toMatchObject({ sourceId: one.id, clips: 0, firstSeenAt: null });
    expect((await put(`accounts/${account?.id}/source`, null)).body.sourceId).toBeNull();
    expect((await create({ name: 'Two', accounts })).status).toBe(201);
  });

  it('stays within the case, with source claims, on open clips', async () => {
    const { body: elsewhere } = await desk.post<SourceBody>('sources', {
      caseId: elsewhereId,
      kind: 'person',
      name: 'Elsewhere',
    });
    const { body: here } = await create({ name: 'Here', accounts: [{ platform: 'x', handle: 'stays' }] });
    const [account] = await accountsOf('q=stays');
    const clipId = await submit('https://social.example/invented/2', { statement: 'by somebody' });
    const claimId = await claimOf(clipId);
    for (const path of [`accounts/${account?.id}/source`, `claims/${claimId}/source`]) {
      for (const sourceId of [elsewhere.id, newId()]) {
        const answer = await put(path, sourceId);
        expect([answer.status, answer.body.code, answer.body.errors?.[0]?.path]).toEqual([
          400,
          'unknown_source',
          'sourceId',
        ]);
      }
      expect((await put(path, elsewhere.id, outsider)).status).toBe(404);
    }
    await desk.asOwner("update claim set type = 'time' where id = $1", [claimId]);
    expect((await put(`claims/${claimId}/source`, here.id)).body.code).toBe('not_a_source_claim');
    await desk.asOwner("update claim set type = 'source', verdict = 'confirmed' where id = $1", [claimId]);
    const closing = await desk.request('PATCH', `clips/${clipId}`, { work: 'closed' }, reviewer.as);
    expect(closing.status).toBe(200);
    expect((await put(`claims/${claimId}/source`, here.id)).body.code).toBe('clip_closed');
  });
});

describe('what makes no sense', () => {
  it('is refused by name', async () => {
    const { body: source } = await create({ name: 'Refused' });
    const account = { platform: 'x', handle: 'many' };
    const bad: [string, string, object, string][] = [
      ['POST', 'sources', { caseId, kind: 'robot', name: 'x' }, 'kind'],
      ['POST', 'sources', { caseId, kind: 'person', name: ' ' }, 'name'],
      ['POST', 'sources', { caseId, kind: 'person', name: 'x', reliability: 'A' }, 'reliability'],
      [
        'POST',
        'sources',
        { caseId, kind: 'person', name: 'x', accounts: Array.from({ length: 51 }, () => account) },
        'accounts',
      ],
      [
        'POST',
        'sources',
        { caseId, kind: 'person', name: 'x', accounts: [{ platform: 'x', handle: '@' }] },
        'accounts.0.handle',
      ],
      ['PATCH', `sources/${source.id}`, { version: 9 }, 'version'],
      ['PATCH', `sources/${source.id}`, {}, ''],
      ['POST', `sources/${source.id}/grades`, { grade: 'G', reason: 'x' }, 'grade'],
      ['POST', `sources/${source.id}/grades`, { grade: 'A' }, 'reason'],
    ];
    for (const [method, path, body, field] of bad) {
      const answer = await desk.request<Problem>(method, path, body, reviewer.as);
      expect([answer.status, answer.body.code, answer.body.errors?.[0]?.path]).toEqual([
        400,
        'invalid_request',
        field,
      ]);
    }
    expect(await read(source.id)).toMatchObject({ version: 1, reliability: 'F', grades: [] });
  });
});
