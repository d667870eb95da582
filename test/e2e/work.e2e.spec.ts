import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/shared/ids.js';
import { DeskDriver, type Answer } from '../support/desk.js';
import { newPerson, type Person } from '../support/person.js';
import { startSite, type Site } from '../support/site/site.js';

interface ClipBody {
  readonly id: string;
  readonly version: number;
  readonly title: string | null;
  readonly assigneeId: string | null;
  readonly assignedAt: string | null;
  readonly stale: boolean;
  readonly work: string;
  readonly priority: string;
  readonly sensitivity: string;
  readonly tags: readonly string[];
  readonly advanceWarning: string | null;
  readonly claims: readonly { readonly id: string }[];
}
interface Problem {
  readonly code: string;
  readonly errors?: readonly { readonly path: string }[];
}

let site: Site;
let desk: DeskDriver;
let caseId: string;
let lead: Person;
let reviewer: Person;
let colleague: Person;
let submitter: Person;
let outsider: Person;

beforeAll(async () => {
  site = await startSite();
  desk = await DeskDriver.start({ env: { EGRESS_ALLOW: `127.0.0.1:${site.port}` } });
  caseId = (await desk.post<{ id: string }>('cases', { title: 'Work' })).body.id;
  [lead, reviewer, colleague, submitter, outsider] = await Promise.all([
    newPerson(desk, { caseId, role: 'lead' }),
    newPerson(desk, { caseId, role: 'reviewer' }),
    newPerson(desk, { caseId, role: 'reviewer' }),
    newPerson(desk, { caseId, role: 'submitter' }),
    newPerson(desk, {}),
  ]);
});
afterAll(async () => {
  await desk.stop();
  await site.close();
});

async function newClip(name: string, more: object = {}): Promise<string> {
  const { status, body } = await desk.upload({ bytes: `no media: ${name}`, name }, { caseId, ...more });
  expect(status).toBe(202);
  return body.id;
}

/** A clip whose processing has ended, so that only people change it. */
async function settledClip(name: string): Promise<string> {
  const clipId = await newClip(name);
  await desk.ended(clipId);
  return clipId;
}

function patch(clipId: string, body: object, by: Person, headers: Readonly<Record<string, string>> = {}) {
  return desk.request<ClipBody & Problem>('PATCH', `clips/${clipId}`, body, { ...by.as, ...headers });
}

async function custodyOf(clipId: string) {
  const { body } = await desk.get<{
    items: { action: string; actor: string; body: Record<string, unknown>; privateCommit: string | null }[];
  }>(`clips/${clipId}/custody`, lead.as);
  return body.items;
}

/** As after two equal assessments, which are another room's business. */
async function conclude(clipId: string): Promise<void> {
  await desk.asOwner("update claim set verdict = 'confirmed' where clip_id = $1", [clipId]);
  await desk.asOwner("update clip set work = 'second_review' where id = $1", [clipId]);
}

describe('assigning', () => {
  it('lets a reviewer take a free clip, hand it over and put it back, and tells it in custody', async () => {
    const clipId = await newClip('take');
    const taken = await patch(clipId, { assigneeId: reviewer.userId }, reviewer);
    expect(taken.status).toBe(200);
    expect(taken.body).toMatchObject({ assigneeId: reviewer.userId, work: 'assigned', stale: false });
    expect(taken.body.assignedAt).toEqual(expect.any(String));

    const refused = await patch(clipId, { assigneeId: colleague.userId }, colleague);
    expect([refused.status, refused.body.code]).toEqual([409, 'already_assigned']);

    const over = await patch(clipId, { assigneeId: colleague.userId }, reviewer);
    expect(over.body.assigneeId).toBe(colleague.userId);
    const back = await patch(clipId, { assigneeId: null }, colleague);
    expect(back.body).toMatchObject({ assigneeId: null, assignedAt: null, work: 'unassigned' });

    const told = (await custodyOf(clipId)).filter(({ action }) => action === 'clip.assigned');
    expect(told.map(({ actor, body }) => ({ actor, body }))).toEqual([
      { actor: `user:${reviewer.userId}`, body: { assigneeId: reviewer.userId, before: null } },
      { actor: `user:${reviewer.userId}`, body: { assigneeId: colleague.userId, before: reviewer.userId } },
      { actor: `user:${colleague.userId}`, body: { assigneeId: null, before: colleague.userId } },
    ]);
  });

  it("is a lead's where it concerns others, and only for enabled reviewers of the case", async () => {
    const clipId = await newClip('assign');
    const byReviewer = await patch(clipId, { assigneeId: colleague.userId }, reviewer);
    expect([byReviewer.status, byReviewer.body.code]).toEqual([403, 'role_too_low']);
    expect((await patch(clipId, { assigneeId: colleague.userId }, lead)).status).toBe(200);
    const gone = await newPerson(desk, { caseId, role: 'reviewer', disabled: true });
    for (const userId of [submitter.userId, outsider.userId, gone.userId, newId()]) {
      const answer = await patch(clipId, { assigneeId: userId }, lead);
      expect([answer.status, answer.body.code, answer.body.errors?.[0]?.path]).toEqual([
        400,
        'not_assignable',
        'assigneeId',
      ]);
    }
    const { body } = await desk.get<ClipBody>(`clips/${clipId}`, lead.as);
    expect(body.assigneeId).toBe(colleague.userId);
  });

  it('gives a free clip to one of those who reach for it at once', async () => {
    const clipId = await newClip('race');
    const answers = await Promise.all(
      [reviewer, colleague, reviewer, colleague].map((person) =>
        patch(clipId, { assigneeId: person.userId }, person),
      ),
    );
    const { body } = await desk.get<ClipBody>(`clips/${clipId}`, lead.as);
    const winners = answers.filter(({ status }) => status === 200).map((answer) => answer.body.assigneeId);
    expect(winners).toEqual([body.assigneeId, body.assigneeId]);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(2);
  });

  it('goes stale after three days without an act of the assignee, and revives with one', async () => {
    const clipId = await newClip('stale');
    await patch(clipId, { assigneeId: reviewer.userId }, reviewer);
    await desk.asOwner("update clip set assigned_at = now() - interval '4 days' where id = $1", [clipId]);
    expect((await desk.get<ClipBody>(`clips/${clipId}`, lead.as)).body.stale).toBe(true);
    await patch(clipId, { tags: ['seen by the lead'] }, lead);
    expect((await desk.get<ClipBody>(`clips/${clipId}`, lead.as)).body.stale).toBe(true);
    await patch(clipId, { tags: ['seen by its reviewer'] }, reviewer);
    expect((await desk.get<ClipBody>(`clips/${clipId}`, lead.as)).body.stale).toBe(false);
  });

  it('is not shown to whoever handed the clip in', async () => {
    const url = 'https://social.example/invented/team';
    const { body } = await desk.post<{ id: string }>('clips', { url, caseId }, submitter.as);
    await patch(body.id, { assigneeId: reviewer.userId }, reviewer);
    const own = await desk.get<ClipBody>(`clips/${body.id}`, submitter.as);
    expect(own.status).toBe(200);
    expect(JSON.stringify(own.body)).not.toContain(reviewer.userId);
  });
});

describe('topics that somebody asks not to be given', () => {
  const wish = (topics: readonly string[], by: Person) =>
    desk.request<{ topics: string[] } & Problem>('PUT', 'me/topics', { topics }, by.as);
  const tagged = async (name: string, ...tags: string[]) => {
    const clipId = await newClip(name);
    expect((await patch(clipId, { tags }, lead)).status).toBe(200);
    return clipId;
  };
  const listed = async (path: string, by: Person) =>
    (await desk.get<{ items: { id: string }[] }>(path, by.as)).body.items.map(({ id }) => id);
  let avoider: Person;
  beforeAll(async () => {
    avoider = await newPerson(desk, { caseId, role: 'reviewer' });
  });

  it('are theirs alone, replaced as a whole, in lower case and each once', async () => {
    expect((await desk.get<{ topics: string[] }>('me/topics', avoider.as)).body.topics).toEqual([]);
    const { body } = await wish([' Children', 'children', 'Executions'], avoider);
    expect(body.topics).toEqual(['children', 'executions']);
    expect((await wish(['children'], avoider)).body.topics).toEqual(['children']);
    expect((await desk.get<{ topics: string[] }>('me/topics', lead.as)).body.topics).toEqual([]);
    const members = await desk.get(`cases/${caseId}/members`, lead.as);
    expect(JSON.stringify(members.body)).not.toContain('children');
    expect((await wish([''], avoider)).body.errors?.[0]?.path).toBe('topics.0');
  });

  it('keep such clips out of inbox and lists, unless asked for', async () => {
    const [meant, other] = [await tagged('meant', 'Children', 'siege'), await tagged('not meant', 'siege')];
    for (const path of [`inbox?case=${caseId}&limit=200`, `clips?case=${caseId}&limit=200`]) {
      const ids = await listed(path, avoider);
      expect([ids.includes(meant), ids.includes(other)]).toEqual([false, true]);
      expect(await listed(`${path}&optedOut=true`, avoider)).toContain(meant);
      expect(await listed(path, reviewer)).toContain(meant);
    }
    expect((await desk.get(`clips/${meant}`, avoider.as)).status).toBe(200);
  });

  it('are held against an assignment; a lead may insist, and the log names no topic', async () => {
    const clipId = await tagged('asked', 'CHILDREN');
    const refused = await patch(clipId, { assigneeId: avoider.userId }, lead);
    expect([refused.status, refused.body.code]).toEqual([409, 'topic_opted_out']);
    expect(JSON.stringify(refused.body)).not.toMatch(/children/i);
    expect((await patch(clipId, { assigneeId: reviewer.userId }, reviewer)).status).toBe(200);
    const handed = { assigneeId: avoider.userId, despiteTopics: true };
    const byReviewer = await patch(clipId, handed, reviewer);
    expect([byReviewer.status, byReviewer.body.code]).toEqual([403, 'role_too_low']);
    expect((await patch(clipId, handed, lead)).body.assigneeId).toBe(avoider.userId);
    const told = (await custodyOf(clipId)).filter(({ action }) => action === 'clip.assigned');
    expect(told.at(-1)?.privateCommit).toEqual(expect.any(String));
    expect(JSON.stringify(told)).not.toMatch(/topic|children/i);
    // What was assigned all the same must not go missing.
    expect(await listed(`inbox?case=${caseId}&limit=200`, avoider)).toContain(clipId);
    expect(await listed(`clips?case=${caseId}&limit=200`, avoider)).toContain(clipId);
  });

  it('keep nobody from taking a clip themselves, and a tag in the same request counts', async () => {
    const clipId = await tagged('own choice', 'children');
    expect((await patch(clipId, { assigneeId: avoider.userId }, avoider)).status).toBe(200);
    const free = await newClip('tagged and given');
    const both = await patch(free, { assigneeId: avoider.userId, tags: ['children'] }, lead);
    expect(both.body.code).toBe('topic_opted_out');
    expect((await patch(free, { despiteTopics: true }, lead)).status).toBe(400);
  });
});

describe('moving the work', () => {
  it('asks for help with a reason that stays private, and takes it back', async () => {
    const clipId = await newClip('help');
    const help = await patch(clipId, { work: 'needs_help', reason: 'who reads Pashto?' }, reviewer);
    expect(help.body.work).toBe('needs_help');
    expect((await patch(clipId, { work: 'unassigned' }, colleague)).body.work).toBe('unassigned');
    const told = (await custodyOf(clipId)).filter(({ action }) => action === 'work.changed');
    expect(told.map(({ body }) => body)).toEqual([
      { from: 'unassigned', to: 'needs_help' },
      { from: 'needs_help', to: 'unassigned' },
    ]);
    expect(told[0]?.privateCommit).toEqual(expect.any(String));
    expect(JSON.stringify(told)).not.toContain('Pashto');
    const follows = await patch(clipId, { work: 'second_review' }, reviewer);
    expect([follows.status, follows.body.code]).toEqual([409, 'work_follows']);
  });

  it('closes only when every claim is concluded; then the clip is sealed until a lead reopens it', async () => {
    const clipId = await newClip('close', { claims: { source: { statement: 'a claim' } } });
    const early = await patch(clipId, { work: 'closed' }, reviewer);
    expect([early.status, early.body.code]).toEqual([409, 'claims_open']);
    await conclude(clipId);
    expect((await patch(clipId, { work: 'closed' }, reviewer)).body.work).toBe('closed');
    expect((await patch(clipId, { work: 'closed' }, reviewer)).status).toBe(200);

    for (const body of [{ title: 'x' }, { assigneeId: lead.userId }, { work: 'closed', tags: ['x'] }]) {
      const answer = await patch(clipId, body, lead);
      expect([answer.status, answer.body.code]).toEqual([409, 'clip_closed']);
    }
    const silent = await patch(clipId, { work: 'unassigned' }, lead);
    expect([silent.status, silent.body.code]).toEqual([400, 'reason_required']);
    const low = await patch(clipId, { work: 'unassigned', reason: 'new witness' }, reviewer);
    expect([low.status, low.body.code]).toEqual([403, 'role_too_low']);
    expect((await patch(clipId, { work: 'unassigned', reason: 'new witness' }, lead)).body.work).toBe(
      'second_review',
    );
    const moves = (await custodyOf(clipId)).filter(({ action }) => action === 'work.changed');
    expect(moves.map(({ body }) => body)).toEqual([
      { from: 'second_review', to: 'closed' },
      { from: 'closed', to: 'second_review' },
    ]);
  });
});

describe("the clip's label", () => {
  it('is kept byte for byte, and each change names its fields', async () => {
    const clipId = await settledClip('label');
    const label = {
      title: '<script>alert(1)</script> \u202Etxt.exe',
      tags: ['Idlib', '\u202Ereversed', 'مقبرة'],
      priority: 'urgent',
      advanceWarning: 'wounded people',
      sensitivity: 'graphic',
    };
    const answer = await patch(clipId, label, reviewer);
    expect(answer.body).toMatchObject(label);
    expect((await patch(clipId, label, reviewer)).body.version).toBe(answer.body.version);
    expect((await patch(clipId, { title: null }, reviewer)).body.title).toBeNull();
    const told = (await custodyOf(clipId)).filter(({ action }) => action === 'clip.updated');
    expect(told.map(({ body }) => body)).toEqual([
      { fields: ['title', 'sensitivity', 'tags', 'priority', 'advanceWarning'] },
      { fields: ['title'] },
    ]);
    const lower = await patch(clipId, { sensitivity: 'none' }, reviewer);
    expect([lower.status, lower.body.code]).toEqual([403, 'role_too_low']);
    expect((await patch(clipId, { sensitivity: 'none' }, lead)).body.sensitivity).toBe('none');
  });

  it('refuses what it cannot hold, names the field and changes nothing', async () => {
    const clipId = await settledClip('refused');
    const before = await desk.get<ClipBody>(`clips/${clipId}`, lead.as);
    const bad: [object, string][] = [
      [{ tags: Array.from({ length: 10_001 }, (_, index) => `${index}`) }, 'tags'],
      [{ tags: ['x'.repeat(400)] }, 'tags.0'],
      [{ tags: ['same', ' same '] }, 'tags'],
      [{ tags: ['  '] }, 'tags.0'],
      [{ advanceWarning: 'two\nlines' }, 'advanceWarning'],
      [{ advanceWarning: 'two\u2028lines' }, 'advanceWarning'],
      [{ advanceWarning: 'x'.repeat(201) }, 'advanceWarning'],
      [{ title: ' ' }, 'title'],
      [{ priority: 'whenever' }, 'priority'],
      [{ work: 'done' }, 'work'],
      [{ verification: 'verified' }, 'verification'],
      [{ caseId: newId() }, 'caseId'],
      [{ reason: 'for nothing' }, ''],
      [{}, ''],
    ];
    for (const [body, path] of bad) {
      const answer = await patch(clipId, body, lead);
      expect([answer.status, answer.body.code, answer.body.errors?.[0]?.path]).toEqual([
        400,
        'invalid_request',
        path,
      ]);
    }
    expect((await desk.get<ClipBody>(`clips/${clipId}`, lead.as)).body).toEqual(before.body);
  });

  it('answers 412 to an If-Match that is behind, and carries the tag for the next change', async () => {
    const clipId = await settledClip('etag');
    const tag = (await desk.get(`clips/${clipId}/status`, lead.as)).headers.get('etag') ?? '';
    const first = await patch(clipId, { title: 'first' }, lead, { 'if-match': tag });
    expect(first.status).toBe(200);
    const late = await patch(clipId, { title: 'late' }, reviewer, { 'if-match': tag });
    expect([late.status, late.body.code]).toEqual([412, 'version_conflict']);
    const seen = await desk.get<ClipBody>(`clips/${clipId}`, lead.as);
    const whole = seen.headers.get('etag') ?? '';
    expect((await desk.get(`clips/${clipId}`, { ...lead.as, 'if-none-match': whole })).status).toBe(304);
    const third = await patch(clipId, { title: 'third' }, lead, { 'if-match': whole });
    expect(third.status).toBe(200);
    expect((await patch(clipId, { title: 'late' }, lead, { 'if-match': whole })).status).toBe(412);
    const next = { 'if-match': third.headers.get('etag') ?? '' };
    expect((await patch(clipId, { title: 'second' }, reviewer, next)).body.title).toBe('second');
  });
});

describe('the inbox', () => {
  it('gives own clips first, then by priority, calls for help, age; says why; pages without loss', async () => {
    const { body: made } = await desk.post<{ id: string }>('cases', { title: 'Inbox order' });
    const chief = await newPerson(desk, { caseId: made.id, role: 'lead' });
    const me = await newPerson(desk, { caseId: made.id, role: 'reviewer' });
    const clips: Record<string, string> = {};
    for (const name of ['old', 'new', 'urgent', 'help', 'mine', 'theirs', 'done']) {
      clips[name] = await newClip(`inbox ${name}`, { caseId: made.id });
    }
    const change = (name: string, body: object) => patch(clips[name] ?? '', body, chief);
    await change('urgent', { priority: 'urgent' });
    await change('help', { work: 'needs_help' });
    await change('mine', { assigneeId: me.userId, priority: 'low' });
    await change('theirs', { assigneeId: chief.userId });
    await change('done', { work: 'closed' });

    const seen: [string, string[]][] = [];
    const names = new Map(Object.entries(clips).map(([name, id]) => [id, name]));
    let cursor: string | null = '';
    while (cursor !== null) {
      const path = `inbox?case=${made.id}&limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`;
      const page: Answer<{ items: { id: string; why: string[] }[]; nextCursor: string | null }> =
        await desk.get(path, me.as);
      expect(page.status).toBe(200);
      seen.push(...page.body.items.map(({ id, why }): [string, string[]] => [names.get(id) ?? id, why]));
      cursor = page.body.nextCursor;
    }
    expect(seen).toEqual([
      ['mine', ['yours']],
      ['urgent', ['unassigned']],
      ['help', ['needs_help', 'unassigned']],
      ['old', ['unassigned']],
      ['new', ['unassigned']],
      ['theirs', ['assigned']],
    ]);
    const all = await desk.get<{ items: { id: string }[] }>('inbox', me.as);
    expect(all.body.items.map(({ id }) => names.get(id))).toEqual(seen.map(([name]) => name));
    const strange = await desk.get<Problem>(`inbox?cursor=${newId()}`, me.as);
    expect([strange.status, strange.body.code]).toEqual([400, 'invalid_cursor']);
    expect((await desk.get(`inbox?case=${made.id}`, outsider.as)).status).toBe(404);
  });
});

describe('comments', () => {
  interface Said {
    readonly id: string;
    readonly text: string | null;
    readonly claimId: string | null;
    readonly mentions: readonly string[];
  }
  const say = (clipId: string, body: object, by: Person) =>
    desk.post<Said & Problem>(`clips/${clipId}/comments`, body, by.as);
  const heard = async (path: string, by: Person) =>
    (await desk.get<{ items: Said[] }>(path, by.as)).body.items.map(({ text }) => text);

  it('are kept as written, threaded and mentioned; a withdrawn one keeps its place without its words', async () => {
    const clipId = await newClip('talk');
    const text = '<img src=x onerror=alert(1)> \u202Esee the minaret';
    const first = await say(clipId, { text, mentions: [colleague.userId] }, reviewer);
    expect([first.status, first.body.text]).toEqual([201, text]);
    const reply = await say(clipId, { text: 'seen', inReplyTo: first.body.id }, colleague);
    expect(reply.status).toBe(201);
    expect(await heard('me/mentions', colleague)).toContain(text);
    const page = await desk.get<{ items: Said[]; nextCursor: string }>(
      `clips/${clipId}/comments?limit=1`,
      reviewer.as,
    );
    expect(page.body.items.map(({ id }) => id)).toEqual([first.body.id]);
    expect(await heard(`clips/${clipId}/comments?cursor=${page.body.nextCursor}`, reviewer)).toEqual([
      'seen',
    ]);

    const others = await desk.request<Problem>('DELETE', `comments/${first.body.id}`, undefined, lead.as);
    expect([others.status, others.body.code]).toEqual([403, 'not_yours']);
    for (const _again of [1, 2]) {
      const gone = await desk.request('DELETE', `comments/${first.body.id}`, undefined, reviewer.as);
      expect(gone.status).toBe(204);
    }
    expect(await heard(`clips/${clipId}/comments`, lead)).toEqual([null, 'seen']);
    expect(await heard('me/mentions', colleague)).not.toContain(text);
    const told = (await custodyOf(clipId)).filter(({ action }) => action.startsWith('comment.'));
    expect(told.map(({ action }) => action)).toEqual(['comment.made', 'comment.made', 'comment.withdrawn']);
    expect(JSON.stringify(told)).not.toContain('minaret');
  });

  it('may be written on a closed clip', async () => {
    const clipId = await newClip('closed talk');
    await patch(clipId, { work: 'closed' }, lead);
    expect((await say(clipId, { text: 'well done' }, reviewer)).status).toBe(201);
  });

  it('on a claim stay hidden, replies too, from whoever has not judged it, and never from their writer', async () => {
    const clipId = await newClip('blind', { claims: { source: { statement: 'by an invented person' } } });
    const claimId = (await desk.get<ClipBody>(`clips/${clipId}`, lead.as)).body.claims[0]?.id;
    const open = { text: 'open to all', mentions: [colleague.userId] };
    await say(clipId, open, reviewer);
    const said = await say(
      clipId,
      { text: 'the claim is false', claimId, mentions: [colleague.userId] },
      reviewer,
    );
    await say(clipId, { text: 'I agree, false', inReplyTo: said.body.id }, reviewer);

    expect(await heard(`clips/${clipId}/comments`, reviewer)).toEqual([
      'open to all',
      'the claim is false',
      'I agree, false',
    ]);
    expect(await heard(`clips/${clipId}/comments`, colleague)).toEqual(['open to all']);
    expect(await heard(`clips/${clipId}/comments`, lead)).toEqual(['open to all']);
    expect(await heard('me/mentions', colleague)).not.toContain('the claim is false');
    const guess = await say(clipId, { text: 'what?', inReplyTo: said.body.id }, colleague);
    expect([guess.status, guess.body.errors?.[0]?.path]).toEqual([400, 'inReplyTo']);
    expect((await desk.request('DELETE', `comments/${said.body.id}`, undefined, colleague.as)).status).toBe(
      404,
    );

    // As after the colleague's own assessment, which is another room's business.
    await desk.asOwner(
      `insert into judgement (id, kind, claim_id, clip_id, made_by, verdict, rationale, evidence)
       values ($1, 'assessment', $2, $3, $4, 'refuted', 'invented', '[]')`,
      [newId(), claimId, clipId, colleague.userId],
    );
    expect(await heard(`clips/${clipId}/comments`, colleague)).toHaveLength(3);
    expect(await heard('me/mentions', colleague)).toContain('the claim is false');
  });

  it('refuse people and things of other cases and clips', async () => {
    const [clipId, otherId] = [await newClip('here'), await newClip('there')];
    const there = await say(otherId, { text: 'there' }, reviewer);
    const bad: [object, string, string][] = [
      [{ text: 'x', mentions: [outsider.userId] }, 'not_mentionable', 'mentions.0'],
      [{ text: 'x', mentions: [lead.userId, submitter.userId] }, 'not_mentionable', 'mentions.1'],
      [{ text: 'x', mentions: [lead.userId, lead.userId] }, 'invalid_request', 'mentions'],
      [{ text: 'x', claimId: newId() }, 'unknown_reference', 'claimId'],
      [{ text: 'x', inReplyTo: there.body.id }, 'unknown_reference', 'inReplyTo'],
      [{ text: '  ' }, 'invalid_request', 'text'],
      [{ text: 'nul \0' }, 'invalid_request', 'text'],
      [{ text: 'x', madeBy: lead.userId }, 'invalid_request', 'madeBy'],
    ];
    for (const [body, code, path] of bad) {
      const answer = await say(clipId, body, reviewer);
      expect([answer.status, answer.body.code, answer.body.errors?.[0]?.path]).toEqual([400, code, path]);
    }
    expect(await heard(`clips/${clipId}/comments`, lead)).toEqual([]);
  });
});

describe('sensitive ranges and exposure', () => {
  interface Range {
    readonly id: string;
    readonly warning: string;
  }
  const graphic = { startMs: 900, endMs: 1_200, sensitivity: 'graphic', warning: 'a wounded person' };
  const mark = (clipId: string, body: object, by: Person) =>
    desk.post<Range & Problem>(`clips/${clipId}/sensitive-ranges`, body, by.as);
  const minutesOf = async (by: Person) =>
    (await desk.get<{ items: { minutes: number }[] }>('me/exposure', by.as)).body.items;

  it('veil the frames within them, and opening those unveiled is counted for the person and the lead', async () => {
    const { id: clipId } = await desk.submitAndWait({ url: `${site.origin}/clip.mp4`, caseId });
    const { body: frames } = await desk.get<{ items: { id: string; ptsMs: number; sha256: string }[] }>(
      `clips/${clipId}/frames`,
      reviewer.as,
    );
    const frame = frames.items[0];
    if (frame === undefined) throw new Error('the clip has no frame');
    const after = { startMs: frame.ptsMs + 1, endMs: frame.ptsMs + 2 };
    expect((await mark(clipId, { ...graphic, ...after }, reviewer)).status).toBe(201);
    const tag = async (path: string, by: Person) => (await desk.get(path, by.as)).headers.get('etag');
    const image = `frames/${frame.id}/image`;
    const plain = `"${frame.sha256}"`;
    expect(await tag(image, colleague)).toBe(plain);
    expect(await tag(`${image}?veil=0&ranges=1`, colleague)).toBe(plain);
    const made = await mark(clipId, { ...graphic, startMs: frame.ptsMs, endMs: frame.ptsMs + 1 }, reviewer);
    expect(await tag(image, colleague)).not.toBe(plain);
    expect(await tag(`${image}?veil=0&ranges=1`, colleague)).not.toBe(plain);
    expect(await minutesOf(colleague)).toEqual([]);
    expect(await tag(`${image}?veil=0`, colleague)).toBe(plain);
    await desk.until('the minute is counted', async () => (await minutesOf(colleague)).length === 1);
    await desk.get(`clips/${clipId}/original`, lead.as);
    await desk.until('the minute is counted', async () => (await minutesOf(lead)).length === 1);

    const ofCase = await desk.get<{ items: { userId: string; minutes: number }[] }>(
      `cases/${caseId}/exposure`,
      lead.as,
    );
    const people = ofCase.body.items.map(({ userId }) => userId);
    expect(people.toSorted()).toEqual([colleague.userId, lead.userId].toSorted());
    expect((await desk.get(`cases/${caseId}/exposure`, colleague.as)).status).toBe(403);
    expect(await minutesOf(reviewer)).toEqual([]);

    const others = await desk.request('DELETE', `sensitive-ranges/${made.body.id}`, undefined, colleague.as);
    expect(others.status).toBe(403);
    const own = await desk.request('DELETE', `sensitive-ranges/${made.body.id}`, undefined, reviewer.as);
    expect(own.status).toBe(204);
    expect(await tag(image, colleague)).toBe(plain);
    expect(
      (await desk.request('DELETE', `sensitive-ranges/${made.body.id}`, undefined, lead.as)).status,
    ).toBe(404);
  });

  it('count a minute once, by the day of the zone that is asked for', async () => {
    const [one, two] = [await newClip('one'), await newClip('two')];
    for (const [clipId, minute] of [
      [one, '2026-03-01T21:30:00Z'],
      [two, '2026-03-01T21:30:00Z'],
      [one, '2026-03-01T22:30:00Z'],
    ]) {
      await desk.asOwner(
        'insert into exposure_minute (user_id, minute, clip_id, case_id) values ($1, $2, $3, $4)',
        [submitter.userId, minute, clipId, caseId],
      );
    }
    const of = async (query: string) =>
      (await desk.get<{ items: unknown[] }>(`me/exposure?${query}`, submitter.as)).body.items;
    expect(await of('from=2026-03-01&to=2026-03-01')).toEqual([{ day: '2026-03-01', minutes: 2 }]);
    expect(await of('from=2026-03-01&timezone=Africa/Cairo')).toEqual([
      { day: '2026-03-01', minutes: 1 },
      { day: '2026-03-02', minutes: 1 },
    ]);
    expect(await of('from=2026-03-02')).toEqual([]);
    for (const [query, path] of [
      ['from=2026-02-30', 'from'],
      ['from=2026-03-02&to=2026-03-01', 'to'],
      ['from=2020-01-01&to=2026-01-01', 'to'],
      ['timezone=%2B03:00', 'timezone'],
      ['timezone=Mars/Olympus', 'timezone'],
    ]) {
      const answer = await desk.get<Problem>(`me/exposure?${query}`, submitter.as);
      expect([answer.status, answer.body.errors?.[0]?.path]).toEqual([400, path]);
    }
  });

  it('are listed by time, and refused when they make no sense or the clip is closed', async () => {
    const clipId = await newClip('ranges');
    await mark(clipId, { ...graphic, startMs: 5_000, endMs: 6_000, warning: 'second' }, reviewer);
    await mark(clipId, { ...graphic, warning: 'first \u202E' }, lead);
    const bad: [object, string][] = [
      [{ ...graphic, endMs: 900 }, 'endMs'],
      [{ ...graphic, startMs: -1 }, 'startMs'],
      [{ ...graphic, endMs: 1e15 }, 'endMs'],
      [{ ...graphic, startMs: 0.5 }, 'startMs'],
      [{ ...graphic, sensitivity: 'none' }, 'sensitivity'],
      [{ ...graphic, warning: 'two\r\nlines' }, 'warning'],
      [{ ...graphic, warning: '' }, 'warning'],
      [{ ...graphic, addedBy: lead.userId }, 'addedBy'],
    ];
    for (const [body, path] of bad) {
      const answer = await mark(clipId, body, reviewer);
      expect([answer.status, answer.body.errors?.[0]?.path]).toEqual([400, path]);
    }
    const { body } = await desk.get<{ items: Range[] }>(`clips/${clipId}/sensitive-ranges`, colleague.as);
    expect(body.items.map(({ warning }) => warning)).toEqual(['first \u202E', 'second']);
    await patch(clipId, { work: 'closed' }, lead);
    expect((await mark(clipId, graphic, lead)).body.code).toBe('clip_closed');
    const sealed = await desk.request<Problem>(
      'DELETE',
      `sensitive-ranges/${body.items[0]?.id}`,
      undefined,
      lead.as,
    );
    expect([sealed.status, sealed.body.code]).toEqual([409, 'clip_closed']);
  });
});
