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
