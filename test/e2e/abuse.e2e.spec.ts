import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Client } from 'pg';
import { newPerson, type Person } from '../support/person.js';
import { ROUTES, startMatrix, type Matrix } from './access/matrix.js';
import type { Call } from './access/table.js';
import { HostileValues, INSTANTS, TEXTS, type Schema } from './abuse/hostile-values.js';

/** Hostile bodies for a route, and values for each parameter of its query; `ABUSE_RUNS=200` looks longer. */
const RUNS = Number(process.env['ABUSE_RUNS'] ?? 6);
const SEED = Number(process.env['ABUSE_SEED'] ?? 20261122);

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema?: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

interface Seen {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
}

const CANARY = 'CANARY of another case';
const INTERNALS = /node_modules|\.(?:ts|js):\d+|\bat \w+ \(|select |violates|relation "|syntax error|\/tmp\//;

let matrix: Matrix;
let log: Client;
let values: HostileValues;
let operations: ReadonlyMap<string, Operation>;

beforeAll(async () => {
  matrix = await startMatrix();
  const { desk, ids, tokens, site } = matrix;
  const other = { authorization: `Bearer ${tokens.other}` };
  const elsewhere = await desk.post<{ id: string }>('cases', { title: CANARY, description: CANARY }, other);
  const clip = await desk.post<{ id: string; claims: { id: string }[] }>(
    'clips',
    {
      url: `${site.origin}/clip.mp4?elsewhere`,
      caseId: elsewhere.body.id,
      note: CANARY,
      claims: { location: { statement: CANARY } },
    },
    other,
  );
  const source = await desk.post<{ id: string }>(
    'sources',
    { caseId: elsewhere.body.id, kind: 'person', name: CANARY },
    other,
  );
  const comment = await desk.post<{ id: string }>(`clips/${clip.body.id}/comments`, { text: CANARY }, other);
  const { body: document } = await desk.get<{
    paths: Record<string, Record<string, Operation>>;
    components: { schemas: Record<string, Schema> };
  }>('openapi.json');
  values = new HostileValues(document.components.schemas, [
    ...Object.values(ids).filter((id): id is string => typeof id === 'string' && id.length === 36),
    ids.users.reviewer,
    ids.users.submitter,
    elsewhere.body.id,
    clip.body.id,
    clip.body.claims[0]?.id ?? '',
    source.body.id,
    comment.body.id,
  ]);
  operations = new Map(
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation]),
    ),
  );
  log = new Client({ connectionString: desk.database.ownerUrl });
  await log.connect();
});
afterAll(async () => {
  await log.end();
  await matrix.stop();
});

async function ask(method: string, call: Call): Promise<Seen> {
  const stop = new AbortController();
  const response = await fetch(`${matrix.desk.url}${call.path}`, {
    method,
    headers: {
      authorization: `Bearer ${matrix.desk.token}`,
      ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...call.headers,
    },
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    signal: stop.signal,
  });
  const contentType = response.headers.get('content-type') ?? '';
  // A stream of events would not end.
  const text = contentType.startsWith('text/event-stream') ? '' : await response.text();
  stop.abort();
  return { status: response.status, contentType, text };
}

/** The newest act of a person in the log; workers go on with theirs meanwhile. */
async function newestAct(): Promise<string | undefined> {
  const { rows } = await log.query<{ seq: string }>(
    "select seq from custody_event where actor like 'user:%' order by seq desc limit 1",
  );
  return rows[0]?.seq;
}

/** Everything that is wrong with an answer to a request that may be refused or taken, but not break anything. */
function faultsOf({ status, contentType, text }: Seen): string[] {
  const faults: string[] = [];
  if (status >= 500) faults.push(`answered ${status}`);
  if (text.includes(CANARY)) faults.push('shows another case');
  if (status < 400) return faults;
  if (!contentType.startsWith('application/problem+json'))
    return [...faults, `is no problem: ${contentType}`];
  const { code, status: said } = JSON.parse(text) as { code?: string; status?: number };
  if (said !== status || !/^[a-z][a-z_]+$/.test(code ?? ''))
    faults.push(`has no code: ${text.slice(0, 200)}`);
  if (INTERNALS.test(text)) faults.push(`tells of the inside: ${text.slice(0, 200)}`);
  return faults;
}

const AT_ONCE = 6;

/** What was wrong with the answers; and with the log, when none of several requests was let in and yet an act stands there. */
async function faultsOfAll(method: string, calls: readonly Call[]): Promise<string[]> {
  const faults: string[] = [];
  for (let from = 0; from < calls.length; from += AT_ONCE) {
    const asked = calls.slice(from, from + AT_ONCE);
    const before = await newestAct();
    const answers = await Promise.all(asked.map(async (call) => ({ call, seen: await ask(method, call) })));
    const told = (call: Call) => JSON.stringify(call).slice(0, 600);
    for (const { call, seen } of answers)
      faults.push(...faultsOf(seen).map((fault) => `${fault}: ${told(call)}`));
    if (answers.every(({ seen }) => seen.status >= 400) && (await newestAct()) !== before)
      faults.push(`all refused, and yet one stands in the log: ${asked.map(told).join()}`);
  }
  return faults;
}

async function plainCall(name: string): Promise<Call> {
  const [, pattern = ''] = name.split(' ');
  return (await ROUTES[name]?.call?.(matrix.ids, 'lead')) ?? { path: pattern };
}

function bodySchema(name: string): Schema | undefined {
  return operations.get(name)?.requestBody?.content['application/json']?.schema;
}

/** Every id of the path in turn: in upper case, of nothing, of another kind of thing, and no id at all. */
function hostilePaths(path: string): string[] {
  const ids = path.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [];
  const inPlace = [
    matrix.ids.caseId,
    matrix.ids.clipId,
    '0197ffff-ffff-7fff-8fff-ffffffffffff',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
    'x',
    '%00',
    '%2e%2e%2f',
    '%F0%9F%92%A3',
    '%',
    "';--",
    'a'.repeat(190),
    'a'.repeat(5_000),
  ];
  return ids.flatMap((id) => [id.toUpperCase(), ...inPlace].map((text) => path.replace(id, text)));
}

const ANYTHING: Schema = {};

/** Each parameter in turn with what does not fit it; and twice, where one value is meant. */
function hostileQueries(name: string, path: string): string[] {
  const [base = '', given = ''] = path.split('?');
  const named = (operations.get(name)?.parameters ?? []).filter((parameter) => parameter.in === 'query');
  return [...named, { name: 'unknownParameter', schema: ANYTHING }].flatMap(
    ({ name: parameter, schema = ANYTHING }) => {
      const texts = fc.sample(queryText(schema), { seed: SEED, numRuns: Math.ceil(RUNS / 2) });
      return [...texts, ...(schema.format === 'date-time' ? INSTANTS : []), ['1', '2']].map((text) => {
        const query = new URLSearchParams(given);
        if (typeof text === 'string') query.set(parameter, text);
        else for (const each of text) query.append(parameter, each);
        return `${base}?${query.toString()}`;
      });
    },
  );
}

const CURSORS = [
  'own.99.ffffffff-ffff-ffff-ffff-ffffffffffff',
  '9007199254740993',
  '2147483648',
  '-0',
  '1e3',
  '0x10',
];
const PLACES = ['0,0,0,0', '180,90,-180,-90', '1e400,1,2,3', '-180,-90,180,90', '90,180', '-90,-180'];

function queryText(schema: Schema): fc.Arbitrary<string> {
  return fc
    .oneof(values.of(schema), fc.constantFrom(...CURSORS, ...PLACES, ...INSTANTS, ...TEXTS))
    .map((made) => (typeof made === 'string' ? made : JSON.stringify(made)).toWellFormed().slice(0, 8_000));
}

const lead = () => ({ authorization: `Bearer ${matrix.tokens.lead}` });
const reviewer = () => ({ authorization: `Bearer ${matrix.tokens.reviewer}` });
const codeOf = ({ body }: { readonly body: unknown }): string | undefined =>
  typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string'
    ? body.code
    : undefined;
/** The problem's code, or the status of what was taken. */
const outcomeOf = (answer: { readonly status: number; readonly body: unknown }): string =>
  codeOf(answer) ?? String(answer.status);

describe('an id in capitals is the same id', () => {
  it('the last lead neither leaves nor steps down under another spelling', async () => {
    const { desk, ids, tokens } = matrix;
    const other = { authorization: `Bearer ${tokens.other}` };
    const { body: made } = await desk.post<{ id: string }>('cases', { title: 'Led by one' }, other);
    const userId = ids.users.other.toUpperCase();
    const members = `cases/${made.id.toUpperCase()}/members`;
    expect(codeOf(await desk.request('DELETE', `${members}/${userId}`, undefined, other))).toBe('last_lead');
    expect(codeOf(await desk.post(members, { userId, role: 'reviewer' }, other))).toBe('last_lead');
    expect((await desk.get(`cases/${made.id}`, other)).status).toBe(200);
  });

  it('the last administrator stays one under another spelling', async () => {
    const { desk, ids } = matrix;
    const { body: me } = await desk.get<{ userId: string }>('me');
    await desk.request('PATCH', `users/${ids.users.admin}`, { admin: false });
    const own = `users/${me.userId.toUpperCase()}`;
    expect(codeOf(await desk.request('PATCH', own, { admin: false }))).toBe('last_admin');
    expect(codeOf(await desk.request('PATCH', own, { disabled: true }))).toBe('last_admin');
    expect((await desk.request('PATCH', `users/${ids.users.admin}`, { admin: true })).status).toBe(200);
  });

  it('a clip is assigned and people are mentioned, kept as everywhere else', async () => {
    const { desk, ids } = matrix;
    const assigneeId = ids.users.reviewer.toUpperCase();
    const clip = await desk.request('PATCH', `clips/${ids.clipId}`, { assigneeId }, lead());
    expect(clip).toMatchObject({ status: 200, body: { assigneeId: ids.users.reviewer } });
    const comment = { text: 'look (invented)', mentions: [assigneeId] };
    expect(await desk.post(`clips/${ids.clipId}/comments`, comment, lead())).toMatchObject({
      status: 201,
      body: { mentions: [ids.users.reviewer] },
    });
  });
});

describe('what a request holds before its schema has judged it', () => {
  it('half a surrogate pair under an Idempotency-Key is a fault of the field', async () => {
    const { desk, ids } = matrix;
    const headers = { ...lead(), 'idempotency-key': 'half-a-pair' };
    for (const text of ['"\\ud800"', '1e999']) {
      const answer = await desk.post(`clips/${ids.clipId}/comments`, `{"text":${text}}`, headers);
      expect({ status: answer.status, code: codeOf(answer) }).toEqual({
        status: 400,
        code: 'invalid_request',
      });
    }
  });

  it.each([
    ['without a boundary', 'multipart/form-data', 'x'],
    ['that is none', 'multipart/form-data; boundary=x', 'x'],
    [
      'cut off within the file',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc',
    ],
  ])('a multipart body %s is a clear problem', async (_what, type, body) => {
    const { desk, ids } = matrix;
    for (const path of ['clips/upload', `clips/${ids.clipId}/files`]) {
      const answer = await desk.post(path, body, { ...lead(), 'content-type': type });
      expect({ status: answer.status, code: codeOf(answer) }).toEqual({
        status: 400,
        code: 'malformed_multipart',
      });
    }
  });

  it.each(['from=0000-01-01', 'to=0000-01-15'])('no day of exposure is in the year 0: %s', async (query) => {
    expect(codeOf(await matrix.desk.get(`me/exposure?${query}`))).toBe('invalid_request');
  });

  it.each(['from=9999-06-01', 'to=0001-01-15'])(
    'days of exposure end where the calendar does: %s',
    async (query) => {
      expect((await matrix.desk.get(`me/exposure?${query}`)).status).toBe(200);
    },
  );

  it('a cursor beyond every version is a fault of the cursor', async () => {
    const path = `annotations/${String(matrix.ids['annotationId'])}/revisions?cursor=${2 ** 31}`;
    expect(codeOf(await matrix.desk.get(path))).toBe('invalid_request');
  });

  it('times that a database cannot hold are refused wherever one is asked for', async () => {
    const { desk, ids, site } = matrix;
    const beyond = ['0000-12-31T23:59:59Z', '0001-01-01T00:00:00+00:01', '9999-12-31T23:59:59-01:00'];
    for (const time of [...beyond, '2020-02-09T00:00:00+23:59', `2020-02-09T00:00:00.${'9'.repeat(200)}Z`]) {
      const answers = await Promise.all([
        desk.get(`clips?submittedAfter=${encodeURIComponent(time)}`),
        desk.get(`clips?timeFrom=${encodeURIComponent(time)}`),
        desk.post('clips', { url: `${site.origin}/clip.mp4?a`, caseId: ids.caseId, postedAt: time }),
        desk.post('tokens', { name: 'x', scope: 'read', expiresAt: time }),
        desk.post(`clips/${ids.clipId}/claims`, { type: 'time', statement: 'x', value: { earliest: time } }),
      ]);
      expect(answers.map(codeOf)).toEqual(answers.map(() => 'invalid_request'));
    }
  });
});

describe('in a blind case, what is said of a claim beside its assessments', () => {
  const word = 'ZEPHYRWORD';
  let claimId: string;

  beforeAll(async () => {
    const { desk, ids } = matrix;
    const claim = { type: 'other', statement: 'to be judged blind (invented)' };
    claimId = (await desk.post<{ id: string }>(`clips/${ids.clipId}/claims`, claim)).body.id;
    const said = await desk.post(`clips/${ids.clipId}/comments`, { text: word, claimId }, lead());
    if (said.status !== 201) throw new Error(`the comment was not taken: ${JSON.stringify(said)}`);
  });

  const reads = () => {
    const clip = `clips/${matrix.ids.clipId}`;
    return [`${clip}/comments?limit=200`, `${clip}/history?limit=200`, `search?q=${word}`, `clips?q=${word}`];
  };

  async function tellingReads(): Promise<string[]> {
    const shown: string[] = [];
    for (const path of reads()) {
      const { body } = await matrix.desk.get<{ items: readonly unknown[] }>(path, reviewer());
      // That a clip is found by a word tells that the word was said.
      const tells = path.startsWith('clips?q') ? body.items.length > 0 : JSON.stringify(body).includes(word);
      if (tells) shown.push(path);
    }
    return shown;
  }

  it('stays from whoever has not judged it, in lists, story, search and filters, and is read afterwards', async () => {
    expect(await tellingReads()).toEqual([]);
    const evidence = [{ kind: 'none_found', note: 'looked (invented)' }];
    const judgement = { verdict: 'confirmed', rationale: 'seen (invented)', evidence };
    expect((await matrix.desk.post(`claims/${claimId}/assessments`, judgement, reviewer())).status).toBe(201);
    expect(await tellingReads()).toEqual(reads());
  });
});

describe('two at once', () => {
  const evidence = [{ kind: 'none_found', note: 'looked (invented)' }];
  const judging = (verdict: string) => ({ verdict, rationale: 'seen (invented)', evidence });
  let caseId: string;
  let people: Person[];

  beforeAll(async () => {
    caseId = (await matrix.desk.post<{ id: string }>('cases', { title: 'Races', blindReview: false })).body
      .id;
    const made = (role: 'reviewer' | 'lead') => newPerson(matrix.desk, { caseId, role });
    people = [await made('reviewer'), await made('reviewer'), await made('lead'), await made('lead')];
  });

  const as = (index: number) => people[index]?.as ?? {};
  let clips = 0;
  const submission = () => {
    clips += 1;
    const url = `${matrix.site.origin}/clip.mp4?race=${clips}`;
    return { url, caseId, claims: { source: { statement: 'an invented source' } } };
  };
  const submitted = async (what: object) =>
    (await matrix.desk.post<{ id: string; claims: { id: string }[] }>('clips', what)).body;
  const work = async (clipId: string) =>
    (await matrix.desk.get<{ work: string; claims: { verdict: string }[] }>(`clips/${clipId}/status`)).body;

  it('a clip that is closed while another judges is closed with what was said before, or open', async () => {
    const { desk } = matrix;
    for (let round = 0; round < 4; round += 1) {
      const clip = await submitted(submission());
      const path = `claims/${clip.claims[0]?.id ?? ''}/assessments`;
      for (const index of [0, 1]) await desk.post(path, judging('confirmed'), as(index));
      const [closed, judged] = await Promise.all([
        desk.request('PATCH', `clips/${clip.id}`, { work: 'closed' }, as(2)),
        desk.post(path, judging('refuted'), as(1)),
      ]);
      const outcome = [closed, judged].map(outcomeOf).join();
      expect(['200,clip_closed', 'claims_open,201']).toContain(outcome);
    }
  });

  it('new claims of a further submission never lie unjudged in a closed clip', async () => {
    const { desk } = matrix;
    for (let round = 0; round < 4; round += 1) {
      const what = submission();
      const clip = await submitted(what);
      for (const index of [0, 1])
        await desk.post(`claims/${clip.claims[0]?.id ?? ''}/assessments`, judging('confirmed'), as(index));
      await Promise.all([
        desk.request('PATCH', `clips/${clip.id}`, { work: 'closed' }, as(2)),
        desk.post('clips', what),
      ]);
      const status = await work(clip.id);
      expect(status.claims.map(({ verdict }) => verdict).toSorted()).toEqual(['confirmed', 'unreviewed']);
      expect(status.work).not.toBe('closed');
    }
  });

  it('of two leads who rule on a contested claim one does', async () => {
    const { desk } = matrix;
    const clip = await submitted(submission());
    const claim = `claims/${clip.claims[0]?.id ?? ''}`;
    await desk.post(`${claim}/assessments`, judging('confirmed'), as(0));
    await desk.post(`${claim}/assessments`, judging('refuted'), as(1));
    const rulings = await Promise.all(
      [2, 3].map((by) => desk.post(`${claim}/ruling`, judging('refuted'), as(by))),
    );
    expect(rulings.map(outcomeOf).toSorted()).toEqual(['201', 'not_contested']);
  });

  it('of two changes to the same version one is taken', async () => {
    const { desk } = matrix;
    const clip = await submitted(submission());
    const ended = await desk.ended(clip.id);
    const headers = (index: number) => ({ ...as(index), 'if-match': `"${clip.id}.${ended.version}"` });
    const changes = await Promise.all(
      [0, 2].map((by) => desk.request('PATCH', `clips/${clip.id}`, { title: `by ${by}` }, headers(by))),
    );
    expect(changes.map(outcomeOf).toSorted()).toEqual(['200', 'version_conflict']);
  });

  it('an annotation that is withdrawn while it is reworded is one or the other, and stays withdrawn', async () => {
    const { desk, ids } = matrix;
    const wording = (value: string) => ({
      type: 'Annotation',
      body: { type: 'TextualBody', value },
      target: { source: `/api/v1/frames/${ids.frameId}/image` },
    });
    for (let round = 0; round < 4; round += 1) {
      const { body } = await desk.post<{ id: string }>(`frames/${ids.frameId}/annotations`, wording('one'));
      const path = `annotations/${body.id}`;
      const headers = { 'if-match': `"${body.id}.1"` };
      const both = await Promise.all([
        desk.request('PUT', path, wording('two'), headers),
        desk.request('DELETE', path, undefined, headers),
      ]);
      const outcome = both.map(outcomeOf).join();
      expect(['200,version_conflict', 'annotation_withdrawn,204']).toContain(outcome);
    }
  });

  it('whoever is taken out of the case during an upload has handed in nothing', async () => {
    const { desk } = matrix;
    const clip = await submitted(submission());
    const leaving = await newPerson(desk, { caseId, role: 'reviewer' });
    const start = '--x\r\nContent-Disposition: form-data; name="file"; filename="map.png"\r\n\r\n';
    for (const path of ['clips/upload', `clips/${clip.id}/files`]) {
      await desk.post(`cases/${caseId}/members`, { userId: leaving.userId, role: 'reviewer' });
      const fields =
        path === 'clips/upload'
          ? `--x\r\nContent-Disposition: form-data; name="submission"\r\n\r\n${JSON.stringify({ caseId })}\r\n`
          : '';
      const headers = {
        ...leaving.as,
        'content-type': 'multipart/form-data; boundary=x',
        expect: '100-continue',
      };
      // Let in, and so told to go on, before they are taken out.
      const upload = request(`${desk.url}/api/v1/${path}`, { method: 'POST', headers });
      upload.flushHeaders();
      await once(upload, 'continue');
      upload.write(`${fields}${start}half`);
      await desk.request('DELETE', `cases/${caseId}/members/${leaving.userId}`);
      upload.end(' and half\r\n--x--\r\n');
      const [answer] = (await once(upload, 'response')) as [IncomingMessage];
      answer.resume();
      expect(answer.statusCode).toBe(404);
    }
  });
});

describe('whatever is sent', () => {
  it('the tables of access know every route, so that each is tried here', () => {
    expect(Object.keys(ROUTES).toSorted()).toEqual([...operations.keys()].toSorted());
  });

  it.each(Object.keys(ROUTES))('%s answers a clear problem or does its work', async (name) => {
    const [method = ''] = name.split(' ');
    const call = await plainCall(name);
    const schema = bodySchema(name);
    const made =
      schema === undefined ? [] : fc.sample(values.of(schema, call.body), { seed: SEED, numRuns: RUNS });
    // Larger ones are refused before they are read to the end, which a client may see as a broken connection.
    const bodies = made.filter((body) => JSON.stringify(body).length < 250_000);
    const loneKey = { ...call.headers, 'idempotency-key': `abuse ${name}`.replaceAll(/[^!-~]/g, '-') };
    const queries = hostileQueries(name, call.path);
    expect(
      await faultsOfAll(method, [
        ...hostilePaths(call.path).map((path) => ({ ...call, path })),
        ...queries.map((path) => ({ ...call, path })),
        ...bodies.map((body) => ({ ...call, body })),
        ...bodies.slice(0, 2).map((body) => ({ path: call.path, body, headers: loneKey })),
      ]),
    ).toEqual([]);
  });
});
