import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newPerson } from '../support/person.js';
import type { DeskDriver } from '../support/desk.js';
import { readText } from '../support/read-routes.js';
import type { Site } from '../support/site/site.js';
import { ROOMS, ROUTES, startMatrix, type Matrix } from './access/matrix.js';
import { PRINCIPALS, type Ids, type Principal } from './access/table.js';

let matrix: Matrix;
let site: Site;
let desk: DeskDriver;
let ids: Ids;
let tokens: Matrix['tokens'];
let document: { paths: Record<string, Record<string, unknown>> };

beforeAll(async () => {
  matrix = await startMatrix();
  ({ site, desk, ids, tokens } = matrix);
  document = (await desk.get<typeof document>('openapi.json')).body;
});
afterAll(() => matrix.stop());

describe('every route', () => {
  it('stands in one table, and the tables name no route that is gone', () => {
    const documented = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const named = ROOMS.flatMap(({ routes }) => Object.keys(routes));
    expect(named.toSorted()).toEqual(documented.toSorted());
  });

  it.each(Object.keys(ROUTES))('%s admits exactly whom the table says', async (name) => {
    const route = ROUTES[name];
    if (route === undefined) throw new Error('unreachable');
    const [method = '', pattern = ''] = name.split(' ');
    const found: Record<string, number | string> = {};
    for (const principal of PRINCIPALS) {
      const call = await (route.call?.(ids, principal) ?? { path: pattern });
      const answer = await desk.request<{ code?: string }>(method, call.path, call.body, {
        authorization: tokens[principal] === '' ? '' : `Bearer ${tokens[principal]}`,
        ...call.headers,
      });
      const letIn = answer.status >= 200 && answer.status < 300;
      found[principal] = route.rule[principal] === 'ok' && letIn ? 'ok' : answer.status;
    }
    expect(found).toEqual(route.rule);
  });
});

/** Routes by which this principal reads `words`, of all GET routes called with these ids. */
async function routesThatShow(words: string, as: Principal, about: Ids): Promise<string[]> {
  const shown: string[] = [];
  for (const [name, route] of Object.entries(ROUTES)) {
    const [method = '', pattern = ''] = name.split(' ');
    if (method !== 'GET') continue;
    const { path, headers } = await (route.call?.(about, as) ?? { path: pattern });
    const text = await readText(desk, path, { authorization: `Bearer ${tokens[as]}`, ...headers });
    if (text.includes(words)) shown.push(name);
  }
  return shown;
}

describe('what was planted is found by no read that must not show it', () => {
  const planted = 'CANARY of the access suite';

  it("others' judgement of a claim, where the case is blind and the reader has not judged", async () => {
    const { body: claim } = await desk.post<{ id: string }>(`clips/${ids.clipId}/claims`, {
      type: 'other',
      statement: 'judged by one (invented)',
    });
    const lead = { authorization: `Bearer ${tokens.lead}` };
    const evidence = [{ kind: 'none_found', note: planted }];
    const judgement = { verdict: 'confirmed', rationale: planted, evidence };
    await desk.post(`claims/${claim.id}/assessments`, judgement, lead);
    await desk.post(`clips/${ids.clipId}/comments`, { text: planted, claimId: claim.id }, lead);
    const about = { ...ids, claimId: claim.id };
    expect(await routesThatShow(planted, 'reviewer', about)).toEqual([]);
    expect(await routesThatShow(planted, 'lead', about)).toContain('GET /api/v1/claims/{id}/assessments');
  });

  it('a protected submitter, for reviewers; but their names are among the members of the case', async () => {
    const caseId = ids.caseId;
    const submitter = await newPerson(desk, { caseId, role: 'submitter', name: planted });
    const { body: clip } = await desk.post<{ id: string; claims: { id: string }[] }>(
      'clips',
      {
        url: `${site.origin}/clip.mp4?protected-canary`,
        caseId,
        protectSubmitter: true,
        claims: { source: { statement: 'an invented source' } },
      },
      submitter.as,
    );
    await desk.ended(clip.id);
    const { body } = await desk.get<{ items: { id: string }[] }>(`clips/${clip.id}/frames`);
    const about = {
      ...ids,
      clipId: clip.id,
      claimId: clip.claims[0]?.id ?? '',
      frameId: body.items[0]?.id ?? '',
    };
    const shown = [
      ...(await routesThatShow(planted, 'reviewer', about)),
      ...(await routesThatShow(submitter.userId, 'reviewer', about)),
    ];
    expect(new Set(shown)).toEqual(new Set(['GET /api/v1/cases/{id}/members']));
    expect(await routesThatShow(submitter.userId, 'lead', about)).toContain('GET /api/v1/clips/{id}');
  });

  it('links, words and people, for a dashboard token', async () => {
    const secrets = [
      planted,
      site.origin,
      'filmed by an example person',
      'Example Person',
      ids.users.reviewer,
    ];
    for (const secret of secrets) expect(await routesThatShow(secret, 'dashboard', ids)).toEqual([]);
    expect(await routesThatShow(site.origin, 'read', ids)).toContain('GET /api/v1/clips/{id}');
  });
});

describe('a dashboard token', () => {
  it('sees states and counts in lists, and no link, handle or title', async () => {
    const { body } = await desk.get<{ items: Record<string, unknown>[] }>('clips', {
      authorization: `Bearer ${tokens.dashboard}`,
    });
    expect(body.items.length).toBeGreaterThan(0);
    for (const item of body.items) {
      expect(Object.keys(item).toSorted()).toEqual(
        [
          'caseId',
          'createdAt',
          'id',
          'processing',
          'progress',
          'updatedAt',
          'verification',
          'version',
          'work',
        ].toSorted(),
      );
    }
  });
});

describe('a token', () => {
  it('is shown once, is dead at once when revoked, and cannot reach beyond its cases', async () => {
    const { body: elsewhere } = await desk.post<{ id: string }>('cases', { title: 'Elsewhere' });
    const { body: made } = await desk.post<{ id: string; token: string }>('tokens', {
      name: 'narrow',
      scope: 'full',
      caseIds: [elsewhere.id],
    });
    const as = { authorization: `Bearer ${made.token}` };
    expect((await desk.get(`clips/${ids.clipId}/status`, as)).status).toBe(404);
    const listed = await desk.get<{ items: { id: string }[] }>('tokens');
    expect(JSON.stringify(listed.body)).not.toContain(made.token);
    const widened = await desk.post('tokens', { name: 'wide', scope: 'full', caseIds: [ids.caseId] }, as);
    expect(widened.status).toBe(400);
    expect((await desk.request('DELETE', `tokens/${made.id}`)).status).toBe(204);
    await desk.until('the token is refused', async () => (await desk.get('me', as)).status === 401);
  });
});

describe('readiness', () => {
  it('names every part and says that custody is protected by the role', async () => {
    const { status, body } = await desk.get('/readyz');
    const parts = { database: 'up', queue: 'up', storage: 'up', worker: 'up' };
    expect({ status, body }).toEqual({
      status: 200,
      body: { status: 'ready', parts, custody: 'role-protected' },
    });
  });
});

describe('the OpenAPI document', () => {
  it('is the one that is committed (UPDATE_OPENAPI=1 writes it)', async () => {
    const path = new URL('../../docs/openapi.json', import.meta.url);
    const text = `${JSON.stringify(document, null, 2)}\n`;
    if (process.env['UPDATE_OPENAPI'] === '1') await writeFile(path, text);
    expect(await readFile(path, 'utf8')).toBe(text);
  });
});
