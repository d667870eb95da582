import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { untilSettled } from '../support/settled.js';
import { DeskDriver } from '../support/desk.js';
import { newPerson, type Person } from '../support/person.js';
import { startReceiver, type Receiver } from '../support/receiver.js';

interface Figures {
  readonly counts: Readonly<Record<'processing' | 'work' | 'verification', Record<string, number>>> & {
    total: number;
  };
  readonly oldestWaiting: readonly { clipId: string; work: string; since: string }[];
  readonly ageing: readonly { fromDays: number; toDays: number | null; count: number }[];
  readonly throughput: readonly { day: string; submitted: number; concluded: number; closed: number }[];
  readonly failures: readonly { code: string; count: number }[];
  readonly needsAttention: number;
}
interface Made {
  readonly id: string;
  readonly secret: string;
}
interface Delivery {
  readonly id: string;
  readonly state: string;
  readonly attempts: number;
  readonly lastStatus: number | null;
  readonly lastError: string | null;
}

let desk: DeskDriver;
let receiver: Receiver;
let caseId: string;
let lead: Person;

beforeAll(async () => {
  receiver = await startReceiver();
  desk = await DeskDriver.start({ env: { EGRESS_ALLOW: `127.0.0.1:${receiver.port}` } });
  caseId = (await desk.post<{ id: string }>('cases', { title: 'Figures' })).body.id;
  lead = await newPerson(desk, { caseId, role: 'lead' });
});
afterAll(async () => {
  await desk.stop();
  await receiver.close();
});

describe('GET /dashboard', () => {
  it('counts where the clips of a case stand, and follows each of them', async () => {
    const { body: empty } = await figures();
    expect(empty.counts.total).toBe(0);
    const ids = [await refused('one'), await refused('two'), await refused('three')];
    const { body } = await figures();
    expect(body.counts.total).toBe(3);
    expect(body.counts.processing).toEqual({
      queued: 0,
      running: 0,
      complete: 0,
      partial: 0,
      failed: 3,
      cancelled: 0,
    });
    expect(body.counts.work).toMatchObject({ unassigned: 3, closed: 0 });
    expect(body.counts.verification).toMatchObject({ unreviewed: 3, refuted: 0 });
    expect(body.failures).toEqual([{ code: 'url_rejected', count: 3 }]);
    expect(body.oldestWaiting.map(({ clipId }) => clipId)).toEqual(ids);
    expect(body.ageing.map(({ fromDays, toDays, count }) => [fromDays, toDays, count])).toEqual([
      [0, 1, 3],
      [1, 3, 0],
      [3, 7, 0],
      [7, 30, 0],
      [30, null, 0],
    ]);
    const { body: byCode } = await desk.get<{ items: readonly { id: string; failure: string }[] }>(
      `clips?case=${caseId}&failure=url_rejected`,
    );
    expect(byCode.items.map(({ id, failure }) => [id, failure])).toEqual(
      ids.toReversed().map((id) => [id, 'url_rejected']),
    );
    const { body: none } = await desk.get<{ items: readonly unknown[] }>(
      `clips?case=${caseId}&failure=not_media`,
    );
    expect(none.items).toEqual([]);
    expect(body.throughput).toHaveLength(14);
    expect(body.throughput.at(-1)).toEqual({
      day: new Date().toISOString().slice(0, 10),
      submitted: 3,
      concluded: 0,
      closed: 0,
    });
    // As review and work will have it: both columns are only written by the projection of the clip.
    await desk.asOwner("update clip set verification = 'refuted', work = 'closed' where id = $1", [ids[0]]);
    await desk.asOwner('update claim set needs_attention = true where clip_id = $1', [ids[1]]);
    await desk.asOwner("select pg_notify('clip_status', $1)", [ids[0]]);
    await desk.until('the figures have followed', async () => (await figures()).body.needsAttention === 1);
    const { body: after } = await figures();
    expect(after.counts.work).toMatchObject({ unassigned: 2, closed: 1 });
    expect(after.counts.verification).toMatchObject({ unreviewed: 2, refuted: 1 });
    expect(after.oldestWaiting.map(({ clipId }) => clipId)).toEqual(ids.slice(1));
    expect(after.ageing.map(({ count }) => count)).toEqual([2, 0, 0, 0, 0]);
    expect(after.throughput.at(-1)).toMatchObject({ submitted: 3, concluded: 1, closed: 1 });
  });

  it('answers 304 as long as nothing has moved', async () => {
    const first = await figures();
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[0-9a-f]{32}"$/);
    expect((await desk.get(`dashboard?case=${caseId}`, { 'if-none-match': etag })).status).toBe(304);
    await refused('four');
    expect((await desk.get(`dashboard?case=${caseId}`, { 'if-none-match': etag })).status).toBe(200);
  });

  it('sums only cases that the caller may review', async () => {
    const elsewhere = await newPerson(desk, {});
    const nothing = await desk.get<Figures>('dashboard', elsewhere.as);
    expect([nothing.status, nothing.body.counts.total]).toEqual([200, 0]);
    const { body: narrow } = await desk.post<{ token: string }>('tokens', {
      name: 'wall',
      scope: 'dashboard',
      caseIds: [caseId],
    });
    const wall = await desk.get<Figures>('dashboard', { authorization: `Bearer ${narrow.token}` });
    expect(wall.body.counts.total).toBe((await figures()).body.counts.total);
    expect((await desk.get(`dashboard?case=${caseId}`, elsewhere.as)).status).toBe(404);
    expect((await desk.get('dashboard?case=x')).status).toBe(400);
    expect((await desk.get('dashboard?cases=x')).status).toBe(400);
  });
});

describe('a webhook', () => {
  it('is posted every status of its case, signed, and without words or people', async () => {
    const made = await hook('signed');
    const id = await refused('signed');
    const { body: status } = await desk.get<{ version: number }>(`clips/${id}/status`);
    await desk.until('all is posted', async () => postedTo('/signed').length >= status.version);
    const posted = postedTo('/signed');
    const bodies = posted.map(({ body, headers }) =>
      new Webhook(made.secret).verify(body, headers as Record<string, string>),
    ) as { type: string; data: { id: string; version: number } }[];
    const last = bodies.find(({ data }) => data.version === status.version);
    expect(last).toMatchObject({ type: 'clip.status', data: status });
    expect(new Set(posted.map(({ headers }) => headers['webhook-id'])).size).toBe(status.version);
    for (const { body } of posted)
      for (const secret of ['graveyard', 'example.net', lead.userId]) expect(body).not.toContain(secret);
    expect(posted[0]?.headers['webhook-signature']).toMatch(/^v1,/);
    const tampered = (posted[0]?.body ?? '').replace('clip.status', 'clip.statuz');
    expect(() =>
      new Webhook(made.secret).verify(tampered, posted[0]?.headers as Record<string, string>),
    ).toThrow(/signature/);
    const listed = await desk.get<{ items: object[] }>('webhooks', lead.as);
    expect(JSON.stringify(listed.body)).not.toContain('whsec_');
    await remove(made);
  });

  it('tries again what was not taken, with the same id, and follows no redirect', async () => {
    const made = await hook('flaky');
    const answers = [500, 302];
    receiver.answer = (_request, response) => {
      const status = answers.shift() ?? 200;
      response.writeHead(status, status === 302 ? { location: '/followed' } : {}).end('not kept');
    };
    await touch();
    const first = await delivery(made, ({ attempts, lastStatus }) => attempts === 1 && lastStatus === 500);
    expect(first).toMatchObject({ state: 'pending', lastError: 'It answered 500.' });
    await retry(made, first);
    await delivery(made, ({ lastStatus }) => lastStatus === 302);
    await retry(made, first);
    await delivery(made, ({ id, state }) => id === first.id && state === 'delivered');
    expect(postedTo('/followed')).toEqual([]);
    expect(postedTo('/flaky').map(({ headers }) => headers['webhook-id'])).toEqual([
      first.id,
      first.id,
      first.id,
    ]);
    expect((await retryAnswer(made, first)).status).toBe(409);
    await remove(made);
  });

  it('is taken up by another worker when the one that had it in hand is killed', async () => {
    const made = await hook('hang');
    receiver.answer = () => undefined;
    await touch();
    await desk.until('it is in hand', async () => postedTo('/hang').length === 1);
    await desk.killWorker();
    receiver.answer = (_request, response) => response.writeHead(200).end();
    await desk.startWorker();
    const taken = await delivery(made, ({ state }) => state === 'delivered');
    expect(taken.attempts).toBe(2);
    expect(postedTo('/hang').map(({ headers }) => headers['webhook-id'])).toEqual([taken.id, taken.id]);
    await remove(made);
  });

  it('is removed by a receiver that says 410', async () => {
    const made = await hook('gone');
    receiver.answer = (_request, response) => response.writeHead(410).end();
    await touch();
    await desk.until(
      'it is gone',
      async () => (await desk.get(`webhooks/${made.id}/deliveries`, lead.as)).status === 404,
    );
  });

  it('says nothing any more once its maker no longer leads the case', async () => {
    const made = await hook('demoted');
    receiver.answer = (_request, response) => response.writeHead(500).end();
    await touch();
    const first = await delivery(made, ({ lastStatus }) => lastStatus === 500);
    await desk.asOwner("update case_member set role = 'reviewer' where user_id = $1", [lead.userId]);
    await desk.asOwner("select pg_notify('token_changed', '')", []);
    await retry(made, first);
    const dead = await delivery(made, ({ state }) => state === 'dead');
    expect(dead.lastError).toMatch(/does not lead/);
    await touch();
    expect(postedTo('/demoted')).toHaveLength(1);
    await desk.asOwner("update case_member set role = 'lead' where user_id = $1", [lead.userId]);
    await desk.asOwner("select pg_notify('token_changed', '')", []);
    await desk.until(
      'the API knows the lead again',
      async () => (await desk.get(`cases/${caseId}/exposure`, lead.as)).status === 200,
    );
    await remove(made);
  });

  it('to a name that leads to a private address is refused at delivery, in a sentence that names no address', async () => {
    const { body: made } = await desk.post<Made>('webhooks', { url: `http://localhost:1/`, caseId }, lead.as);
    await touch();
    const tried = await delivery(made, ({ attempts, lastError }) => attempts === 1 && lastError !== null);
    expect(tried.lastError).toBe('The link leads to an address that is not on the public internet.');
    await remove(made);
  });

  it.each([
    ['javascript:alert(1)', 'url_rejected'],
    ['file:///etc/passwd', 'url_rejected'],
    ['http://127.0.0.1:1/', 'url_rejected'],
    ['http://[::1]/', 'url_rejected'],
    ['http://0x7f000001/', 'url_rejected'],
    ['http://169.254.169.254/latest/', 'url_rejected'],
    ['http://user:word@example.org/', 'url_rejected'],
    ['https://', 'url_rejected'],

    ['https://example.org/\0', 'invalid_request'],
  ])('is not made to %j (%s)', async (url, code) => {
    const answer = await desk.post<{ code: string }>('webhooks', { url, caseId }, lead.as);
    expect([answer.status, answer.body.code]).toEqual([400, code]);
  });

  it('is not made to a link of 10 000 characters', async () => {
    const url = `https://example.org/${'a'.repeat(10_000)}`;
    const answer = await desk.post<{ code: string }>('webhooks', { url, caseId }, lead.as);
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid_request']);
  });

  it('is made by leads only, and a narrow token makes a narrow one', async () => {
    const url = 'https://example.org/hook';
    const reviewer = await newPerson(desk, { caseId, role: 'reviewer' });
    const stranger = await newPerson(desk, {});
    expect((await desk.post('webhooks', { url, caseId }, reviewer.as)).status).toBe(403);
    expect((await desk.post('webhooks', { url }, reviewer.as)).status).toBe(403);
    expect((await desk.post('webhooks', { url, caseId }, stranger.as)).status).toBe(404);
    expect((await desk.post('webhooks', { url, caseId, secret: 'mine' }, lead.as)).status).toBe(400);
    const { body: token } = await desk.post<{ token: string }>(
      'tokens',
      { name: 'narrow', scope: 'full', caseIds: [caseId] },
      lead.as,
    );
    const narrow = { authorization: `Bearer ${token.token}` };
    const wide = await desk.post<Made>('webhooks', { url }, lead.as);
    const limited = await desk.post<Made>('webhooks', { url }, narrow);
    const seen = await desk.get<{ items: { id: string }[] }>('webhooks', narrow);
    expect(seen.body.items.map(({ id }) => id)).toEqual([limited.body.id]);
    expect((await desk.request('DELETE', `webhooks/${wide.body.id}`, undefined, narrow)).status).toBe(404);
    for (const made of [wide, limited]) await remove(made.body);
  });
});

function figures() {
  return desk.get<Figures>(`dashboard?case=${caseId}`);
}

/** A clip that ends as refused at once: nothing is fetched from private addresses. */
async function refused(name: string): Promise<string> {
  const { id } = await desk.submitAndWait({
    url: `http://127.0.0.1:1/${name}.mp4`,
    caseId,
    note: 'from example.net (invented)',
    claims: { location: { statement: 'a graveyard (invented)' } },
  });
  return id;
}

async function hook(path: string): Promise<Made> {
  receiver.received.length = 0;
  receiver.answer = (_request, response) => response.writeHead(204).end();
  const { status, body } = await desk.post<Made>(
    'webhooks',
    { url: `http://127.0.0.1:${receiver.port}/${path}`, caseId },
    lead.as,
  );
  expect([status, body.secret.slice(0, 6)]).toEqual([201, 'whsec_']);
  return body;
}

async function remove(made: Made): Promise<void> {
  expect((await desk.request('DELETE', `webhooks/${made.id}`, undefined, lead.as)).status).toBe(204);
}

/** One change of one clip's status, and no more. */
async function touch(): Promise<void> {
  await desk.asOwner(
    `with one as (select * from clip where case_id = $1 order by id limit 1), told as (
       insert into clip_status_event (clip_id, case_id, submitter_ids, version, status)
       select id, case_id, '{}', version, json_build_object('id', id, 'version', version) from one
     )
     select pg_notify('clip_status', id::text) from one`,
    [caseId],
  );
  await untilSettled(desk);
}

function postedTo(path: string) {
  return receiver.received.filter((request) => request.path === path);
}

async function delivery(made: Made, fits: (delivery: Delivery) => boolean): Promise<Delivery> {
  let found: Delivery | undefined;
  await desk.until('a delivery is there', async () => {
    const { body } = await desk.get<{ items: Delivery[] }>(`webhooks/${made.id}/deliveries`, lead.as);
    found = body.items.find(fits);
    return found !== undefined;
  });
  if (found === undefined) throw new Error('unreachable');
  return found;
}

function retryAnswer(made: Made, { id }: Delivery) {
  return desk.post(`webhooks/${made.id}/deliveries/${id}/retry`, {}, lead.as);
}

async function retry(made: Made, which: Delivery): Promise<void> {
  expect((await retryAnswer(made, which)).status).toBe(202);
}
