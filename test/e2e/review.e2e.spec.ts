import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DeskDriver, type Answer } from '../support/desk.js';
import { newPerson, type Person } from '../support/person.js';
import { startSite, type Site } from '../support/site/site.js';

let site: Site;
let desk: DeskDriver;
let caseId: string;
let people: Record<'ana' | 'ben' | 'cem' | 'lead' | 'leo', Person>;

beforeAll(async () => {
  site = await startSite();
  desk = await DeskDriver.start({ env: { EGRESS_ALLOW: `127.0.0.1:${site.port}` } });
  caseId = (await desk.post<{ id: string }>('cases', { title: 'Judging (invented)' })).body.id;
  const join = (role: 'reviewer' | 'lead') => newPerson(desk, { caseId, role });
  people = {
    ana: await join('reviewer'),
    ben: await join('reviewer'),
    cem: await join('reviewer'),
    lead: await join('lead'),
    leo: await join('lead'),
  };
});
afterAll(async () => {
  await desk.stop();
  await site.close();
});

let clips = 0;
/** A clip of its own with one claim. The file itself does not matter here: nothing waits for it. */
async function newClaim(): Promise<{ clipId: string; claimId: string }> {
  clips += 1;
  const { body } = await desk.post<{ id: string; claims: { id: string }[] }>('clips', {
    url: `${site.origin}/clip.mp4?judged=${clips}`,
    caseId,
    claims: { time: { statement: 'filmed last winter (invented)' } },
  });
  return { clipId: body.id, claimId: body.claims[0]?.id ?? '' };
}

const NOTHING = [{ kind: 'none_found', note: 'nothing was found (invented)' }];

function judge(person: Person, path: string, verdict: string, more: object = {}): Promise<Answer<Judged>> {
  return desk.post(path, { verdict, rationale: 'because (invented)', evidence: NOTHING, ...more }, person.as);
}
interface Judged {
  readonly id: string;
  readonly code?: string;
  readonly credibility: number;
  readonly supersedes: string | null;
  readonly errors?: readonly { readonly path: string }[];
}

async function verdictOf(clipId: string): Promise<string | undefined> {
  const { body } = await desk.get<{ claims: { verdict: string }[] }>(`clips/${clipId}/status`);
  return body.claims[0]?.verdict;
}

describe('assessing', () => {
  it('concludes when two people who ask at the same moment agree, whoever comes first', async () => {
    const rounds = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const { clipId, claimId } = await newClaim();
        const answers = await Promise.all(
          [people.ana, people.ben].map((person) => judge(person, `claims/${claimId}/assessments`, 'refuted')),
        );
        return [...answers.map(({ status }) => status), await verdictOf(clipId)];
      }),
    );
    expect(new Set(rounds.map(String))).toEqual(new Set(['201,201,refuted']));
  });

  it("keeps a superseded assessment on record, and never counts one person's two", async () => {
    const { clipId, claimId } = await newClaim();
    const first = await judge(people.ana, `claims/${claimId}/assessments`, 'confirmed');
    const second = await judge(people.ana, `claims/${claimId}/assessments`, 'refuted');
    expect(second.body.supersedes).toBe(first.body.id);
    expect(await verdictOf(clipId)).toBe('in_review');
    const { body } = await desk.get<{ items: { id: string; current: boolean }[] }>(
      `claims/${claimId}/assessments`,
      people.ana.as,
    );
    expect(body.items.map(({ id, current }) => [id, current])).toEqual([
      [first.body.id, false],
      [second.body.id, true],
    ]);
  });

  it('takes credibility 1 only on two independent origins; copies of one upload are one', async () => {
    const { clipId, claimId } = await newClaim();
    await desk.ended(clipId);
    const frames = await desk.get<{ items: { id: string }[] }>(`clips/${clipId}/frames`);
    const frame = { kind: 'frame', ref: frames.body.items[0]?.id };
    const path = `claims/${claimId}/assessments`;
    const copy = { kind: 'url', ref: `${site.origin}/clip.mp4?judged=${clips}` };
    const alone = await judge(people.ana, path, 'confirmed', { credibility: 1, evidence: [frame, copy] });
    expect([alone.status, alone.body.code]).toEqual([400, 'one_origin']);
    const elsewhere = { kind: 'url', ref: 'https://news.example.org/report' };
    const both = await judge(people.ana, path, 'confirmed', { credibility: 1, evidence: [frame, elsewhere] });
    expect([both.status, both.body.credibility]).toEqual([201, 1]);
  });

  it('keeps the checklist with the assessment; what does not apply has a reason', async () => {
    const { claimId } = await newClaim();
    const path = `claims/${claimId}/assessments`;
    const ask = (checklist: object[]) => judge(people.ana, path, 'confirmed', { checklist });
    const unsaid = await ask([{ step: 'shadows', state: 'not_applicable' }]);
    expect([unsaid.status, unsaid.body.errors?.map((error) => error.path)]).toEqual([
      400,
      ['checklist.0.note'],
    ]);
    const twice = await ask([
      { step: 'terrain', state: 'done' },
      { step: 'terrain', state: 'done' },
    ]);
    expect(twice.status).toBe(400);
    const checklist = [
      { step: 'terrain', state: 'done' },
      { step: 'shadows', state: 'not_applicable', note: 'overcast (invented)' },
    ];
    expect((await ask(checklist)).body).toMatchObject({ checklist });
  });

  it('refuses evidence of another case without telling that it exists', async () => {
    const { claimId } = await newClaim();
    const other = await desk.post<{ id: string }>('cases', { title: 'Elsewhere (invented)' });
    const clip = await desk.submitAndWait({ url: `${site.origin}/clip.mp4`, caseId: other.body.id });
    const frames = await desk.get<{ items: { id: string }[] }>(`clips/${clip.id}/frames`);
    const ask = (ref: string | undefined) =>
      judge(people.ana, `claims/${claimId}/assessments`, 'confirmed', { evidence: [{ kind: 'frame', ref }] });
    const foreign = await ask(frames.body.items[0]?.id);
    const missing = await ask('01a204c8-5cc2-77c1-9fda-1941b740ef94');
    expect(foreign.status).toBe(400);
    expect(foreign.body).toEqual(missing.body);
  });

  it('answers the same key with the same assessment', async () => {
    const { claimId } = await newClaim();
    const body = { verdict: 'confirmed', rationale: 'once (invented)', evidence: NOTHING };
    const headers = { ...people.ana.as, 'idempotency-key': `assess-${claimId}` };
    const first = await desk.post<Judged>(`claims/${claimId}/assessments`, body, headers);
    const again = await desk.post<Judged>(`claims/${claimId}/assessments`, body, headers);
    expect(again.body).toEqual(first.body);
  });

  it.each([
    ['without rationale', { rationale: ' \n' }, 'rationale'],
    ['with a made-up verdict', { verdict: 'true' }, 'verdict'],
    ['with a field that is not theirs to set', { madeBy: '01a204c8-5cc2-77c1-9fda-1941b740ef94' }, 'madeBy'],
    ['without evidence', { evidence: [] }, 'evidence'],
    ['with "none found" and no note', { evidence: [{ kind: 'none_found' }] }, 'evidence.0.note'],
    ['with credibility 0', { credibility: 0 }, 'credibility'],
  ])('is refused %s, by the path of the field', async (_how, fields, path) => {
    const { clipId, claimId } = await newClaim();
    const answer = await judge(people.ana, `claims/${claimId}/assessments`, 'confirmed', fields);
    expect([answer.status, answer.body.errors?.map((each) => each.path)]).toEqual([400, [path]]);
    expect(await verdictOf(clipId)).toBe('unreviewed');
  });
});

describe('ruling', () => {
  it('is for a lead who neither handed in nor assessed, on a contested claim, once', async () => {
    const { clipId, claimId } = await newClaim();
    const path = `claims/${claimId}/ruling`;
    expect((await judge(people.lead, path, 'refuted')).body.code).toBe('not_contested');
    await judge(people.ana, `claims/${claimId}/assessments`, 'confirmed');
    await judge(people.leo, `claims/${claimId}/assessments`, 'refuted');
    expect(await verdictOf(clipId)).toBe('contested');
    const submitter = { ...people.ana, as: { authorization: `Bearer ${desk.token}` } };
    expect((await judge(people.ben, path, 'refuted')).body.code).toBe('role_too_low');
    expect((await judge(people.leo, path, 'refuted')).body.code).toBe('assessed_by_you');
    expect((await judge(submitter, path, 'refuted')).body.code).toBe('own_submission');
    const ruled = await Promise.all([
      judge(people.lead, path, 'refuted'),
      judge(people.lead, path, 'refuted'),
    ]);
    expect(new Set(ruled.map(({ status }) => status))).toEqual(new Set([201, 409]));
    expect(await verdictOf(clipId)).toBe('refuted');
    expect((await judge(people.lead, `claims/${claimId}/assessments`, 'refuted')).body.code).toBe(
      'ruled_by_you',
    );
    await judge(people.cem, `claims/${claimId}/assessments`, 'confirmed');
    expect(await verdictOf(clipId)).toBe('contested');
  });
});

describe('killing the API while people judge', () => {
  it('leaves every verdict what its judgements say, and custody with an event for each of them', async () => {
    const claims = await Promise.all(Array.from({ length: 6 }, () => newClaim()));
    const asked = claims.flatMap(({ claimId }) =>
      [people.ana, people.ben, people.cem].map((person) =>
        judge(person, `claims/${claimId}/assessments`, 'confirmed'),
      ),
    );
    const settled = Promise.allSettled(asked);
    // Some are answered, some are under way.
    await Promise.any(asked);
    await desk.killApi();
    await settled;
    await desk.startApi();
    const expected = ['unreviewed', 'in_review', 'confirmed', 'confirmed'];
    for (const { clipId, claimId } of claims) {
      const { body } = await desk.get<{ items: unknown[] }>(`claims/${claimId}/assessments`, people.lead.as);
      const open = body.items.length === 0 && (await verdictOf(clipId)) !== 'unreviewed';
      // Until two have judged, the lead sees none of them.
      expect(open ? 'in_review' : expected[body.items.length]).toBe(await verdictOf(clipId));
    }
    await desk.post('custody/verification');
    const report = await desk.verified();
    expect(report.differences.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('what was judged', () => {
  it('is kept from a lead until the required reviews are in', async () => {
    const { claimId } = await newClaim();
    const seen = async () => {
      const path = `claims/${claimId}/assessments`;
      const { body } = await desk.get<{ items: unknown[]; withheld: boolean }>(path, people.lead.as);
      return [body.items.length, body.withheld];
    };
    await judge(people.ana, `claims/${claimId}/assessments`, 'confirmed');
    expect(await seen()).toEqual([0, true]);
    await judge(people.ben, `claims/${claimId}/assessments`, 'refuted');
    expect(await seen()).toEqual([2, false]);
    await judge(people.lead, `claims/${claimId}/ruling`, 'refuted');
    const rulings = await desk.get<{ items: unknown[]; withheld: boolean }>(
      `claims/${claimId}/rulings`,
      people.cem.as,
    );
    expect(rulings.body).toEqual({ items: [], nextCursor: null, withheld: true });
  });

  it('is found by verification when somebody changes it in the tables', async () => {
    const { claimId } = await newClaim();
    const { body } = await judge(people.ana, `claims/${claimId}/assessments`, 'confirmed');
    await desk.asOwner("update judgement set verdict = 'refuted' where id = $1", [body.id]);
    await desk.post('custody/verification');
    const report = await desk.verified();
    expect(report.ok).toBe(false);
    // Clips are still being taken in, so that objects without a row yet may be noted too.
    expect(report.differences.filter(({ severity }) => severity === 'error')).toEqual([
      expect.objectContaining({ code: 'V032', subject: `judgement/${body.id}` }),
    ]);
  });
});
