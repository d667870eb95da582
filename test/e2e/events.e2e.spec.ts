import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { ClipChange } from '../../src/clips/clip-change.js';
import { CustodyLog, PrivateVault } from '../../src/custody/index.js';
import { newId } from '../../src/shared/ids.js';
import { openDatabase, type DatabaseHandle } from '../../src/platform/db/database.js';
import { DeskDriver } from '../support/desk.js';
import { untilSettled } from '../support/settled.js';
import { StatusListener } from '../support/status-listener.js';
import { newPerson } from '../support/person.js';

let desk: DeskDriver;
let database: DatabaseHandle;
let change: ClipChange;
let log: CustodyLog;
let keys: string;
let caseId: string;

beforeAll(async () => {
  desk = await DeskDriver.start();
  // What changes here is changed by the spec alone.
  await desk.stopWorker();
  keys = await mkdtemp(join(tmpdir(), 'sightline-events-'));
  database = openDatabase(desk.database.appUrl, { maxConnections: 20 });
  log = new CustodyLog(await PrivateVault.open(keys));
  change = new ClipChange(database.db, log);
  caseId = (await desk.post<{ id: string }>('cases', { title: 'Events' })).body.id;
});
afterAll(async () => {
  await database.close();
  await desk.stop();
  await rm(keys, { recursive: true });
});

describe('GET /events', () => {
  it('tells each state of a clip once, with the status object as data', async () => {
    const listener = await new StatusListener(desk).open();
    const id = await newClip();
    await touch(id);
    await touch(id);
    await listener.until('three states were told', () => heardOf(listener, id).length >= 3);
    await listener.close();
    const told = heardOf(listener, id);
    expect(told.map(({ data }) => data.version)).toEqual([1, 2, 3]);
    expect(told.map(({ event }) => event)).toEqual(['clip.status', 'clip.status', 'clip.status']);
    expect(told.at(-1)?.data).toEqual((await desk.get(`clips/${id}/status`)).body);
  });

  it('starts with what comes next, and resumes after the id that it is given in the header or in the query', async () => {
    const id = await newClip();
    const first = await new StatusListener(desk, { resumes: false }).open();
    await touch(id);
    await first.until('a state was told', () => first.heard.length > 0);
    await first.close();
    expect(first.heard.map(({ data }) => data.version)).toEqual([2]);
    await touch(id);
    await touch(id);
    for (const options of [{ lastId: first.lastId ?? '' }, { query: `?lastEventId=${first.lastId}` }]) {
      const again = await new StatusListener(desk, options).open();
      await again.until('what was missed is told', () => again.heard.length >= 2);
      await touch(id);
      await again.until('what comes is told', () => again.heard.length >= 3);
      await again.close();
      expect(again.heard.map(({ data }) => data.version).slice(0, 3)).toEqual([3, 4, expect.any(Number)]);
    }
  });

  it('can be narrowed to a case or to a clip', async () => {
    const [one, two, elsewhere] = [await newClip(), await newClip(), await newClip(null)];
    const [ofCase, ofClip] = await Promise.all([
      new StatusListener(desk, { query: `?case=${caseId}` }).open(),
      new StatusListener(desk, { query: `?clip=${two}` }).open(),
    ]);
    for (const id of [one, elsewhere, two]) await touch(id);
    await Promise.all([
      ofCase.until('both are told', () => ofCase.heard.length >= 2),
      ofClip.until('it is told', () => ofClip.heard.length >= 1),
    ]);
    await Promise.all([ofCase.close(), ofClip.close()]);
    expect(ofCase.heard.map(({ data }) => data.id)).toEqual([one, two]);
    expect(ofClip.heard.map(({ data }) => data.id)).toEqual([two]);
  });

  it('tells a submitter, and a token of scope "submit", of their own clips only', async () => {
    const submitter = await newPerson(desk, { caseId, role: 'submitter' });
    const { body: narrow } = await desk.post<{ token: string }>('tokens', { name: 'own', scope: 'submit' });
    const mine = await newClip(caseId, submitter.as);
    const theirs = await newClip(caseId);
    const [owner, other] = await Promise.all([
      new StatusListener(desk, { as: submitter.as }).open(),
      new StatusListener(desk, { as: { authorization: `Bearer ${narrow.token}` } }).open(),
    ]);
    await touch(theirs);
    await touch(mine);
    await touch(theirs);
    await owner.until('their clip is told', () => owner.heard.length >= 1);
    await other.until('their clips are told', () => other.heard.length >= 2);
    await Promise.all([owner.close(), other.close()]);
    expect(owner.heard.map(({ data }) => data.id)).toEqual([mine]);
    expect(other.heard.map(({ data }) => data.id)).toEqual([theirs, theirs]);
  });

  it('ends with the token, and says nothing of a case any more once its listener was put out of it', async () => {
    const { body: made } = await desk.post<{ id: string; token: string }>('tokens', {
      name: 'short',
      scope: 'read',
    });
    const reviewer = await newPerson(desk, { caseId, role: 'reviewer' });
    const id = await newClip();
    const [short, member, ofCase] = await Promise.all([
      new StatusListener(desk, { as: { authorization: `Bearer ${made.token}` } }).open(),
      new StatusListener(desk, { as: reviewer.as, resumes: false }).open(),
      new StatusListener(desk, { as: reviewer.as, query: `?case=${caseId}` }).open(),
    ]);
    await touch(id);
    await Promise.all(
      [short, member, ofCase].map((one) => one.until('it is told', () => one.heard.length === 1)),
    );
    await desk.request('DELETE', `tokens/${made.id}`);
    await putOut(reviewer.userId);
    await touch(id);
    await Promise.all([short, ofCase].map((one) => one.until('it has ended', () => one.done)));
    const witness = await new StatusListener(desk, { lastId: member.lastId ?? '' }).open();
    await witness.until('the others were told', () => witness.heard.length === 1);
    await Promise.all([witness.close(), member.close()]);
    expect(short.answers).toEqual([200, 401]);
    expect(ofCase.answers).toEqual([200, 404]);
    expect([short, member, ofCase].map(({ heard }) => heard.length)).toEqual([1, 1, 1]);
  });

  it('refuses an id that it cannot have given, and answers an old one with a reset', async () => {
    for (const lastId of ['x', '7', '7-8-9', "7-8'--", '99999999999999999999-1']) {
      const refused = await desk.get<{ code: string }>('events', { 'last-event-id': lastId });
      expect([refused.status, refused.body.code]).toEqual([400, 'invalid_cursor']);
    }
    expect((await desk.get('events?since=yesterday')).status).toBe(400);
    const stranger = await newPerson(desk, {});
    expect((await desk.get(`events?case=${caseId}`, stranger.as)).status).toBe(404);
    expect((await desk.get(`events?clip=${await newClip()}`, stranger.as)).status).toBe(404);
    const fromTheFuture = await new StatusListener(desk, { lastId: '999999999999-1' }).open();
    await fromTheFuture.until('a reset is told', () => fromTheFuture.heard.length > 0);
    await fromTheFuture.close();
    expect(fromTheFuture.heard[0]?.event).toBe('reset');
  });

  it('tells reviewers and leads of what else was done about a clip, once a second, and nobody of judgements', async () => {
    const [reviewer, submitter, stranger] = await Promise.all([
      newPerson(desk, { caseId, role: 'reviewer' }),
      newPerson(desk, { caseId, role: 'submitter' }),
      newPerson(desk, {}),
    ]);
    const token = async (scope: string) => ({
      authorization: `Bearer ${(await desk.post<{ token: string }>('tokens', { name: scope, scope })).body.token}`,
    });
    const id = await newClip(caseId, submitter.as);
    const other = await newClip();
    const [lead, member, owner, outside, wall, narrow, ofOther] = await Promise.all([
      new StatusListener(desk).open(),
      new StatusListener(desk, { as: reviewer.as }).open(),
      new StatusListener(desk, { as: submitter.as }).open(),
      new StatusListener(desk, { as: stranger.as }).open(),
      new StatusListener(desk, { as: await token('dashboard') }).open(),
      new StatusListener(desk, { as: await token('submit') }).open(),
      new StatusListener(desk, { query: `?clip=${other}` }).open(),
    ]);
    const lastId = member.lastId;
    for (let round = 0; round < 5; round += 1) await comment(id, 'an example remark');
    await member.until('an act is told', () => member.activity.length > 0);
    expect(member.lastId).toBe(lastId);
    await member.until('the rest is told as one', () => member.activity.length >= 2);
    await judge(id);
    await comment(other, 'the last one');
    for (const one of [lead, member]) await one.until('the last is told', () => one.activity.includes(other));
    await ofOther.until('the last is told', () => ofOther.activity.length > 0);
    // What is told to everybody comes after what was told to some.
    await touch(id);
    for (const one of [lead, owner, wall])
      await one.until('the state is told', () => heardOf(one, id).length > 0);
    expect(member.activity).toEqual([id, id, other]);
    expect(lead.activity).toEqual([id, id, other]);
    expect(ofOther.activity).toEqual([other]);
    expect([owner, outside, wall, narrow].flatMap(({ activity }) => activity)).toEqual([]);
    await Promise.all([lead, member, owner, outside, wall, narrow, ofOther].map((one) => one.close()));
  });

  it('answers HEAD without staying open', async () => {
    const answer = await fetch(`${desk.url}/api/v1/events`, {
      method: 'HEAD',
      headers: { authorization: `Bearer ${desk.token}` },
    });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
    ]);
  });

  it('loses and repeats nothing: many writers, one that commits late, listeners cut off at random, the API killed', async () => {
    const clips = await Promise.all(Array.from({ length: 6 }, () => newClip()));
    const late = await newClip();
    const listeners = await Promise.all(Array.from({ length: 6 }, () => new StatusListener(desk).open()));
    const starts = await orderOfEvents();
    const heldOpen = await holdOpen(late);
    const writing = Promise.all(
      clips.map(async (id) => {
        for (let round = 0; round < 25; round += 1) await touch(id);
      }),
    );
    const cutting = new AbortController();
    const cuts = (async () => {
      for (let round = 0; !cutting.signal.aborted; round += 1) {
        listeners[round % 5]?.cut();
        await new Promise((resolve) => setTimeout(resolve, 15));
      }
    })();
    await desk.killApi();
    await desk.startApi();
    await writing;
    await heldOpen.commit();
    cutting.abort();
    await cuts;
    const written = (await orderOfEvents()).slice(starts.length);
    expect(written.length).toBe(6 * 25 + 1);
    await Promise.allSettled(
      listeners.map((one) => one.until('all is told', () => one.heard.length >= written.length)),
    );
    expect(listeners.map(({ heard }) => heard.length)).toEqual(listeners.map(() => written.length));
    await Promise.all(listeners.map((one) => one.close()));
    for (const { heard } of listeners) expect(heard.map(({ id }) => id)).toEqual(written);
    // The one that began first and committed last stands first in the order, and was still told.
    expect(listeners[5]?.heard[0]?.data.id).toBe(late);
  }, 60_000);
});

async function newClip(
  inCase: string | null = caseId,
  as?: Readonly<Record<string, string>>,
): Promise<string> {
  const url = `https://example.org/${Math.random().toString(36).slice(2)}.mp4`;
  const { body } = await desk.post<{ id: string }>(
    'clips',
    inCase === null ? { url } : { url, caseId: inCase },
    as,
  );
  await untilSettled(desk);
  return body.id;
}

/** A change of the clip's status that shows nothing new but its version. */
function touch(id: string): Promise<null> {
  return change.run(id, async () => ({ result: null, custody: [], events: [] }));
}

async function comment(id: string, text: string): Promise<void> {
  const { status } = await desk.post(`clips/${id}/comments`, { text });
  expect(status).toBe(201);
}

/** What an assessment leaves in the custody log, without the change of state that goes with it. */
async function judge(id: string): Promise<void> {
  const custody = [
    {
      chain: caseId,
      clipId: id,
      action: 'assessment.made' as const,
      actor: 'system',
      body: { assessmentId: newId(), claimId: newId(), supersedes: null },
    },
  ];
  await log.append(database.db, custody);
}

function heardOf(listener: StatusListener, id: string) {
  return listener.heard.filter(({ data }) => data.id === id);
}

async function orderOfEvents(): Promise<string[]> {
  const client = new Client({ connectionString: desk.database.ownerUrl });
  await client.connect();
  const { rows } = await client.query<{ id: string }>(
    "select xid::text || '-' || id as id from clip_status_event order by xid, id",
  );
  await client.end();
  return rows.map(({ id }) => id);
}

/** A change of a clip that has been written, and is not committed until it is told to. */
async function holdOpen(id: string): Promise<{ commit: () => Promise<void> }> {
  let commit = (): void => undefined;
  const told = new Promise<void>((resolve) => {
    commit = resolve;
  });
  let written = (): void => undefined;
  const ready = new Promise<void>((resolve) => {
    written = resolve;
  });
  const running = database.db.transaction().execute(async (tx) => {
    await change.refresh(tx, id);
    written();
    await told;
  });
  await ready;
  return {
    commit: async () => {
      commit();
      await running;
    },
  };
}

async function putOut(userId: string): Promise<void> {
  await desk.asOwner(
    "with gone as (delete from case_member where user_id = $1) select pg_notify('token_changed', '')",
    [userId],
  );
}
