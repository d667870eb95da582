import { createHash } from 'node:crypto';
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
/** The rules have looked at every claim that was added: nothing but what follows moves the status. */
const rested = async () => {
  await desk.until('no facts wait to be looked at', async () => {
    const { rows } = await desk.asOwner("select id from outbox where event = 'facts.changed'");
    return rows.length === 0;
  });
  await desk.ended(clipId);
};
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
    // Once by the claim; the rules that look at it then move it on.
    expect(status.body.version).toBeGreaterThan(before);
    expect(status.body.claims.map(({ id }) => id)).toContain(answer.body.id);
  });

  it('is refused with the path of what is wrong, and nothing changes', async () => {
    await rested();
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

describe('a claimed place', () => {
  const post = (value: unknown) =>
    desk.post<ClaimBody & ProblemBody>(`clips/${clipId}/claims`, {
      type: 'location',
      statement: 'there',
      value,
    });

  it('keeps its coordinates as they were written and shows the point that was read', async () => {
    const { status, body } = await post({ coordinates: '٣٥٫٨٠ ٣٦٫٧٠', radiusM: 500 });
    expect(status).toBe(201);
    expect(body.value).toMatchObject({
      coordinates: '٣٥٫٨٠ ٣٦٫٧٠',
      radiusM: 500,
      point: { lat: 35.8, lon: 36.7, format: 'decimal' },
    });
    const polygon = [
      [
        [36.7, 35.7],
        [36.8, 35.7],
        [36.8, 35.8],
        [36.7, 35.7],
      ],
    ];
    expect((await post({ polygon })).body.value).toEqual({ polygon });
  });

  it('is refused when it is ambiguous, impossible, open or too large', async () => {
    const many = Array.from({ length: 10_000 }, (_, at) => [36 + at / 1e5, 35]);
    const large = await post({ polygon: [...many, many[0]] });
    expect([large.status, large.body.code, pathsOf(large)]).toEqual([
      400,
      'polygon_too_large',
      ['value.polygon'],
    ]);
    expect(pathsOf(await post({ coordinates: '35.8N 36.7' }))).toEqual(['value.coordinates']);
    expect(pathsOf(await post({ coordinates: '35.8, 36.7', lat: 1, lon: 2 }))).toEqual(['value.coordinates']);
    expect(
      pathsOf(
        await post({
          polygon: [
            [36, 35],
            [37, 35],
            [37, 36],
          ],
        }),
      ),
    ).toEqual(['value.polygon']);
    expect(
      (
        await post({
          polygon: [
            [36, 95],
            [37, 35],
            [37, 36],
            [36, 95],
          ],
        })
      ).status,
    ).toBe(400);
    expect((await post({ coordinates: '35.8, 36.7', point: { lat: 1, lon: 2 } })).status).toBe(400);
    const submitted = await desk.post<ProblemBody>('clips', {
      url: 'https://example.org/large',
      caseId,
      claims: { location: { statement: 'there', polygon: [...many, many[0]] } },
    });
    expect(pathsOf(submitted)).toEqual(['claims.location.polygon']);
  });
});

describe('a claimed time', () => {
  const post = (value: unknown) =>
    desk.post<ClaimBody & ProblemBody>(`clips/${clipId}/claims`, { type: 'time', statement: 'then', value });

  it('is answered with its interval, precision and EDTF', async () => {
    expect((await post({ edtf: '2020-02-09', timezone: 'Asia/Damascus' })).body.value).toEqual({
      edtf: '2020-02-09',
      timezone: 'Asia/Damascus',
      earliest: '2020-02-08T22:00:00.000Z',
      latest: '2020-02-09T21:59:59.999Z',
      precision: 'day',
    });
    expect((await post({ edtf: '2020-02~' })).body.value).toMatchObject({ zoneAssumed: true });
    expect((await post({ earliest: '2020-02-08T00:00:00Z' })).body.value).toMatchObject({
      edtf: '2020-02-08T00:00:00Z/..',
    });
  });

  it('is refused when it does not exist or ends before it begins', async () => {
    expect(pathsOf(await post({ edtf: '2021-02-29' }))).toEqual(['value.edtf']);
    expect(pathsOf(await post({ earliest: '2020-02-30T00:00:00Z' }))).toEqual(['value.earliest']);
    expect(pathsOf(await post({ earliest: '2020-02-09T25:00:00Z' }))).toEqual(['value.earliest']);
    expect(pathsOf(await post({ earliest: '2020-02-09T10:00:00Z', latest: '2020-02-09T09:00:00Z' }))).toEqual(
      ['value.latest'],
    );
    expect(pathsOf(await post({ edtf: '2020/2019' }))).toEqual(['value.edtf']);
  });

  it('that was kept before EDTF was, is read with it', async () => {
    const { body } = await post({ earliest: '2020-02-08T00:00:00Z', latest: '2020-02-09T23:59:59Z' });
    await desk.asOwner("update claim set value = value - 'edtf' - 'precision' where id = $1", [body.id]);
    expect((await claims()).find(({ id }) => id === body.id)?.value).toEqual(body.value);
    await desk.asOwner('update claim set value = $2 where id = $1', [body.id, JSON.stringify(body.value)]);
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

  it('is shared at once with the other reviewers, also where the case is blind: it is evidence, no judgement', async () => {
    const other = await newPerson(desk, { caseId, role: 'reviewer' });
    const { body: made } = await post(supporting(locationId));
    const { body } = await desk.get<{ items: FindingBody[] }>(`clips/${clipId}/findings`, other.as);
    expect(body.items.map(({ id }) => id)).toContain(made.id);
    expect((await desk.get(`findings/${made.id}`, other.as)).body).toEqual(made);
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
    await rested();
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

interface FileBody {
  readonly id: string;
  readonly sha256: string;
  readonly url: string;
}

async function addFile(
  bytes: Buffer | string,
  options: { as?: Person['as']; headers?: Record<string, string>; clip?: string; type?: string } = {},
) {
  const form = new FormData();
  form.set(
    'file',
    new Blob([Uint8Array.from(Buffer.from(bytes))], { type: options.type ?? 'image/png' }),
    'map.png',
  );
  const response = await fetch(`${desk.url}/api/v1/clips/${options.clip ?? clipId}/files`, {
    method: 'POST',
    headers: { ...(options.as ?? reviewer.as), ...options.headers },
    body: form,
  });
  return {
    status: response.status,
    location: response.headers.get('location'),
    body: (await response.json()) as FileBody & ProblemBody,
  };
}

describe('an evidence file', () => {
  it('is preserved, served only as an attachment, and serves as evidence', async () => {
    const bytes = '<html><script>alert(1)</script></html>';
    const added = await addFile(bytes, { type: 'text/html' });
    expect(added.status).toBe(201);
    expect(added.body).toMatchObject({
      sha256: createHash('sha256').update(bytes).digest('hex'),
      sizeBytes: bytes.length,
      mediaType: 'text/html',
      fileName: 'map.png',
      url: `/api/v1/artefacts/${added.body.id}`,
    });
    expect(added.location).toBe(added.body.url);
    const served = await desk.get<string>(added.body.url, reviewer.as);
    expect(served.body).toBe(bytes);
    expect(served.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(served.headers.get('x-content-type-options')).toBe('nosniff');
    const cited = await desk.post<FindingBody>(`clips/${clipId}/findings`, {
      stance: 'neutral',
      summary: 'a map',
      evidence: [{ kind: 'file', ref: added.body.id, note: 'screenshot' }],
    });
    expect(cited.status).toBe(201);
    const clip = await desk.get<{ artefacts: { id: string; addedBy: string | null }[] }>(`clips/${clipId}`);
    expect(clip.body.artefacts).toContainEqual(
      expect.objectContaining({ id: added.body.id, addedBy: reviewer.userId, fileName: 'map.png' }),
    );
  });

  it('is taken once for one Idempotency-Key', async () => {
    const headers = { 'idempotency-key': 'file-once' };
    const first = await addFile('the same map', { headers });
    expect((await addFile('the same map', { headers })).body).toEqual(first.body);
    expect((await addFile('another map', { headers })).status).toBe(409);
  });

  it('is refused when it is too large, empty, or from somebody who may not add it', async () => {
    const large = await addFile(Buffer.alloc(64 * 1024 * 1024 + 1));
    expect([large.status, large.body.code]).toEqual([413, 'too_large']);
    expect((await addFile('')).status).toBe(400);
    const submitter = await newPerson(desk, { caseId, role: 'submitter' });
    expect((await addFile('x', { as: submitter.as })).status).toBe(403);
    const stranger = await newPerson(desk, {});
    expect((await addFile('x', { as: stranger.as })).status).toBe(404);
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
    await rested();
    const before = await version();
    const answers = await Promise.all([
      desk.post<ProblemBody>(`clips/${clipId}/claims`, { type: 'other', statement: 'late' }),
      desk.post<ProblemBody>(`clips/${clipId}/findings`, supporting((await claims())[0]?.id ?? '')),
      desk.post<ProblemBody>(`findings/${made.id}/withdrawal`, { reason: 'late' }),
    ]);
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
      answers.map(() => [409, 'clip_closed']),
    );
    expect((await addFile('late')).body.code).toBe('clip_closed');
    expect(await version()).toBe(before);
  });
});

/** Errors alone: a refused upload may leave bytes that no row names, which is a warning. */
async function differencesNow() {
  await desk.asOwner('delete from verification_run', []);
  await desk.post('custody/verification');
  const { differences } = await desk.verified();
  return differences.flatMap(({ severity, code, subject }) =>
    severity === 'error' ? [[code, subject]] : [],
  );
}

describe('verification', () => {
  it('holds claims and findings against the log, and finds the one that was changed', async () => {
    expect(await differencesNow()).toEqual([]);
    const { items } = (
      await desk.get<{ items: { id: string; summary: string }[] }>(`clips/${clipId}/findings`, reviewer.as)
    ).body;
    const [changed] = items;
    await desk.asOwner("update finding set summary = 'the minaret differs' where id = $1", [changed?.id]);
    expect(await differencesNow()).toEqual([['V032', `finding/${changed?.id}`]]);
    await desk.asOwner('update finding set summary = $2 where id = $1', [changed?.id, changed?.summary]);
    expect(await differencesNow()).toEqual([]);
  });

  it('finds an evidence file whose row was changed or taken away', async () => {
    const { artefacts } = (await desk.get<{ artefacts: { id: string; kind: string }[] }>(`clips/${clipId}`))
      .body;
    const [first, second] = artefacts.filter(({ kind }) => kind === 'evidence_file');
    await desk.asOwner("update artefact set kind = 'capture' where id = $1", [first?.id]);
    await desk.asOwner('delete from artefact where id = $1', [second?.id]);
    expect(new Set((await differencesNow()).map(([code]) => code))).toEqual(new Set(['V032', 'V034']));
  });
});
