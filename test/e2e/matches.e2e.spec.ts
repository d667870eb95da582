import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeRealClips } from '../../src/media/testing/real-clips.js';
import { DeskDriver } from '../support/desk.js';
import { newPerson, type Person } from '../support/person.js';

interface MatchBody {
  readonly id: string;
  readonly clipId?: string;
  readonly ofClipId: string;
  readonly kind: string;
  readonly mirrored: boolean;
  readonly coverage: number;
  readonly otherCoverage: number;
  readonly segments: readonly { startMs: number; endMs: number; otherStartMs: number; otherEndMs: number }[];
  readonly state: string;
  readonly decision: { readonly rationale: string; readonly by: string } | null;
  readonly version: number;
  readonly elsewhere?: true;
}

interface ClusterBody {
  readonly size: number;
  readonly elsewhere: number;
  readonly isCut: boolean;
  readonly earliestKnown: string;
  readonly longest: string;
  readonly bestQuality: string;
  readonly items: readonly { clipId: string; firstKnownAt: string; firstKnownBy: string }[];
}

const FAMILY = [
  'pattern-hd-no-bar',
  'pattern-longer-no-bar',
  'pattern-sd-grey-bar',
  'pattern-sd-with-large-logo-bar',
  'pattern-sd-with-small-logo-bar',
];

describeRealClips('matches of real clips', (folder) => {
  let desk: DeskDriver;
  let caseId: string;
  let otherCaseId: string;
  let reviewer: Person;
  /** By file name; `copy` has the bytes of `pattern-sd-grey-bar` and lies in another case. */
  const clips = new Map<string, string>();
  const clip = (name: string) => clips.get(name) ?? '';

  const matchesOf = async (clipId: string, as?: Person) =>
    (await desk.get<{ items: MatchBody[] }>(`clips/${clipId}/matches`, as?.as)).body.items;
  const matchOf = async (one: string, other: string) => {
    const found = (await matchesOf(clip(one))).find(({ clipId }) => clipId === clip(other));
    if (found === undefined) throw new Error(`${one} and ${other} do not match`);
    return found;
  };
  const clusterOf = async (name: string, as?: Person) =>
    (await desk.get<ClusterBody>(`clips/${clip(name)}/cluster`, as?.as)).body;
  const decide = (id: string, state: string, more: { as?: Person; headers?: Record<string, string> } = {}) =>
    desk.post<MatchBody & { code: string; detail: string }>(
      `matches/${id}/decision`,
      { state, rationale: `${state} after a look (invented)` },
      { ...more.as?.as, ...more.headers },
    );

  beforeAll(async () => {
    desk = await DeskDriver.start();
    caseId = (await desk.post<{ id: string }>('cases', { title: 'Patterns (invented)' })).body.id;
    otherCaseId = (await desk.post<{ id: string }>('cases', { title: 'Elsewhere (invented)' })).body.id;
    reviewer = await newPerson(desk, { caseId, role: 'reviewer' });
    const files = [...FAMILY, 'doorknob-hd-no-bar', 'copy'];
    await Promise.all(
      files.map(async (name) => {
        const file = `${name === 'copy' ? 'pattern-sd-grey-bar' : name}.mp4`;
        const { body } = await desk.upload(
          { bytes: await readFile(join(folder, 'tmk', file)), name: `${name}.mp4` },
          {
            caseId: name === 'copy' ? otherCaseId : caseId,
            ...(name === 'pattern-sd-grey-bar' ? { postedAt: '2015-06-01T10:00:00Z' } : {}),
          },
        );
        clips.set(name, body.id);
      }),
    );
    for (const id of clips.values()) await desk.ended(id);
  }, 120_000);
  afterAll(() => desk.stop());

  it('join the copies of one recording, however barred and marked, and nothing else', async () => {
    const { items, ...cluster } = await clusterOf('pattern-sd-with-large-logo-bar');
    const members = [...FAMILY, 'copy'].map(clip);
    expect(items.map(({ clipId }) => clipId).toSorted()).toEqual(members.toSorted());
    expect(cluster).toMatchObject({ size: members.length, elsewhere: 0, isCut: false });
    expect(await matchesOf(clip('doorknob-hd-no-bar'))).toEqual([]);
    expect((await clusterOf('doorknob-hd-no-bar')).size).toBe(1);
  });

  it('tell which stretch is which, from either side', async () => {
    const part = await matchOf('pattern-hd-no-bar', 'pattern-longer-no-bar');
    expect(part).toMatchObject({ kind: 'same_footage', mirrored: false, state: 'suggested', decision: null });
    expect(part.coverage).toBeGreaterThan(0.8);
    expect(part.otherCoverage).toBeLessThan(0.95);
    const whole = await matchOf('pattern-longer-no-bar', 'pattern-hd-no-bar');
    expect(whole).toMatchObject({ id: part.id, coverage: part.otherCoverage });
    expect(whole.segments[0]?.startMs).toBe(part.segments[0]?.otherStartMs);
  });

  it('name the earliest known, the longest and the best copy', async () => {
    const cluster = await clusterOf('pattern-hd-no-bar');
    expect(cluster).toMatchObject({
      earliestKnown: clip('pattern-sd-grey-bar'),
      longest: clip('pattern-longer-no-bar'),
    });
    expect(['pattern-hd-no-bar', 'pattern-longer-no-bar'].map(clip)).toContain(cluster.bestQuality);
    expect(cluster.items[0]).toMatchObject({
      firstKnownAt: '2015-06-01T10:00:00.000Z',
      firstKnownBy: 'submitter',
    });
    const { body } = await desk.get<{ counts: { matches: number } }>(`clips/${clip('copy')}`);
    expect(body.counts.matches).toBeGreaterThan(0);
  });

  it('are what a list may be narrowed to', async () => {
    const listed = async (query: string, as?: Person) =>
      desk.get<{ items: { id: string }[]; code?: string }>(`clips?case=${caseId}&${query}`, as?.as);
    const ids = (answer: Awaited<ReturnType<typeof listed>>) => answer.body.items.map(({ id }) => id);
    expect(ids(await listed('hasMatches=false'))).toEqual([clip('doorknob-hd-no-bar')]);
    expect(ids(await listed('hasMatches=true')).toSorted()).toEqual(FAMILY.map(clip).toSorted());
    const submitter = await newPerson(desk, { caseId, role: 'submitter' });
    expect((await listed('hasMatches=true', submitter)).body.code).toBe('role_too_low');
  });

  describe('with a clip of a case that the reader cannot see', () => {
    const shared = () => matchOf('pattern-sd-grey-bar', 'copy');

    it('are only said to exist, in lists, alone and in clusters', async () => {
      const { id } = await shared();
      const seen = await matchesOf(clip('pattern-sd-grey-bar'), reviewer);
      expect(seen).toContainEqual({ id, elsewhere: true });
      expect((await desk.get(`matches/${id}`, reviewer.as)).body).toEqual({ id, elsewhere: true });
      expect(await clusterOf('pattern-hd-no-bar', reviewer)).toMatchObject({
        size: FAMILY.length + 1,
        elsewhere: 1,
      });
      expect((await desk.get(`clips/${clip('copy')}/matches`, reviewer.as)).status).toBe(404);
    });

    it('tell nothing of it in the log and the history either', async () => {
      const { id } = await shared();
      await decide(id, 'confirmed');
      const paths = ['custody', 'history'].map((view) => `clips/${clip('pattern-sd-grey-bar')}/${view}`);
      for (const path of paths) {
        const text = JSON.stringify((await desk.get(path, reviewer.as)).body);
        expect(text).toContain('match.decided');
        for (const secret of [clip('copy'), otherCaseId, 'same_file', 'after a look'])
          expect(text).not.toContain(secret);
      }
    });

    it('are decided by whoever sees both clips; others are told to ask the lead', async () => {
      const { id } = await shared();
      const refused = await decide(id, 'rejected', { as: reviewer });
      expect([refused.status, refused.body.code]).toEqual([409, 'match_elsewhere']);
      expect(refused.body.detail).toContain('ask the lead');
      const stranger = await newPerson(desk, {});
      expect((await decide(id, 'rejected', { as: stranger })).status).toBe(404);
      const submitter = await newPerson(desk, { caseId, role: 'submitter' });
      expect((await decide(id, 'rejected', { as: submitter })).status).toBe(403);
    });
  });

  describe('decided by a person', () => {
    const again = async (clipId: string) => {
      const [before] = (
        await desk.get<{ processing: { parts: { part: string; attempts: number }[] } }>(
          `clips/${clipId}/status`,
        )
      ).body.processing.parts.filter(({ part }) => part === 'match');
      await desk.asOwner(
        "update clip_part set state = 'waiting', run = run + 1 where clip_id = $1 and part = 'match'",
        [clipId],
      );
      await desk.asOwner(
        "insert into outbox (event, payload) values ('part.redriven', jsonb_build_object('clipId', $1::text))",
        [clipId],
      );
      await desk.statusWhere(clipId, ({ processing }) =>
        processing.parts.some(
          ({ part, state, attempts }) =>
            part === 'match' && state === 'complete' && attempts > (before?.attempts ?? 0),
        ),
      );
    };

    it('keep id, decision and reason when the search is run again; rejected they join no cluster', async () => {
      const { id, version } = await matchOf('pattern-hd-no-bar', 'pattern-longer-no-bar');
      const tag = `"${id}.${version}"`;
      const confirmed = await decide(id, 'confirmed', { as: reviewer, headers: { 'if-match': tag } });
      expect(confirmed.status).toBe(200);
      expect(confirmed.body).toMatchObject({
        state: 'confirmed',
        decision: { rationale: 'confirmed after a look (invented)', by: reviewer.userId },
      });
      const late = await decide(id, 'rejected', { headers: { 'if-match': tag } });
      expect([late.status, late.body.code]).toEqual([412, 'version_conflict']);
      for (const match of await matchesOf(clip('pattern-longer-no-bar'))) await decide(match.id, 'rejected');
      await again(clip('pattern-longer-no-bar'));
      expect(await matchOf('pattern-hd-no-bar', 'pattern-longer-no-bar')).toMatchObject({
        id,
        state: 'rejected',
      });
      expect(await clusterOf('pattern-longer-no-bar')).toMatchObject({ size: 1 });
      for (const match of await matchesOf(clip('pattern-longer-no-bar'))) await decide(match.id, 'suggested');
      expect((await clusterOf('pattern-longer-no-bar')).size).toBe(FAMILY.length + 1);
    });

    it('refuse what is no decision by name', async () => {
      const { id } = await matchOf('pattern-hd-no-bar', 'pattern-longer-no-bar');
      const paths = async (body: object) => {
        const answer = await desk.post<{ errors: { path: string }[] }>(`matches/${id}/decision`, body);
        return [answer.status, answer.body.errors.map(({ path }) => path)];
      };
      expect(await paths({ state: 'perhaps', rationale: 'x' })).toEqual([400, ['state']]);
      expect(await paths({ state: 'confirmed' })).toEqual([400, ['rationale']]);
      expect(await paths({ state: 'confirmed', rationale: 'a\0b' })).toEqual([400, ['rationale']]);
      expect(await paths({ state: 'confirmed', rationale: 'x', score: 1 })).toEqual([400, ['score']]);
      expect((await desk.post('matches/not-an-id/decision', {})).status).toBe(400);
    });

    it('stay open while one of the clips is, and are sealed with both', async () => {
      const { id } = await matchOf('pattern-sd-with-large-logo-bar', 'pattern-sd-with-small-logo-bar');
      const close = (name: string) => desk.request('PATCH', `clips/${clip(name)}`, { work: 'closed' });
      expect((await close('pattern-sd-with-large-logo-bar')).status).toBe(200);
      expect((await decide(id, 'confirmed')).status).toBe(200);
      expect((await close('pattern-sd-with-small-logo-bar')).status).toBe(200);
      const sealed = await decide(id, 'rejected');
      expect([sealed.status, sealed.body.code]).toEqual([409, 'clip_closed']);
    });

    it('may be cited as evidence in the case of either clip, and in no other', async () => {
      const { id } = await matchOf('pattern-hd-no-bar', 'pattern-longer-no-bar');
      const cite = (name: string) =>
        desk.post<{ code?: string }>(`clips/${clip(name)}/findings`, {
          stance: 'neutral',
          summary: 'an earlier cut of the same recording (invented)',
          evidence: [{ kind: 'match', ref: id }],
        });
      expect((await cite('pattern-hd-no-bar')).status).toBe(201);
      expect((await cite('copy')).body.code).toBe('evidence_unknown');
    });

    it('are held against the log', async () => {
      await desk.post('custody/verification');
      expect((await desk.verified()).differences).toEqual([]);
      await desk.asOwner("update clip_match set rationale = 'forged' where decided_by is not null");
      await desk.asOwner('delete from verification_run');
      await desk.post('custody/verification');
      const codes = (await desk.verified()).differences.map(({ code }) => code);
      expect(new Set(codes)).toEqual(new Set(['V032']));
    });
  });
});
