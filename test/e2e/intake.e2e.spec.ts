import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DeskDriver } from '../support/desk.js';
import { newPerson } from '../support/person.js';
import { startSite, type Site } from '../support/site/site.js';

interface ClipBody {
  readonly id: string;
  readonly duplicateOf?: string;
  readonly claims: readonly { readonly type: string; readonly statement: string; readonly value: object }[];
  readonly submissions: readonly { readonly submittedUrl: string | null; readonly note: string | null }[];
  readonly postTime: { readonly at: string; readonly method: string } | null;
  readonly canonicalUrl: string | null;
}
interface Problem {
  readonly code: string;
  readonly status: number;
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
}

let site: Site;
let desk: DeskDriver;

beforeAll(async () => {
  site = await startSite();
  desk = await DeskDriver.start({ env: { EGRESS_ALLOW: `127.0.0.1:${site.port}` } });
});
afterAll(async () => {
  await desk.stop();
  await site.close();
});

describe('submission by link', () => {
  it('keeps claims and link word for word', async () => {
    const url = `${site.origin}/clip.mp4?utm_source=x&keep=1`;
    const statement = '  مقبرة خان السبل ‮ <b>south</b> of Idlib  ';
    const answer = await desk.post<ClipBody>('clips', {
      url,
      claims: {
        location: { statement, lat: 35.76, lon: 36.76, radiusM: 3000 },
        time: { statement: 'February 2020' },
      },
    });
    expect(answer.status).toBe(202);
    expect(answer.headers.get('location')).toBe(`/api/v1/clips/${answer.body.id}`);
    expect(answer.body.submissions[0]?.submittedUrl).toBe(url);
    expect(answer.body.canonicalUrl).toBe(`${site.origin}/clip.mp4?keep=1`);
    expect(answer.body.claims.map(({ type, statement: said }) => [type, said])).toEqual([
      ['location', statement],
      ['time', 'February 2020'],
    ]);
  });

  it('adds a further submission of a known link to the same clip and drops nothing of it', async () => {
    const first = await desk.post<ClipBody>('clips', { url: `${site.origin}/clip.mp4?dup=1`, note: 'first' });
    const second = await desk.post<ClipBody>('clips', {
      url: `${site.origin}/clip.mp4?dup=1&fbclid=abc`,
      note: 'second',
      claims: { source: { statement: 'a militia member (invented)' } },
    });
    expect(second.status).toBe(200);
    expect(second.body.duplicateOf).toBe(first.body.id);
    expect(second.body.id).toBe(first.body.id);
    expect(second.body.submissions.map(({ note }) => note)).toEqual(['first', 'second']);
    expect(second.body.claims).toHaveLength(1);
  });

  it('makes one clip of fifty equal submissions that race', async () => {
    const url = `${site.origin}/clip.mp4?race=1`;
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => desk.post<ClipBody>('clips', { url })),
    );
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(49);
    const { body } = await desk.get<ClipBody>(`clips/${answers[0]?.body.id}`);
    expect(body.submissions).toHaveLength(50);
  });

  it('decodes the post time from the id of an X post', async () => {
    const { body } = await desk.post<ClipBody>('clips', {
      url: 'https://mobile.twitter.com/example/status/1226520480742760448?s=20',
    });
    expect(body.canonicalUrl).toBe('https://x.com/i/status/1226520480742760448');
    expect(body.postTime).toMatchObject({ method: 'x-snowflake', at: expect.stringMatching(/^2020-02-09T/) });
  });

  it('answers the same to the same Idempotency-Key and refuses another body under it', async () => {
    const key = { 'idempotency-key': 'k-1' };
    const body = { url: `${site.origin}/clip.mp4?key=1` };
    const [first, again] = [
      await desk.post<ClipBody>('clips', body, key),
      await desk.post<ClipBody>('clips', body, key),
    ];
    expect([first.status, again.status]).toEqual([202, 202]);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
    const other = await desk.post<Problem>('clips', { url: `${site.origin}/clip.mp4?key=2` }, key);
    expect(other.status).toBe(409);
    expect(other.body.code).toBe('idempotency_key_reused');
  });

  it.each([
    ['an unsupported scheme', { url: 'ftp://example.org/a.mp4' }, 'unsupported_url', 'url'],
    ['credentials in the URL', { url: 'https://user:secret@example.org/a.mp4' }, 'url_rejected', 'url'],
    ['a malformed URL', { url: 'http://[::1' }, 'url_rejected', 'url'],
    ['no URL at all', {}, 'invalid_request', 'url'],
    [
      'an unknown field',
      { url: 'https://example.org/a.mp4', verdict: 'confirmed' },
      'invalid_request',
      'verdict',
    ],
    [
      'an unknown field deep inside',
      { url: 'https://example.org/a.mp4', claims: { time: { statement: 'x', when: 1 } } },
      'invalid_request',
      'claims.time.when',
    ],
    [
      'an interval that ends before it starts',
      {
        url: 'https://example.org/a.mp4',
        claims: {
          time: { statement: 'x', earliest: '2020-02-09T00:00:00Z', latest: '2020-02-08T00:00:00Z' },
        },
      },
      'invalid_request',
      'claims.time.latest',
    ],
    ['a text with U+0000', { url: 'https://example.org/a.mp4', note: 'a\u0000b' }, 'invalid_request', 'note'],
    [
      'half a surrogate pair',
      { url: 'https://example.org/a.mp4', claims: { source: { statement: 'x\ud800' } } },
      'invalid_request',
      'claims.source.statement',
    ],
    [
      'a latitude beyond the pole',
      { url: 'https://example.org/a.mp4', claims: { location: { statement: 'x', lat: 91, lon: 0 } } },
      'invalid_request',
      'claims.location.lat',
    ],
  ])('refuses %s by name', async (_what, submission, code, path) => {
    const { status, body, headers } = await desk.post<Problem>('clips', submission);
    expect(status).toBe(400);
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(body.code).toBe(code);
    expect(body.errors?.map((error) => error.path)).toContain(path);
    expect(JSON.stringify(body)).not.toContain('secret@');
  });

  it('answers 404 for a case that the caller cannot see and for one that does not exist', async () => {
    const { status, body } = await desk.post<Problem>('clips', {
      url: 'https://example.org/a.mp4',
      caseId: '01997000-0000-7000-8000-000000000000',
    });
    expect([status, body.code]).toEqual([404, 'not_found']);
  });

  it('refuses 1 MB of JSON and text that is no JSON, and goes on serving', async () => {
    const big = await desk.post<Problem>('clips', {
      url: 'https://example.org/a.mp4',
      note: 'n'.repeat(1_000_000),
    });
    expect([big.status, big.body.code]).toEqual([413, 'body_too_large']);
    const broken = await desk.post<Problem>('clips', '{"url":');
    expect([broken.status, broken.body.code]).toEqual([400, 'malformed_request']);
    expect((await desk.get('clips')).status).toBe(200);
  });
});

describe('submission by batch', () => {
  it('tells the outcome row by row; a bad row never harms the others', async () => {
    const url = `${site.origin}/clip.mp4?batch=1`;
    const { status, body } = await desk.post<{
      results: { outcome: string; clipId?: string; problem?: Problem }[];
    }>('clips/batch', {
      items: [
        { url },
        { url: 'gopher://example.org/' },
        7,
        { url },
        { url: `${site.origin}/clip.mp4?batch=2` },
      ],
    });
    expect(status).toBe(200);
    expect(body.results.map(({ outcome }) => outcome)).toEqual([
      'created',
      'rejected',
      'rejected',
      'duplicate',
      'created',
    ]);
    expect(body.results[3]?.clipId).toBe(body.results[0]?.clipId);
    expect(body.results[1]?.problem?.code).toBe('unsupported_url');
  });

  it('refuses a batch of 100 000 rows', async () => {
    const { status, body } = await desk.post<Problem>('clips/batch', {
      items: Array.from({ length: 100_000 }, () => ({ url: 'https://e.org' })),
    });
    expect([status, body.code]).toEqual([400, 'invalid_request']);
  });
});

describe('submission by upload', () => {
  it('stores equal bytes once and makes a clip of each', async () => {
    const [a, b] = [
      await desk.upload({ bytes: site.clip, name: 'a.mp4' }, { note: 'from a phone' }),
      await desk.upload({ bytes: site.clip, name: 'b.mp4' }),
    ];
    expect([a.status, b.status]).toEqual([202, 202]);
    expect(a.body.id).not.toBe(b.body.id);
    const states = await Promise.all([desk.ended(a.body.id), desk.ended(b.body.id)]);
    expect(states.map(({ processing }) => processing.state)).toEqual(['complete', 'complete']);
    const originals = await Promise.all(
      [a, b].map(
        async ({ body }) =>
          (await desk.get<{ original: { sha256: string } }>(`clips/${body.id}`)).body.original.sha256,
      ),
    );
    expect(originals[0]).toBe(originals[1]);
  });

  it('keeps an uploaded text named .mp4 as received and never as an original', async () => {
    const { body } = await desk.upload({ bytes: 'this is no film', name: 'film.mp4' });
    const { processing } = await desk.ended(body.id);
    expect([processing.state, processing.error?.code]).toEqual(['failed', 'not_media']);
    const clip = await desk.get<{ original: null; artefacts: { kind: string }[] }>(`clips/${body.id}`);
    expect(clip.body.original).toBeNull();
    expect(clip.body.artefacts.map(({ kind }) => kind)).toEqual(['received']);
  });

  it('refuses a body without a file, a foreign part and JSON in the place of multipart', async () => {
    const form = new FormData();
    form.set('submission', '{}');
    const headers = { authorization: `Bearer ${desk.token}` };
    const noFile = await fetch(`${desk.url}/api/v1/clips/upload`, { method: 'POST', headers, body: form });
    expect(noFile.status).toBe(400);
    form.set('other', 'x');
    const foreign = await fetch(`${desk.url}/api/v1/clips/upload`, { method: 'POST', headers, body: form });
    expect(foreign.status).toBe(400);
    expect((await desk.post('clips/upload', {})).status).toBe(400);
  });
});

describe('what is known of links before they are submitted', () => {
  it('names the clip to those who may see it, to others nothing, and records nothing', async () => {
    const { body: cases } = await desk.get<{ items: { id: string; inbox: boolean }[] }>('cases');
    const caseId = cases.items.find(({ inbox }) => inbox)?.id ?? '';
    const url = `${site.origin}/clip.mp4?asked=1`;
    const own = `${site.origin}/clip.mp4?asked=own`;
    const { body: clip } = await desk.post<ClipBody>('clips', { url });
    const submitter = await newPerson(desk, { caseId, role: 'submitter' });
    const { body: theirs } = await desk.post<ClipBody>('clips', { url: own }, submitter.as);
    const urls = [
      `${url}&fbclid=x`,
      own,
      'https://x.com/a/status/1229453404560089089',
      'gopher://example.org',
    ];
    interface Known {
      readonly items: readonly {
        readonly clipId?: string;
        readonly platform?: string;
        readonly postTime?: { readonly at: string } | null;
        readonly problem?: { readonly code: string };
      }[];
    }
    const asked = await desk.post<Known>('clips/known', { urls });
    expect(asked.status).toBe(200);
    expect(asked.body.items.map(({ clipId }) => clipId)).toEqual([clip.id, theirs.id, undefined, undefined]);
    expect(asked.body.items[2]).toMatchObject({
      platform: 'x',
      postTime: { at: '2020-02-17T17:11:48.443Z' },
    });
    expect(asked.body.items[3]?.problem?.code).toBe('unsupported_url');

    const narrow = await desk.post<Known>('clips/known', { urls }, submitter.as);
    expect(narrow.body.items.map(({ clipId }) => clipId)).toEqual([
      undefined,
      theirs.id,
      undefined,
      undefined,
    ]);
    const stranger = await newPerson(desk, {});
    expect((await desk.post<Problem>('clips/known', { urls, caseId }, stranger.as)).status).toBe(404);
    const { body: after } = await desk.get<ClipBody>(`clips/${clip.id}`);
    expect(after.submissions).toHaveLength(1);
  });
});

describe('reading', () => {
  it('answers 401 without a token and 404 for what is not there', async () => {
    expect((await desk.get('clips', { authorization: '' })).status).toBe(401);
    expect((await desk.get('clips', { authorization: 'Bearer wrong' })).status).toBe(401);
    expect((await desk.get('clips/01997000-0000-7000-8000-000000000000')).status).toBe(404);
    expect((await desk.get('clips/not-an-id')).status).toBe(400);
    expect((await desk.get('clips?limit=1000')).status).toBe(400);
    expect((await desk.get('clips?colour=red')).status).toBe(400);
  });

  it('pages through clips in a stable order without repeating any', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query: string = cursor === null ? '' : `&cursor=${cursor}`;
      const page: { body: { items: { id: string }[]; nextCursor: string | null } } = await desk.get(
        `clips?limit=3${query}`,
      );
      seen.push(...page.body.items.map(({ id }) => id));
      cursor = page.body.nextCursor;
    } while (cursor !== null);
    expect(seen.length).toBeGreaterThan(5);
    expect(seen).toEqual([...new Set(seen)].toSorted().toReversed());
  });
});
