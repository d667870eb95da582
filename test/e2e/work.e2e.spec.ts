import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/shared/ids.js';
import { DeskDriver } from '../support/desk.js';
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

/** A clip whose processing has ended, so that only people change it. */
async function newClip(name: string, more: object = {}): Promise<string> {
  const { body } = await desk.upload({ bytes: `no media: ${name}`, name }, { caseId, ...more });
  await desk.ended(body.id);
  return body.id;
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
    const clipId = await newClip('label');
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
    const clipId = await newClip('refused');
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
    const clipId = await newClip('etag');
    const tag = (await desk.get(`clips/${clipId}/status`, lead.as)).headers.get('etag') ?? '';
    const first = await patch(clipId, { title: 'first' }, lead, { 'if-match': tag });
    expect(first.status).toBe(200);
    const late = await patch(clipId, { title: 'late' }, reviewer, { 'if-match': tag });
    expect([late.status, late.body.code]).toEqual([412, 'version_conflict']);
    const next = { 'if-match': first.headers.get('etag') ?? '' };
    expect((await patch(clipId, { title: 'second' }, reviewer, next)).body.title).toBe('second');
  });
});
