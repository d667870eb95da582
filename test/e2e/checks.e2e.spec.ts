import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DeskDriver } from '../support/desk.js';
import { newPerson, type Person } from '../support/person.js';
import { startSite, type Site } from '../support/site/site.js';

interface OutcomeBody {
  readonly rule: string;
  readonly claimId: string | null;
  readonly outcome: string;
  readonly summary: string;
  readonly compared: Readonly<Record<string, unknown>>;
  readonly findingId: string | null;
}

interface FindingBody {
  readonly id: string;
  readonly claimId: string | null;
  readonly check: string;
  readonly stance: string;
  readonly summary: string;
  readonly rule: string | null;
  readonly ruleVersion: string | null;
  readonly madeBy: string | null;
  readonly foundValue: Readonly<Record<string, unknown>> | null;
  readonly evidence: readonly { readonly kind: string; readonly ref?: string }[];
  readonly withdrawn: { readonly by: string | null; readonly reason: string } | null;
}

interface ClaimStatus {
  readonly id: string;
  readonly type: string;
  readonly verdict: string;
  readonly needsAttention: boolean;
}

/** As X counts its posts: 40 bits of milliseconds since its epoch, and 22 of no matter here. */
const postOnX = (handle: string, at: string) =>
  `https://x.com/${handle}/status/${(BigInt(Date.parse(at)) - 1_288_834_974_657n) << 22n}`;
const FEBRUARY_2020 = {
  statement: 'filmed on 8 or 9 February 2020',
  earliest: '2020-02-08T00:00:00Z',
  latest: '2020-02-09T23:59:59Z',
  timezone: 'Asia/Damascus',
};

let site: Site;
let desk: DeskDriver;
let caseId: string;

beforeAll(async () => {
  site = await startSite();
  desk = await DeskDriver.start({ env: { EGRESS_ALLOW: `127.0.0.1:${site.port}` } });
  caseId = (await desk.post<{ id: string }>('cases', { title: 'Old footage (invented)' })).body.id;
});
afterAll(async () => {
  await desk.stop();
  await site.close();
});

const checks = async (clipId: string) =>
  (await desk.get<{ items: OutcomeBody[] }>(`clips/${clipId}/checks?limit=200`)).body.items;
const findings = async (clipId: string) =>
  (await desk.get<{ items: FindingBody[] }>(`clips/${clipId}/findings?limit=200`)).body.items;
const of = <Item extends { rule: string | null }>(items: readonly Item[], rule: string) =>
  items.filter((item) => item.rule === rule);

/** The clip's outcomes, once the rule has given this one. */
async function outcomeWhere(clipId: string, rule: string, outcome: string): Promise<OutcomeBody> {
  let seen: OutcomeBody[] = [];
  await desk.until(`${rule} says ${outcome}`, async () => {
    seen = await checks(clipId);
    return seen.some((item) => item.rule === rule && item.outcome === outcome);
  });
  const found = seen.find((item) => item.rule === rule && item.outcome === outcome);
  if (found === undefined) throw new Error('unreachable');
  return found;
}

/** The same bytes as another post, without fetching anything. */
async function submitCopy(
  name: string,
  submission: object,
): Promise<{ id: string; claims: readonly ClaimStatus[] }> {
  const { status, body } = await desk.upload({ bytes: site.clip, name }, { caseId, ...submission });
  expect(status).toBe(202);
  return (await desk.ended(body.id)) as unknown as { id: string; claims: readonly ClaimStatus[] };
}

const claimsOf = async (clipId: string) =>
  (await desk.get<{ claims: ClaimStatus[] }>(`clips/${clipId}/status`)).body.claims;

describe('a clip of which an earlier copy is known', () => {
  let flagged: { id: string; claims: readonly ClaimStatus[] };

  it('is flagged within its first analysis, and nothing is judged', async () => {
    await submitCopy('old.mp4', { url: postOnX('example_old', '2015-03-01T12:00:00Z') });
    flagged = await submitCopy('new.mp4', {
      url: postOnX('example_new', '2020-02-09T14:03:00Z'),
      claims: { time: FEBRUARY_2020 },
    });
    const [claim] = flagged.claims;
    const outcome = of(await checks(flagged.id), 'earlier-copy')[0];
    expect(outcome).toMatchObject({ claimId: claim?.id, outcome: 'contradicts' });
    expect(outcome?.summary).toContain("2015-03-01 12:00 UTC by the post's id");
    const [finding] = of(await findings(flagged.id), 'earlier-copy');
    expect(finding).toMatchObject({
      id: outcome?.findingId,
      claimId: claim?.id,
      check: 'earlier-copy',
      stance: 'contradicts',
      ruleVersion: '1',
      madeBy: null,
      withdrawn: null,
      foundValue: { latest: '2015-03-01T12:00:00.000Z' },
    });
    expect(finding?.evidence.map(({ kind }) => kind)).toEqual(['match', 'url']);
    expect(claim).toMatchObject({ verdict: 'unreviewed', needsAttention: false });
  });

  it('loses that argument, but not its record, when a person rejects the match', async () => {
    const [before] = of(await findings(flagged.id), 'earlier-copy');
    const matchId = before?.evidence[0]?.ref ?? '';
    const decided = await desk.post(`matches/${matchId}/decision`, {
      state: 'rejected',
      rationale: 'a test picture that everybody has (invented)',
    });
    expect(decided.status).toBeLessThan(300);
    await outcomeWhere(flagged.id, 'earlier-copy', 'not_applicable');
    const { body } = await desk.get<FindingBody>(`findings/${before?.id}`);
    expect(body.withdrawn).toMatchObject({ by: null, reason: expect.stringContaining('looked again') });
    await desk.post(`matches/${matchId}/decision`, { state: 'confirmed', rationale: 'after all (invented)' });
    const { summary, findingId } = await outcomeWhere(flagged.id, 'earlier-copy', 'contradicts');
    expect(summary).toContain('The same file');
    expect(findingId).not.toBe(before?.id);
  });
});

describe('a contradiction that comes after the verdict', () => {
  it('calls for attention and leaves the verdict, also on a closed clip', async () => {
    const caseOfOwn = (await desk.post<{ id: string }>('cases', { title: 'Late copy (invented)' })).body.id;
    const reviewers = await Promise.all(
      ['Ana', 'Ben'].map((name) => newPerson(desk, { caseId: caseOfOwn, role: 'reviewer', name })),
    );
    const clip = await submitCopy('late.mp4', { caseId: caseOfOwn, claims: { time: FEBRUARY_2020 } });
    const claimId = clip.claims[0]?.id ?? '';
    for (const { as } of reviewers) await confirm(claimId, as);
    expect((await desk.request('PATCH', `clips/${clip.id}`, { work: 'closed' })).status).toBe(200);
    await submitCopy('earlier.mp4', { caseId: caseOfOwn, postedAt: '2015-03-01T12:00:00Z' });
    await desk.until('the claim asks for attention', async () =>
      (await claimsOf(clip.id)).some(({ needsAttention }) => needsAttention),
    );
    expect(await claimsOf(clip.id)).toMatchObject([
      { id: claimId, verdict: 'confirmed', needsAttention: true },
    ]);
    const { body } = await desk.get<{ items: { action: string; actor: string }[] }>(
      `clips/${clip.id}/custody?limit=200`,
    );
    expect(body.items).toContainEqual(
      expect.objectContaining({
        action: 'claim.attention_raised',
        actor: expect.stringMatching(/^worker:/),
      }),
    );
  });

  const confirm = async (claimId: string, as: Person['as']) =>
    expect(
      (
        await desk.post(
          `claims/${claimId}/assessments`,
          {
            verdict: 'confirmed',
            rationale: 'invented for this test',
            evidence: [{ kind: 'none_found', note: 'looked nowhere (invented)' }],
          },
          as,
        )
      ).status,
    ).toBe(201);
});

describe('a copy in a case that readers may not see', () => {
  it('is one neutral sentence, whatever is claimed here, without link, case or time', async () => {
    const hidden = (await desk.post<{ id: string }>('cases', { title: 'Hidden (invented)' })).body.id;
    const seen = (await desk.post<{ id: string }>('cases', { title: 'Seen (invented)' })).body.id;
    const url = postOnX('hidden_person', '2014-03-01T12:00:00Z');
    const other = await submitCopy('hidden.mp4', { caseId: hidden, url });
    const clip = await submitCopy('seen.mp4', { caseId: seen, claims: { time: FEBRUARY_2020 } });
    const shown = JSON.stringify([await checks(clip.id), await findings(clip.id)]);
    expect(shown).toContain('ask the lead');
    for (const secret of [hidden, other.id, 'hidden_person', '2014-03-01'])
      expect(shown).not.toContain(secret);
    expect(of(await findings(clip.id), 'earlier-copy').map(({ stance }) => stance)).toEqual(['neutral']);
  });
});

describe('a claim that is added later', () => {
  let clip: Awaited<ReturnType<typeof submitCopy>>;

  it('is checked, and the findings of before keep their ids', async () => {
    clip = await submitCopy('later.mp4', {
      url: postOnX('example_later', '2019-05-01T08:00:00Z'),
      claims: { source: { statement: 'posted by them', handle: '@Example_Later', platform: 'twitter' } },
    });
    const [before] = of(await findings(clip.id), 'account-handle');
    expect(before).toMatchObject({ stance: 'supports', claimId: clip.claims[0]?.id });
    const { body: claim } = await desk.post<{ id: string }>(`clips/${clip.id}/claims`, {
      type: 'time',
      statement: 'filmed in February 2020',
      value: { edtf: '2020-02' },
    });
    expect(await outcomeWhere(clip.id, 'post-time', 'contradicts')).toMatchObject({ claimId: claim.id });
    expect(of(await findings(clip.id), 'account-handle')).toEqual([before]);
    expect((await claimsOf(clip.id)).map(({ verdict }) => verdict)).toEqual(['unreviewed', 'unreviewed']);
  });

  it('of hostile words and years harms no rule', async () => {
    const hostile = '\u202e<script>alert(1)</script>'.padEnd(300, 'x');
    const claims = [
      { type: 'source', statement: hostile, value: { handle: hostile, platform: 'x', name: hostile } },
      { type: 'location', statement: hostile, value: { place: hostile, lat: 90, lon: -180 } },
      { type: 'time', statement: hostile, value: { latest: '9999-12-31T23:59:59Z' } },
      { type: 'time', statement: hostile, value: { edtf: '1969-12-31' } },
      { type: 'time', statement: hostile, value: { earliest: '0001-01-01T00:00:00Z' } },
    ];
    let last = '';
    for (const claim of claims) {
      const { status, body } = await desk.post<{ id: string }>(`clips/${clip.id}/claims`, claim);
      expect(status).toBe(201);
      last = body.id;
    }
    await desk.until('the last claim was looked at', async () =>
      (await checks(clip.id)).some(({ claimId }) => claimId === last),
    );
    expect((await checks(clip.id)).filter(({ outcome }) => outcome === 'failed')).toEqual([]);
  });
});

describe('the rules', () => {
  it('are listed with what they may claim', async () => {
    const { body } = await desk.get<{
      items: { id: string; version: string; title: string; readme: string }[];
    }>('rules');
    expect(body.items.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['earlier-copy', 'post-time', 'embedded-time', 'content-credentials']),
    );
    for (const { title, readme, version } of body.items) {
      expect(readme).toContain(`# ${title}`);
      expect(readme.split('\n').length).toBeLessThanOrEqual(31);
      expect(version).toMatch(/^\d+$/);
    }
  });

  it('give their outcomes page by page', async () => {
    const [clip] = (await desk.get<{ items: { id: string }[] }>(`clips?case=${caseId}&limit=1`)).body.items;
    if (clip === undefined) throw new Error('unreachable');
    const all = await checks(clip.id);
    const paged: OutcomeBody[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const query: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body } = await desk.get<{ items: OutcomeBody[]; nextCursor: string | null }>(
        `clips/${clip.id}/checks?limit=4${query}`,
      );
      paged.push(...body.items);
      cursor = body.nextCursor;
    }
    expect(paged).toEqual(all);
    expect((await desk.get(`clips/${clip.id}/checks?cursor=x`)).status).toBe(400);
  });

  it('have said nothing of a clip that they never looked at', async () => {
    const { body } = await desk.upload({ bytes: Buffer.from('no media (invented)'), name: 'words.mp4' }, {});
    expect(await desk.ended(body.id)).toMatchObject({ processing: { state: 'failed' } });
    for (const list of ['checks', 'matches', 'text', 'findings'])
      expect(await desk.get(`clips/${body.id}/${list}`)).toMatchObject({
        status: 200,
        body: { items: [], nextCursor: null },
      });
    expect((await desk.get(`clips/${body.id}/cluster`)).body).toMatchObject({
      size: 1,
      items: [{ clipId: body.id, durationMs: null, width: null }],
    });
  });

  it('leave a log that verification finds in order', async () => {
    expect((await desk.post('custody/verification')).status).toBe(202);
    const report = await desk.verified();
    expect(report).toMatchObject({ ok: true });
  });
});
