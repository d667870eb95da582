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

/** 7 February 2020, 14:03 UTC. */
const X_2020 = 'https://x.com/example_desk/status/1225783937564086272';
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

describe('a clip of which an earlier copy is known', () => {
  it('is flagged within its first analysis, and nothing is judged', async () => {
    const old = await desk.upload(
      { bytes: site.clip, name: 'old.mp4' },
      { caseId, postedAt: '2015-03-01T12:00:00Z', note: 'posted in 2015 (invented)' },
    );
    await desk.ended(old.body.id);
    const status = await desk.submitAndWait({
      url: `${site.origin}/clip.mp4?claimed=2020`,
      caseId,
      claims: { time: FEBRUARY_2020 },
    });
    const [claim] = status.claims;
    const outcome = await outcomeWhere(status.id, 'earlier-copy', 'contradicts');
    expect(outcome).toMatchObject({ claimId: claim?.id });
    expect(outcome.summary).toContain('2015-03-01');
    expect(outcome.summary).toContain("submitter's word");
    const [finding] = of(await findings(status.id), 'earlier-copy');
    expect(finding).toMatchObject({
      id: outcome.findingId,
      claimId: claim?.id,
      check: 'earlier-copy',
      stance: 'contradicts',
      ruleVersion: '1',
      madeBy: null,
      withdrawn: null,
      foundValue: { latest: '2015-03-01T12:00:00.000Z' },
    });
    expect(finding?.evidence.map(({ kind }) => kind)).toContain('match');
    expect(claim).toMatchObject({ verdict: 'unreviewed', needsAttention: false });
  });
});
