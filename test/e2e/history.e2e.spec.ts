import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CustodyLog, PrivateVault } from '../../src/custody/index.js';
import { openDatabase } from '../../src/platform/db/database.js';
import { newId } from '../../src/shared/ids.js';
import { DeskDriver } from '../support/desk.js';
import { newPerson, type Person } from '../support/person.js';
import { startSite, type Site } from '../support/site/site.js';

interface Item {
  readonly seq: number;
  readonly action: string;
  readonly actor: { readonly kind: string; readonly id?: string; readonly name?: string };
  readonly summary: string;
  readonly changes?: readonly { readonly field: string; readonly before: unknown; readonly after: unknown }[];
  readonly ref?: { readonly kind: string; readonly id: string };
}
interface Event {
  readonly seq: number;
  readonly action: string;
  readonly actor: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly leaf: string;
  readonly prev: string | null;
}

let site: Site;
let desk: DeskDriver;
let caseId: string;
let clipId: string;
let claimId: string;
let people: Record<'lead' | 'ana' | 'ben' | 'source', Person>;
const HOSTILE = 'Ben <b>\u202Etpircs</b> (invented)';

beforeAll(async () => {
  site = await startSite();
  desk = await DeskDriver.start({ env: { EGRESS_ALLOW: `127.0.0.1:${site.port}` } });
  caseId = (await desk.post<{ id: string }>('cases', { title: 'Told (invented)' })).body.id;
  people = {
    lead: await newPerson(desk, { caseId, role: 'lead', name: 'Lea Example' }),
    ana: await newPerson(desk, { caseId, role: 'reviewer', name: 'Ana Example' }),
    ben: await newPerson(desk, { caseId, role: 'reviewer', name: HOSTILE }),
    source: await newPerson(desk, { caseId, role: 'reviewer', name: 'Sam Protected' }),
  };
  const { body } = await desk.post<{ id: string; claims: { id: string }[] }>(
    'clips',
    {
      url: `${site.origin}/absent/told`,
      caseId,
      protectSubmitter: true,
      note: 'from the roof (invented)',
      claims: { time: { statement: 'last winter (invented)' } },
    },
    people.source.as,
  );
  [clipId, claimId] = [body.id, body.claims[0]?.id ?? ''];
  await desk.ended(clipId);
  await desk.post(
    `claims/${claimId}/assessments`,
    {
      verdict: 'refuted',
      rationale: 'there is no snow (invented)',
      evidence: [{ kind: 'none_found', note: 'no snow (invented)' }],
    },
    people.ben.as,
  );
});
afterAll(async () => {
  await desk.stop();
  await site.close();
});

const history = async (person: Person) =>
  (await desk.get<{ items: Item[] }>(`clips/${clipId}/history`, person.as)).body.items;
const custody = async (person: Person) =>
  (await desk.get<{ items: Event[] }>(`clips/${clipId}/custody`, person.as)).body.items;
const at = (items: readonly Item[], action: string) => items.find((item) => item.action === action);

describe('the story of a clip', () => {
  it('tells who did what in sentences, with what changed, by the order of the log', async () => {
    const items = await history(people.ben);
    expect(items.map(({ seq }) => seq)).toEqual((await custody(people.ben)).map(({ seq }) => seq));
    expect(at(items, 'assessment.made')).toMatchObject({
      actor: { kind: 'user', id: people.ben.userId, name: HOSTILE },
      summary: `${HOSTILE} assessed the time claim.`,
      changes: [
        { field: 'verdict', before: null, after: 'refuted' },
        { field: 'credibility', before: null, after: 6 },
        { field: 'rationale', before: null, after: 'there is no snow (invented)' },
        { field: 'evidence', before: null },
      ],
      ref: { kind: 'assessment' },
    });
    expect(at(items, 'part.failed')).toMatchObject({
      summary: expect.stringMatching(/^A worker could not finish acquire: /),
    });
    expect(at(items, 'clip.submitted')?.changes).toContainEqual({
      field: 'note',
      before: null,
      after: 'from the roof (invented)',
    });
  });

  it('names a protected submitter to leads and to themselves, and leaves no trace for others', async () => {
    expect(at(await history(people.lead), 'clip.submitted')?.actor).toEqual({
      kind: 'protected',
      id: people.source.userId,
      name: 'Sam Protected',
    });
    expect(at(await history(people.source), 'clip.submitted')?.actor.id).toBe(people.source.userId);
    for (const path of ['history', 'custody']) {
      const { body } = await desk.get(`clips/${clipId}/${path}`, people.ana.as);
      const text = JSON.stringify(body);
      expect(text).not.toContain(people.source.userId);
      expect(text).not.toContain('Sam Protected');
    }
    expect(at(await history(people.ana), 'clip.submitted')?.summary).toBe(
      'A protected person submitted the clip by link with 1 claim.',
    );
  });

  it('pages through without losing or repeating an event', async () => {
    const seen: number[] = [];
    let cursor = '';
    for (;;) {
      const { body } = await desk.get<{ items: Item[]; nextCursor: string | null }>(
        `clips/${clipId}/history?limit=1${cursor}`,
        people.ben.as,
      );
      seen.push(...body.items.map(({ seq }) => seq));
      if (body.nextCursor === null) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
    expect(seen).toEqual((await history(people.ben)).map(({ seq }) => seq));
  });
});

describe('in a blind case', () => {
  const JUDGED = ['assessment.made', 'verdict.changed'];

  it('hides who judged and how from whoever has not, and keeps the place of each event in the chain', async () => {
    const [open, hidden] = [await custody(people.ben), await custody(people.ana)];
    expect(hidden.map(({ seq, leaf, prev, action }) => ({ seq, leaf, prev, action }))).toEqual(
      open.map(({ seq, leaf, prev, action }) => ({ seq, leaf, prev, action })),
    );
    const judged = hidden.filter(({ action }) => JUDGED.includes(action));
    expect(judged.map(({ actor, body }) => ({ actor, body }))).toEqual(
      judged.map(() => ({ actor: 'hidden', body: { hidden: true } })),
    );
    expect(judged).toHaveLength(2);
    const paged = await desk.get<{ items: Event[]; nextCursor: string }>(
      `clips/${clipId}/custody?limit=1`,
      people.ana.as,
    );
    const next = await desk.get(`clips/${clipId}/custody?cursor=${paged.body.nextCursor}`, people.ana.as);
    expect(JSON.stringify(next.body)).not.toContain(people.ben.userId);
  });

  it('tells that something is hidden, of which claim, and nothing else', async () => {
    const items = await history(people.ana);
    const hidden = items.filter(({ actor }) => actor.kind === 'hidden');
    expect(hidden.map(({ action }) => action)).toEqual(JUDGED);
    expect(hidden.map(({ summary }) => summary)).toEqual(
      hidden.map(() => 'What was done about the time claim is hidden until you have judged it.'),
    );
    expect(JSON.stringify(items)).not.toContain('snow');
    expect(JSON.stringify(items)).not.toContain(people.ben.userId);
  });

  it('hides comments on the claim and answers to them', async () => {
    const [commentId, replyId] = [newId(), newId()];
    await comment(commentId, claimId, null);
    await comment(replyId, null, commentId);
    const said = (items: readonly Item[]) => items.filter(({ action }) => action === 'comment.made');
    expect(said(await history(people.ana)).map(({ actor, changes }) => ({ actor, changes }))).toEqual([
      { actor: { kind: 'hidden' } },
      { actor: { kind: 'hidden' } },
    ]);
    expect(said(await history(people.ben)).map(({ changes }) => changes)).toEqual([
      [{ field: 'text', before: null, after: 'no snow (invented)' }],
      [{ field: 'text', before: null, after: 'no snow (invented)' }],
    ]);
    await desk.asOwner('update comment set withdrawn_at = now() where id = $1', [commentId]);
    expect(said(await history(people.ben)).map(({ changes }) => changes === undefined)).toEqual([
      true,
      false,
    ]);
  });

  /** By Ben, with the event that such an act leaves. */
  async function comment(id: string, onClaim: string | null, inReplyTo: string | null): Promise<void> {
    await desk.asOwner(
      'insert into comment (id, clip_id, claim_id, in_reply_to, text, made_by) values ($1, $2, $3, $4, $5, $6)',
      [id, clipId, onClaim, inReplyTo, 'no snow (invented)', people.ben.userId],
    );
    const { db, close } = openDatabase(desk.database.appUrl);
    await new CustodyLog(await PrivateVault.open(desk.dataDir)).append(db, [
      {
        chain: caseId,
        clipId,
        action: 'comment.made',
        actor: `user:${people.ben.userId}`,
        body: { commentId: id, claimId: onClaim, mentions: [] },
        private: { text: 'no snow (invented)', inReplyTo },
      },
    ]);
    await close();
  }

  it("opens with one's own judgement", async () => {
    await desk.post(
      `claims/${claimId}/assessments`,
      {
        verdict: 'refuted',
        rationale: 'leaves on the trees (invented)',
        evidence: [{ kind: 'none_found', note: 'nothing (invented)' }],
      },
      people.ana.as,
    );
    const items = await history(people.ana);
    expect(items.filter(({ actor }) => actor.kind === 'hidden')).toEqual([]);
    expect(items.filter(({ action }) => action === 'assessment.made').map(({ actor }) => actor.name)).toEqual(
      [HOSTILE, 'Ana Example'],
    );
    expect(items.at(-1)?.summary).toBe('The verdict on the time claim went from in review to refuted.');
  });
});
