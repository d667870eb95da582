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
