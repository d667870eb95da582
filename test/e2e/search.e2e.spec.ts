import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/shared/ids.js';
import { DeskDriver } from '../support/desk.js';
import { newPerson, type Person } from '../support/person.js';
import { startSite, type Site } from '../support/site/site.js';

interface Hit {
  readonly clipId: string;
  readonly kind: string;
  readonly ref: string;
  readonly snippet: string;
}
interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

let site: Site;
let desk: DeskDriver;
let caseId: string;
let otherCaseId: string;
let lead: Person;
let reviewer: Person;
let submitter: Person;
const clips: Record<string, string> = {};

beforeAll(async () => {
  site = await startSite();
  desk = await DeskDriver.start({ env: { EGRESS_ALLOW: `127.0.0.1:${site.port}` } });
  const newCase = async (title: string) => (await desk.post<{ id: string }>('cases', { title })).body.id;
  [caseId, otherCaseId] = [await newCase('Graveyard'), await newCase('Elsewhere')];
  [lead, reviewer, submitter] = await Promise.all([
    newPerson(desk, { caseId, role: 'lead', name: 'Example Lead' }),
    newPerson(desk, { caseId, role: 'reviewer', name: 'Example Reviewer' }),
    newPerson(desk, { caseId, role: 'submitter', name: 'Example Submitter' }),
  ]);
  const submit = async (name: string, submission: object, as: Person = lead) => {
    const answer = await desk.post<{ id: string }>(
      'clips',
      { url: `${site.origin}/absent/${name}`, caseId, ...submission },
      as.as,
    );
    clips[name] = answer.body.id;
  };
  await submit('latin', {
    note: 'sent by an example desk (invented)',
    claims: {
      location: {
        statement: 'graveyards in Khan al-Sebel, south of Idlib',
        place: 'Khan al-Sebel',
        lat: 35.76,
        lon: 36.76,
      },
      time: { statement: 'posted 9 February', earliest: '2020-02-08T00:00:00Z', timezone: 'Asia/Damascus' },
    },
  });
  await submit('scholarly', { claims: { location: { statement: 'Ḫān as-Sabil, the old cemetery' } } });
  await submit('arabic', { claims: { location: { statement: 'مقبرة في خان السُّبل' } } });
  await submit('markup', { note: '<script>alert(1)</script> \u202Egraveyard [[x]]' }, submitter);
  await desk.post('clips', {
    url: `${site.origin}/absent/other`,
    caseId: otherCaseId,
    claims: { location: { statement: 'Khan al-Sebel in another case' } },
  });
});
afterAll(async () => {
  await desk.stop();
  await site.close();
});

async function search(q: string, more = '', as: Person = reviewer): Promise<Page<Hit>> {
  const { status, body } = await desk.get<Page<Hit>>(`search?q=${encodeURIComponent(q)}${more}`, as.as);
  expect({ status, body }).toMatchObject({ status: 200 });
  return body;
}
const found = async (q: string, as: Person = reviewer) =>
  (await search(q, '', as)).items.map(({ clipId, kind }) => `${nameOf(clipId)} ${kind}`);
const nameOf = (clipId: string) => Object.keys(clips).find((name) => clips[name] === clipId) ?? 'unknown';

describe('full text', () => {
  it('finds what is written first, then other transliterations and the other script, within the case', async () => {
    expect(await found('Khan al-Sebel')).toEqual(['latin claim', 'arabic claim', 'scholarly claim']);
    expect(await found('khan el sebel')).toEqual(['latin claim', 'arabic claim', 'scholarly claim']);
    expect((await found('خان السبل'))[0]).toBe('arabic claim');
    expect((await found('خان السبل')).toSorted()).toEqual(['arabic claim', 'latin claim', 'scholarly claim']);
  });

  it('knows the forms of a word', async () => {
    expect(await found('graveyard')).toEqual(['latin claim', 'markup note']);
    expect(await found('مقابر')).toEqual(['arabic claim']);
    expect(await found('المقبرة')).toEqual(['arabic claim']);
  });

  it('takes phrases, exclusions and alternatives', async () => {
    expect(await found('"south of idlib"')).toEqual(['latin claim']);
    expect(await found('"idlib south"')).toEqual([]);
    expect(await found('graveyard -idlib')).toEqual(['markup note']);
    expect((await found('cemetery or invented')).toSorted()).toEqual(['latin note', 'scholarly claim']);
  });

  it('does not find a time zone as if it were a place', async () => {
    expect(await found('Damascus')).toEqual([]);
  });

  it('shows markup as text, with marks that are always its own', async () => {
    const { items } = await search('graveyard', '&kind=note');
    expect(items.map(({ snippet }) => snippet)).toEqual([
      '<script>alert(1)</script> [[\u202Egraveyard]] [ [x] ]',
    ]);
  });

  it('pages through without losing or repeating a hit', async () => {
    const seen: string[] = [];
    let cursor = '';
    for (;;) {
      const page = await search('khan al-sebel', `&limit=1${cursor}`);
      seen.push(...page.items.map(({ ref }) => ref));
      if (page.nextCursor === null) break;
      cursor = `&cursor=${page.nextCursor}`;
    }
    expect(seen).toEqual((await search('khan al-sebel')).items.map(({ ref }) => ref));
    expect(seen).toHaveLength(3);
  });

  it.each([
    ['q=', 'q'],
    ['q=%26%7C!', 'q'],
    ['q=-camp', 'q'],
    [`q=${'a '.repeat(40)}`, 'q'],
    [`q=${'a'.repeat(501)}`, 'q'],
    ['q=a%00', 'q'],
    ['q=a&kind=verdict', 'kind'],
    ['q=a&cursor=nonsense', 'cursor'],
    ['q=a&colour=red', 'colour'],
  ])('refuses %s and names the field', async (query, path) => {
    const { status, body } = await desk.get<{ errors: { path: string }[] }>(`search?${query}`, reviewer.as);
    expect(status).toBe(400);
    expect(body.errors.map((error) => error.path)).toContain(path);
  });

  it('is not for submitters', async () => {
    const answer = await desk.get(`search?q=khan&case=${caseId}`, submitter.as);
    expect(answer.status).toBe(403);
    expect(await found('khan', submitter)).toEqual([]);
  });
});

describe('what was said of a claim', () => {
  it('is found by its author at once and by others when they have judged the claim', async () => {
    const claimId = (await search('Khan al-Sebel', '&kind=claim')).items[0]?.ref ?? '';
    const commentId = newId();
    await desk.asOwner(
      'insert into comment (id, clip_id, claim_id, text, made_by) values ($1, $2, $3, $4, $5)',
      [commentId, clips['latin'], claimId, 'the minaret does not fit (quixotic)', lead.userId],
    );
    await desk.asOwner(
      'insert into comment (id, clip_id, in_reply_to, text, made_by) values ($1, $2, $3, $4, $5)',
      [newId(), clips['latin'], commentId, 'quixotic indeed', lead.userId],
    );
    expect(await found('quixotic', lead)).toEqual(['latin comment', 'latin comment']);
    expect(await found('quixotic')).toEqual([]);
    await desk.asOwner(
      `insert into judgement (id, kind, claim_id, clip_id, made_by, verdict, rationale, evidence)
       values ($1, 'assessment', $2, $3, $4, 'confirmed', 'seen', '[]')`,
      [newId(), claimId, clips['latin'], reviewer.userId],
    );
    expect(await found('quixotic')).toEqual(['latin comment', 'latin comment']);
    await desk.asOwner('update comment set withdrawn_at = now() where id = $1', [commentId]);
    expect(await found('quixotic')).toEqual(['latin comment']);
  });
});

describe('the list of clips', () => {
  const listed = async (query: string, as: Person = reviewer) => {
    const { status, body } = await desk.get<Page<{ id: string }>>(`clips?${query}`, as.as);
    expect({ query, status }).toEqual({ query, status: 200 });
    return body.items.map(({ id }) => nameOf(id)).toSorted();
  };
  let subjectId: string;

  beforeAll(async () => {
    await desk.asOwner(
      `update claim set place_lat = 35.76, place_lon = 36.76, place_box = box(point(36.76, 35.76), point(36.76, 35.76))
       where clip_id = $1 and type = 'location'`,
      [clips['latin']],
    );
    await desk.asOwner(
      `update claim set place_box = box(point(179, -20), point(181, -10)), needs_attention = true where clip_id = $1`,
      [clips['scholarly']],
    );
    await desk.asOwner(
      `update claim set time_range = '[2020-02-08,2020-02-10)', verdict = 'refuted' where clip_id = $1 and type = 'time'`,
      [clips['latin']],
    );
    await desk.asOwner(
      `update clip set assignee_id = $2, tags = '{graves,مقبرة}', sensitivity = 'graphic' where id = $1`,
      [clips['arabic'], reviewer.userId],
    );
    subjectId = newId();
    await desk.asOwner(
      "insert into subject (id, case_id, kind, name, created_by) values ($1, $2, 'person', 'Example', $3)",
      [subjectId, caseId, lead.userId],
    );
    await desk.asOwner(
      `with object as (insert into stored_object values (repeat('a', 64), repeat('b', 128), 1) returning sha256)
       insert into annotation (id, clip_id, original_sha256, start_ms, end_ms, motivation, selector, words, subject_id, created_by)
       select $1, $2, sha256, 0, 1000, 'identifying', '{}', 'a man with a checked scarf', $3, $4 from object`,
      [newId(), clips['latin'], subjectId, lead.userId],
    );
  });

  it('takes words in any spelling', async () => {
    expect(await listed('q=Khan%20al-Sebel')).toEqual(['arabic', 'latin', 'scholarly']);
    expect(await listed('q=checked%20scarf')).toEqual(['latin']);
    expect(await listed('q=khan%20-cemetery&sensitivity=none')).toEqual(['latin']);
  });

  it('looks within a box, also across the antimeridian', async () => {
    expect(await listed('bbox=36,35,37,36')).toEqual(['latin']);
    expect(await listed('bbox=36,35.8,37,36')).toEqual([]);
    expect(await listed('bbox=-179.5,-15,-170,-12')).toEqual(['scholarly']);
    expect(await listed('bbox=170,-15,-179.9,-12')).toEqual(['scholarly']);
    expect(await listed('bbox=-180,-90,180,90')).toEqual(['latin', 'scholarly']);
  });

  it('looks around a point', async () => {
    // Idlib lies 23.5 km from there.
    expect(await listed('near=35.93,36.63&radiusM=25000')).toEqual(['latin']);
    expect(await listed('near=35.93,36.63&radiusM=20000')).toEqual([]);
    expect(await listed('near=-15,-178.9&radiusM=12000')).toEqual(['scholarly']);
  });

  it('takes claimed times that overlap', async () => {
    expect(await listed('timeFrom=2020-02-09T00:00:00Z&timeTo=2020-03-01T00:00:00Z')).toEqual(['latin']);
    expect(await listed('timeFrom=2020-02-10T00:00:00Z')).toEqual([]);
    expect(await listed('timeTo=2020-02-08T00:00:00%2B02:00')).toEqual([]);
  });

  it('takes people, tags, states and what claims came to, also together', async () => {
    expect(await listed(`assignee=${reviewer.userId}`)).toEqual(['arabic']);
    expect(await listed('assignee=me&tag=%D9%85%D9%82%D8%A8%D8%B1%D8%A9')).toEqual(['arabic']);
    expect(await listed('assignee=me', lead)).toEqual([]);
    expect(await listed('assignee=none&needsAttention=true')).toEqual(['scholarly']);
    expect(await listed(`person=${subjectId}`)).toEqual(['latin']);
    expect(await listed(`person=${subjectId}&verdict=refuted&claimType=time`)).toEqual(['latin']);
    expect(await listed('verdict=refuted&claimType=location')).toEqual([]);
    expect(await listed('sensitivity=graphic&processing=complete')).toEqual([]);
  });

  it('pages with any filter, newest first', async () => {
    const first = await desk.get<Page<{ id: string }>>('clips?q=khan&limit=2', reviewer.as);
    const second = await desk.get<Page<{ id: string }>>(
      `clips?q=khan&limit=2&cursor=${first.body.nextCursor ?? ''}`,
      reviewer.as,
    );
    expect([...first.body.items, ...second.body.items].map(({ id }) => nameOf(id))).toEqual([
      'arabic',
      'scholarly',
      'latin',
    ]);
    expect(second.body.nextCursor).toBeNull();
  });

  it('shows submitters their own clips, and does not answer their questions about what others said', async () => {
    expect(await listed('', submitter)).toEqual(['markup']);
    expect(await listed(`case=${caseId}&verification=unreviewed`, submitter)).toEqual(['markup']);
    expect(await listed('verification=refuted', submitter)).toEqual([]);
    expect((await desk.get(`clips?case=${caseId}&q=graveyard`, submitter.as)).status).toBe(403);
    expect(await listed('q=graveyard', submitter)).toEqual([]);
    expect((await desk.get(`clips?case=${otherCaseId}`, reviewer.as)).status).toBe(404);
  });

  it.each([
    ['bbox=1,2,3', 'bbox'],
    ['bbox=1,50,3,40', 'bbox'],
    ['bbox=-181,0,0,1', 'bbox'],
    ['near=91,0&radiusM=5', 'near'],
    ['near=1,1', 'radiusM'],
    ['radiusM=5', 'radiusM'],
    ['near=1,1&radiusM=-5', 'radiusM'],
    ['near=1,1&radiusM=NaN', 'radiusM'],
    ['timeFrom=2020-02-30T00:00:00Z', 'timeFrom'],
    ['timeFrom=2020-02-02T00:00:00Z&timeTo=2020-02-01T00:00:00Z', 'timeTo'],
    ['assignee=somebody', 'assignee'],
    ['person=x', 'person'],
    ['needsAttention=maybe', 'needsAttention'],
    ['q=%20', 'q'],
    ['verdict=true', 'verdict'],
  ])('refuses %s and names the field', async (query, path) => {
    const { status, body } = await desk.get<{ errors: { path: string }[] }>(`clips?${query}`, reviewer.as);
    expect(status).toBe(400);
    expect(body.errors.map((error) => error.path)).toContain(path);
  });
});

describe('the list as a table shows it', () => {
  interface Row {
    readonly id: string;
    readonly claims: readonly { readonly type: string; readonly verdict: string }[];
    readonly hasMatches: boolean | null;
  }
  const list = async (query: string, as: Person = reviewer) =>
    (await desk.get<Page<Row>>(`clips?case=${caseId}&${query}`, as.as)).body;

  it('begins with what waits longest when it is asked to, and goes on behind its cursor', async () => {
    const newest = (await list('')).items.map(({ id }) => id);
    const first = await list('order=oldest&limit=3');
    const rest = await list(`order=oldest&limit=3&cursor=${String(first.nextCursor)}`);
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(newest.toReversed().slice(0, 6));
    const some = (await list('order=oldest&q=graveyard')).items.map(({ id }) => nameOf(id));
    expect(some).toEqual((await list('q=graveyard')).items.map(({ id }) => nameOf(id)).toReversed());
  });

  it('says what the claims have come to, and of matches to reviewers alone', async () => {
    const { items } = await list('');
    expect(items.find(({ id }) => id === clips['latin'])).toMatchObject({
      claims: [
        { type: 'location', verdict: 'unreviewed' },
        { type: 'time', verdict: 'refuted' },
      ],
      hasMatches: false,
    });
    expect((await list('', submitter)).items.map(({ hasMatches }) => hasMatches)).toEqual([null]);
  });
});

describe('saved views', () => {
  interface View {
    readonly id: string;
    readonly name: string;
    readonly query: string;
  }
  const views = async (as: Person) => (await desk.get<Page<View>>('me/views', as.as)).body.items;

  it('are kept for their maker alone, and the same name takes the new query', async () => {
    await desk.post('me/views', { name: 'Help', query: 'work=closed' }, reviewer.as);
    const saved = await desk.post<View>(
      'me/views',
      { name: 'Help', query: 'work=needs_help&order=oldest' },
      reviewer.as,
    );
    expect(saved.status).toBe(201);
    expect(await views(reviewer)).toMatchObject([{ name: 'Help', query: 'work=needs_help&order=oldest' }]);
    expect(await views(lead)).toEqual([]);
    const { id } = saved.body;
    expect((await desk.request('DELETE', `me/views/${id}`, undefined, lead.as)).status).toBe(404);
    expect((await desk.request('DELETE', `me/views/${id}`, undefined, reviewer.as)).status).toBe(204);
    expect(await views(reviewer)).toEqual([]);
  });

  it.each([
    ['nonsense=1', 'unknown field'],
    ['work=sleeping', 'work'],
    ['work=closed&work=assigned', 'twice'],
    [`cursor=${newId()}`, 'no cursor'],
  ])('refuse %s, which the list would refuse', async (query) => {
    const { status, body } = await desk.post<{ errors: { path: string }[] }>(
      'me/views',
      { name: 'Bad', query },
      reviewer.as,
    );
    expect({ status, path: body.errors[0]?.path }).toEqual({ status: 400, path: 'query' });
  });
});
