import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newPerson, type Person } from '../support/person.js';
import { DeskDriver } from '../support/desk.js';
import { startSite, type Site } from '../support/site/site.js';

interface ClaimBody {
  readonly id: string;
  readonly type: string;
  readonly statement: string;
  readonly value: Readonly<Record<string, unknown>>;
  readonly verdict: string;
  readonly claimedBy: string | null;
  readonly language: string | null;
  readonly submissionId: string | null;
  readonly addedBy: string | null;
  readonly sourceId: string | null;
}

interface ProblemBody {
  readonly code: string;
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
}

let site: Site;
let desk: DeskDriver;
let caseId: string;
let clipId: string;
let reviewer: Person;

beforeAll(async () => {
  site = await startSite();
  desk = await DeskDriver.start({ env: { EGRESS_ALLOW: `127.0.0.1:${site.port}` } });
  caseId = (await desk.post<{ id: string }>('cases', { title: 'Graveyard (invented)' })).body.id;
  reviewer = await newPerson(desk, { caseId, role: 'reviewer' });
  const status = await desk.submitAndWait({
    url: `${site.origin}/clip.mp4`,
    caseId,
    claims: {
      location: {
        statement: 'Khan al-Sebel',
        lat: 35.76,
        lon: 36.76,
        language: 'en',
        claimedBy: 'a neighbour',
      },
      other: { statement: 'two men speak', value: { people: 'two' } },
    },
  });
  clipId = status.id;
});
afterAll(async () => {
  await desk.stop();
  await site.close();
});

const claims = async () => (await desk.get<{ items: ClaimBody[] }>(`clips/${clipId}/claims`)).body.items;
const version = async () => (await desk.get<{ version: number }>(`clips/${clipId}/status`)).body.version;
const pathsOf = ({ body }: { body: ProblemBody }) => body.errors?.map(({ path }) => path);

describe('a claim', () => {
  it('of a submission keeps who made it, its language and claims of other kinds', async () => {
    const [location, other] = await claims();
    expect(location).toMatchObject({
      type: 'location',
      value: { lat: 35.76, lon: 36.76 },
      language: 'en',
      claimedBy: 'a neighbour',
      addedBy: null,
    });
    expect(other).toMatchObject({ type: 'other', statement: 'two men speak', value: { people: 'two' } });
  });

  it('is added by a reviewer, word for word, and the status shows it', async () => {
    const before = await version();
    const statement = '<script>alert(1)</script> في خان \u202eالسبل';
    const answer = await desk.post<ClaimBody>(
      `clips/${clipId}/claims`,
      {
        type: 'source',
        statement,
        value: { handle: '@example' },
        claimedBy: 'Example Person',
        language: 'ar',
      },
      reviewer.as,
    );
    expect(answer.status).toBe(201);
    expect(answer.headers.get('location')).toBe(`/api/v1/clips/${clipId}/claims`);
    expect(answer.body).toMatchObject({
      type: 'source',
      statement,
      value: { handle: '@example' },
      verdict: 'unreviewed',
      claimedBy: 'Example Person',
      language: 'ar',
      submissionId: null,
      addedBy: reviewer.userId,
      sourceId: null,
    });
    expect(await claims()).toContainEqual(answer.body);
    const status = await desk.get<{ version: number; claims: { id: string }[] }>(`clips/${clipId}/status`);
    expect(status.body.version).toBe(before + 1);
    expect(status.body.claims.map(({ id }) => id)).toContain(answer.body.id);
  });

  it('is refused with the path of what is wrong, and nothing changes', async () => {
    const before = await version();
    const post = (body: unknown) => desk.post<ProblemBody>(`clips/${clipId}/claims`, body);
    const statement = 'x';
    expect(pathsOf(await post({ type: 'source', statement, value: { lat: 1 } }))).toEqual(['value.lat']);
    expect(pathsOf(await post({ type: 'location', statement, verdict: 'confirmed' }))).toEqual(['verdict']);
    expect(pathsOf(await post({ type: 'location', statement, value: { lat: 91, lon: 0 } }))).toEqual([
      'value.lat',
    ]);
    expect(pathsOf(await post({ type: 'location', statement, value: { lat: 9 } }))).toEqual(['value.lat']);
    expect(pathsOf(await post({ type: 'motive', statement }))).toEqual(['type']);
    expect(pathsOf(await post({ type: 'other', statement, value: { a: { b: 'c' } } }))).toEqual(['value.a']);
    expect(pathsOf(await post({ type: 'other', statement, language: 'not a tag' }))).toEqual(['language']);
    expect(await version()).toBe(before);
  });

  it('is made once for one Idempotency-Key', async () => {
    const before = (await claims()).length;
    const key = { 'idempotency-key': 'claim-once' };
    const body = { type: 'other', statement: 'said once' };
    const first = await desk.post<ClaimBody>(`clips/${clipId}/claims`, body, key);
    const second = await desk.post<ClaimBody>(`clips/${clipId}/claims`, body, key);
    expect(second.body).toEqual(first.body);
    const other = await desk.post<ProblemBody>(`clips/${clipId}/claims`, { ...body, statement: 'else' }, key);
    expect(other.status).toBe(409);
    expect(await claims()).toHaveLength(before + 1);
  });
});

interface FindingBody {
  readonly id: string;
  readonly claimId: string | null;
  readonly stance: string;
  readonly withdrawn: { readonly by: string; readonly reason: string } | null;
}

const supporting = (claimId: string, more: object = {}) => ({
  claimId,
  stance: 'supports',
  summary: 'the minaret matches',
  evidence: [{ kind: 'url', ref: 'https://maps.example.org/1' }],
  ...more,
});

describe('a finding', () => {
  let locationId: string;
  let frameId: string;
  beforeAll(async () => {
    locationId = (await claims()).find(({ type }) => type === 'location')?.id ?? '';
    frameId = (await desk.get<{ items: { id: string }[] }>(`clips/${clipId}/frames`)).body.items[0]?.id ?? '';
  });
  const post = <Body = FindingBody>(body: unknown, as = reviewer.as) =>
    desk.post<Body>(`clips/${clipId}/findings`, body, as);

  it('is made with evidence of every kind and read as it was written', async () => {
    const { body: first } = await post(supporting(locationId));
    const request = {
      claimId: locationId,
      check: 'geolocation',
      stance: 'supports',
      summary: '<b>minaret</b> und \u202eRTL',
      detail: { landmarks: [{ what: 'minaret', agrees: true }] },
      foundValue: { lat: 35.7601, lon: 36.7602, uncertaintyM: 25 },
      evidence: [
        { kind: 'frame', ref: frameId },
        { kind: 'finding', ref: first.id },
        { kind: 'url', ref: 'https://maps.example.org/2', note: 'seen 2026' },
        { kind: 'metadata', ref: 'gps.lat' },
        { kind: 'search', ref: 'Example Archive', note: 'the frame, mirrored', outcome: 'not_found' },
        { kind: 'none_found', note: 'no other angle of it' },
      ],
    };
    const made = await post(request);
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      ...request,
      clipId,
      rule: null,
      madeBy: reviewer.userId,
      withdrawn: null,
    });
    expect(made.headers.get('location')).toBe(`/api/v1/findings/${made.body.id}`);
    expect((await desk.get(`findings/${made.body.id}`, reviewer.as)).body).toEqual(made.body);
    const page = await desk.get<{ items: FindingBody[]; nextCursor: string | null }>(
      `clips/${clipId}/findings?claim=${locationId}&limit=1`,
      reviewer.as,
    );
    expect(page.body).toMatchObject({ items: [{ id: first.id }], nextCursor: first.id });
    const rest = await desk.get<{ items: FindingBody[] }>(
      `clips/${clipId}/findings?cursor=${first.id}`,
      reviewer.as,
    );
    expect(rest.body.items.map(({ id }) => id)).toEqual([made.body.id]);
  });

  it('of somebody else is hidden in a blind case from whoever has not judged the claim', async () => {
    const other = await newPerson(desk, { caseId, role: 'reviewer' });
    const { body: hidden } = await post(supporting(locationId));
    const { body: shown } = await post({ ...supporting(locationId), claimId: undefined });
    const list = async (as: Person['as']) =>
      (await desk.get<{ items: FindingBody[] }>(`clips/${clipId}/findings`, as)).body.items.map(
        ({ id }) => id,
      );
    expect(await list(other.as)).toEqual([shown.id]);
    expect((await desk.get(`findings/${hidden.id}`, other.as)).status).toBe(404);
    await desk.asOwner('update evidence_case set blind_review = false where id = $1', [caseId]);
    expect(await list(other.as)).toContain(hidden.id);
    expect((await desk.get(`findings/${hidden.id}`, other.as)).status).toBe(200);
  });

  it('is refused with the path of what is wrong', async () => {
    const elsewhere = await desk.post<{ id: string }>('cases', { title: 'Elsewhere (invented)' });
    const foreign = await desk.submitAndWait({
      url: `${site.origin}/clip.mp4?2`,
      caseId: elsewhere.body.id,
      claims: { other: { statement: 'another' } },
    });
    const frames = await desk.get<{ items: { id: string }[] }>(`clips/${foreign.id}/frames`);
    const foreignFrame = frames.body.items[0]?.id;
    const wrong = async (change: object) => pathsOf(await post<ProblemBody>(supporting(locationId, change)));
    const evidence = (entry: object) => wrong({ evidence: [{ kind: 'none_found', note: 'n' }, entry] });
    expect(foreignFrame).toBeDefined();
    expect(await evidence({ kind: 'frame', ref: foreignFrame })).toEqual(['evidence.1.ref']);
    expect(await evidence({ kind: 'frame', ref: clipId })).toEqual(['evidence.1.ref']);
    expect(await evidence({ kind: 'match', ref: frameId })).toEqual(['evidence.1.ref']);
    expect(await evidence({ kind: 'url', ref: 'javascript:alert(1)' })).toEqual(['evidence.1.ref']);
    expect(await evidence({ kind: 'metadata', ref: 'a..b' })).toEqual(['evidence.1.ref']);
    expect(await evidence({ kind: 'none_found' })).toEqual(['evidence.1.note']);
    expect(await evidence({ kind: 'search', ref: 'x', note: 'y' })).toEqual(['evidence.1.outcome']);
    expect(await wrong({ evidence: [] })).toEqual(['evidence']);
    expect(await wrong({ claimId: foreign.claims[0]?.id })).toEqual(['claimId']);
    expect(await wrong({ foundValue: { lat: 100, lon: 2 } })).toEqual(['foundValue.lat']);
    expect(await wrong({ foundValue: { handle: '@x' } })).toEqual(['foundValue.handle']);
    expect(await wrong({ madeBy: reviewer.userId })).toEqual(['madeBy']);
    expect(await wrong({ detail: { text: 'x'.repeat(16_384) } })).toEqual(['detail']);
    expect(await wrong({ detail: { text: 'nul \0' } })).toEqual(['detail']);
  });

  it('against a concluded claim asks for attention, moves the status once and leaves the verdict', async () => {
    await desk.asOwner("update claim set verdict = 'confirmed' where id = $1", [locationId]);
    const before = await version();
    await post(supporting(locationId));
    expect(await version()).toBe(before);
    await post({ ...supporting(locationId), stance: 'contradicts' });
    await post({ ...supporting(locationId), stance: 'contradicts' });
    expect(await version()).toBe(before + 1);
    const claim = (await claims()).find(({ id }) => id === locationId);
    expect(claim).toMatchObject({ verdict: 'confirmed', needsAttention: true });
  });

  it('is withdrawn by its maker or a lead, once, with a reason, and stays on record', async () => {
    const { body: made } = await post(supporting(locationId));
    const other = await newPerson(desk, { caseId, role: 'reviewer' });
    const withdraw = (as: Person['as']) =>
      desk.post<FindingBody & ProblemBody>(`findings/${made.id}/withdrawal`, { reason: 'wrong minaret' }, as);
    expect((await withdraw(other.as)).body.code).toBe('not_its_maker');
    const done = await withdraw(reviewer.as);
    expect(done.body.withdrawn).toMatchObject({ by: reviewer.userId, reason: 'wrong minaret' });
    expect((await withdraw(reviewer.as)).body.code).toBe('already_withdrawn');
    const cited = await post<ProblemBody>(
      supporting(locationId, { evidence: [{ kind: 'finding', ref: made.id }] }),
    );
    expect(pathsOf(cited)).toEqual(['evidence.0.ref']);
  });
});

describe('a closed clip', () => {
  it('takes no claim, no finding and no withdrawal', async () => {
    const { body: made } = await desk.post<FindingBody>(`clips/${clipId}/findings`, {
      stance: 'neutral',
      summary: 's',
      evidence: [{ kind: 'none_found', note: 'n' }],
    });
    await desk.asOwner("update clip set work_hold = 'closed' where id = $1", [clipId]);
    const before = await version();
    const answers = await Promise.all([
      desk.post<ProblemBody>(`clips/${clipId}/claims`, { type: 'other', statement: 'late' }),
      desk.post<ProblemBody>(`clips/${clipId}/findings`, supporting((await claims())[0]?.id ?? '')),
      desk.post<ProblemBody>(`findings/${made.id}/withdrawal`, { reason: 'late' }),
    ]);
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
      answers.map(() => [409, 'clip_closed']),
    );
    expect(await version()).toBe(before);
  });
});

describe('verification', () => {
  it('holds claims and findings against the log, and finds the one that was changed', async () => {
    await desk.post('custody/verification');
    expect(await desk.verified()).toMatchObject({ ok: true });
    const { items } = (await desk.get<{ items: FindingBody[] }>(`clips/${clipId}/findings`, reviewer.as))
      .body;
    const changed = items[0]?.id ?? '';
    await desk.asOwner("update finding set summary = 'the minaret differs' where id = $1", [changed]);
    await desk.asOwner('delete from verification_run', []);
    await desk.post('custody/verification');
    const report = await desk.verified();
    expect(report.differences.map(({ code, subject }) => [code, subject])).toEqual([
      ['V032', `finding/${changed}`],
    ]);
  });
});
