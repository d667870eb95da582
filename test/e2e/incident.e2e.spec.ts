import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DeskDriver, type Answer, type ClipStatusBody } from '../support/desk.js';
import { EventListener } from '../support/event-listener.js';
import { newPerson, type Person } from '../support/person.js';
import { startSite, type Site } from '../support/site/site.js';

/**
 * One incident from tip to verdict, told in order: three clips of the same graveyard, one of them claimed for another town
 * and year. Every person, place name and statement here is invented for the test.
 */
const NAMES = ['first', 'second', 'third'] as const;
type ClipName = (typeof NAMES)[number];
type ClaimType = 'location' | 'time' | 'source';

let site: Site;
let desk: DeskDriver;
let listener: EventListener;
let caseId: string;
let people: Record<'lead' | 'tipster' | 'ana' | 'ben', Person>;
let clips: Record<ClipName, ClipStatusBody>;

beforeAll(async () => {
  site = await startSite();
  desk = await DeskDriver.start({ env: { EGRESS_ALLOW: `127.0.0.1:${site.port}` } });
});
afterAll(async () => {
  await listener.breakOff();
  await desk.stop();
  await site.close();
});

const LAUNCHER = fileURLToPath(new URL('../../cli/sightline.mjs', import.meta.url));

/** The command line, as this person. Answers what it printed; fails the test when its exit code is not 0. */
function sightline(person: Person, ...args: string[]): Promise<string> {
  const env = { PATH: process.env['PATH'], SIGHTLINE_URL: desk.url, SIGHTLINE_TOKEN: person.token };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [LAUNCHER, ...args], { env }, (error, out, notes) =>
      error === null ? resolve(out) : reject(new Error(`${args.join(' ')}: ${notes}`)),
    );
  });
}

function claimOf(clip: ClipName, type: ClaimType): string {
  return clips[clip].claims.find((claim) => claim.type === type)?.id ?? '';
}

interface Judgement {
  readonly verdict: string;
  readonly rationale?: string;
  readonly evidence?: readonly object[];
}

function assess(person: Person, claimId: string, judgement: Judgement): Promise<Answer<{ id: string }>> {
  return desk.post(
    `claims/${claimId}/assessments`,
    {
      rationale: 'the hill and the wall fit (invented)',
      evidence: [{ kind: 'none_found', note: 'no map of that year was found' }],
      ...judgement,
    },
    person.as,
  );
}

async function firstFrame(clip: ClipName): Promise<{ id: string; imageUrl: string }> {
  const { body } = await desk.get<{ items: { id: string; imageUrl: string }[] }>(
    `clips/${clips[clip].id}/frames`,
    people.ana.as,
  );
  const [frame] = body.items;
  if (frame === undefined) throw new Error('the clip has no frame');
  return frame;
}

async function status(clip: ClipName): Promise<ClipStatusBody & { work: string; verification: string }> {
  return (
    await desk.get<ClipStatusBody & { work: string; verification: string }>(`clips/${clips[clip].id}/status`)
  ).body;
}

describe('one incident', () => {
  it('is opened, staffed and listened to', async () => {
    const { body } = await desk.post<{ id: string }>('cases', {
      title: 'Graveyard at Examplevale (invented)',
    });
    caseId = body.id;
    people = {
      lead: await newPerson(desk, { name: 'Example Lead' }),
      tipster: await newPerson(desk, { name: 'Example Tipster' }),
      ana: await newPerson(desk, { name: 'Example Ana' }),
      ben: await newPerson(desk, { name: 'Example Ben' }),
    };
    const roles = { lead: 'lead', tipster: 'submitter', ana: 'reviewer', ben: 'reviewer' } as const;
    for (const [name, role] of Object.entries(roles)) {
      const { userId } = people[name as keyof typeof roles];
      expect((await desk.post(`cases/${caseId}/members`, { userId, role })).status).toBe(201);
    }
    listener = new EventListener(desk, `?case=${caseId}`, people.lead.as);
    await listener.connect();
  });

  it('gets three clips by one submitter, each with a place, a time and a source', async () => {
    const claims = (town: string, year: string) => ({
      location: {
        statement: `graveyard south of ${town}`,
        place: town,
        lat: 35.76,
        lon: 36.76,
        radiusM: 3_000,
      },
      time: {
        statement: `filmed in February ${year}`,
        earliest: `${year}-02-08T00:00:00Z`,
        latest: `${year}-02-09T23:59:59Z`,
      },
      source: { statement: 'filmed by a fighter', handle: '@example_invented', platform: 'telegram' },
    });
    const submit = async (name: ClipName, town: string, year: string) => {
      const { body } = await desk.post<{ id: string }>(
        'clips',
        {
          url: `${site.origin}/clip.mp4?${name}`,
          caseId,
          claims: claims(town, year),
          protectSubmitter: true,
        },
        people.tipster.as,
      );
      return desk.ended(body.id);
    };
    clips = {
      first: await submit('first', 'Examplevale', '2020'),
      second: await submit('second', 'Examplevale', '2020'),
      third: await submit('third', 'Otherton', '2023'),
    };
    for (const name of NAMES) expect(clips[name].processing.state).toBe('complete');
  });

  it('is handed out: the lead assigns, a reviewer takes', async () => {
    await sightline(people.lead, 'assign', clips.first.id, people.ana.userId);
    await sightline(people.ben, 'assign', clips.third.id, 'me');
    expect((await status('first')).work).toBe('assigned');
    const refused = await desk.request(
      'PATCH',
      `clips/${clips.second.id}`,
      { assigneeId: people.ben.userId },
      people.ana.as,
    );
    expect(refused.status).toBe(403);
  });

  it('shows the same man in two clips', async () => {
    const { body: subject } = await desk.post<{ id: string }>(
      'subjects',
      { caseId, kind: 'person', name: 'man in a grey jacket (invented)' },
      people.ana.as,
    );
    const marked: Record<string, string> = {};
    for (const [name, person] of [
      ['first', people.ana],
      ['second', people.ben],
    ] as const) {
      const frame = await firstFrame(name);
      const { status: code, body } = await desk.post<{ id: string }>(
        `frames/${frame.id}/annotations`,
        {
          type: 'Annotation',
          motivation: 'identifying',
          body: { type: 'TextualBody', value: 'the same man, <b>left</b> of the wall' },
          target: {
            source: frame.imageUrl,
            selector: { type: 'FragmentSelector', value: 'xywh=percent:10,20,15,40' },
          },
          subjectId: subject.id,
        },
        person.as,
      );
      expect(code).toBe(201);
      marked[name] = body.id;
    }
    const { body } = await desk.get<{ clips: { clipId: string }[] }>(`subjects/${subject.id}`, people.ben.as);
    expect(body.clips.map(({ clipId }) => clipId).toSorted()).toEqual(
      [clips.first.id, clips.second.id].toSorted(),
    );
  });

  it('has its arguments: for, against, and a search that found nothing', async () => {
    const frame = await firstFrame('third');
    await sightline(
      people.ben,
      'finding',
      'add',
      clips.third.id,
      '--claim',
      claimOf('third', 'location'),
      '--stance',
      'contradicts',
      '--summary',
      'the wall is that of Examplevale',
      '--evidence',
      `frame:${frame.id} the wall`,
    );
    const { status: code } = await desk.post(
      `clips/${clips.third.id}/findings`,
      {
        claimId: claimOf('third', 'time'),
        stance: 'neutral',
        summary: 'no earlier copy on three engines',
        evidence: [
          { kind: 'search', ref: 'example-engine.invalid', note: 'frame 0, nothing', outcome: 'not_found' },
        ],
      },
      people.ana.as,
    );
    expect(code).toBe(201);
  });

  it('is assessed blind: the second reviewer finds nothing of the first on any read', async () => {
    const secret = 'because of the minaret only ana wrote about';
    const made = await assess(people.ana, claimOf('first', 'location'), {
      verdict: 'confirmed',
      rationale: secret,
    });
    expect(made.status).toBe(201);
    await desk.post(
      `clips/${clips.first.id}/comments`,
      { text: `${secret}, again`, claimId: claimOf('first', 'location') },
      people.ana.as,
    );
    const reads = [
      `claims/${claimOf('first', 'location')}/assessments`,
      `clips/${clips.first.id}/assessments`,
      `clips/${clips.first.id}`,
      `clips/${clips.first.id}/claims`,
      `clips/${clips.first.id}/findings`,
      `clips/${clips.first.id}/comments`,
      `clips/${clips.first.id}/history`,
      `clips/${clips.first.id}/custody?limit=200`,
      `search?q=minaret&case=${caseId}`,
      `clips?q=minaret&case=${caseId}`,
    ];
    for (const path of reads) {
      const answer = await desk.get(path, people.ben.as);
      expect([path, answer.status]).toEqual([path, 200]);
      const text = JSON.stringify(answer.body);
      expect([path, text.includes('minaret'), text.includes(made.body.id)]).toEqual([path, false, false]);
    }
    const own = await desk.get(`claims/${claimOf('first', 'location')}/assessments`, people.ana.as);
    expect(JSON.stringify(own.body)).toContain('minaret');
    expect(JSON.stringify(listener.heard)).not.toContain('minaret');
  });

  it('refuses whoever has no right to judge, and changes nothing', async () => {
    const claimId = claimOf('first', 'location');
    const before = await status('first');
    const answers = [
      await assess(people.tipster, claimId, { verdict: 'confirmed' }),
      await assess(people.ana, claimId, { verdict: 'confirmed', evidence: [] }),
      await assess(people.ben, claimId, { verdict: 'confirmed', evidence: [{ kind: 'none_found' }] }),
      await assess(people.ben, claimId, { verdict: 'true' }),
      await desk.post(`claims/${claimId}/ruling`, { verdict: 'confirmed' }, people.ben.as),
      await desk.post(
        `claims/${claimId}/ruling`,
        { verdict: 'confirmed', rationale: 'because', evidence: [{ kind: 'none_found', note: 'x' }] },
        people.lead.as,
      ),
      await desk.request('PATCH', `clips/${clips.first.id}`, { work: 'closed' }, people.ana.as),
    ];
    expect(answers.map(({ status: code }) => code)).toEqual([403, 400, 400, 400, 400, 409, 409]);
    expect(await status('first')).toEqual(before);
  });

  it('ends in agreement on the place, and in a contest on the time that a lead rules', async () => {
    await assess(people.ben, claimOf('first', 'location'), { verdict: 'confirmed' });
    await sightline(
      people.ana,
      ...['assess', claimOf('first', 'time'), '--verdict', 'confirmed', '--rationale', 'the shadows fit'],
      ...['--evidence', 'none_found: no weather record'],
    );
    await assess(people.ben, claimOf('first', 'time'), { verdict: 'inconclusive' });
    const contested = await status('first');
    expect(contested).toMatchObject({ verification: 'disputed' });
    await sightline(
      people.lead,
      ...[
        'rule',
        claimOf('first', 'time'),
        '--verdict',
        'inconclusive',
        '--rationale',
        'shadows alone do not fix a year',
      ],
      ...['--evidence', 'none_found: nothing else fixes it'],
    );
    for (const person of [people.ana, people.ben])
      await assess(person, claimOf('first', 'source'), { verdict: 'undeterminable' });
    expect(await status('first')).toMatchObject({ verification: 'inconclusive', work: 'second_review' });
    await sightline(people.ana, 'work', clips.first.id, 'close');
    expect((await status('first')).work).toBe('closed');
    const sealed = await assess(people.ana, claimOf('first', 'time'), { verdict: 'confirmed' });
    expect([sealed.status, (sealed.body as unknown as { code: string }).code]).toEqual([409, 'clip_closed']);
  });

  it('verifies the second clip and refutes the third, with the reason on record', async () => {
    for (const type of ['location', 'time', 'source'] as const) {
      for (const person of [people.ana, people.ben]) {
        await assess(person, claimOf('second', type), { verdict: 'confirmed' });
        await assess(person, claimOf('third', type), {
          verdict: type === 'source' ? 'confirmed' : 'refuted',
          rationale: 'it is the graveyard of the first clip, three years earlier (invented)',
        });
      }
    }
    expect((await status('second')).verification).toBe('verified');
    expect((await status('third')).verification).toBe('refuted');
    const { body } = await desk.get<{ items: { rationale: string }[] }>(
      `claims/${claimOf('third', 'location')}/assessments`,
      people.lead.as,
    );
    expect(body.items.map(({ rationale }) => rationale)).toEqual(
      Array(2).fill('it is the graveyard of the first clip, three years earlier (invented)'),
    );
  });

  it('asks for attention when new evidence contradicts a verdict, and leaves the verdict alone', async () => {
    const frame = await firstFrame('second');
    const claimId = claimOf('second', 'time');
    await desk.post(
      `clips/${clips.second.id}/findings`,
      {
        claimId,
        stance: 'contradicts',
        summary: 'an older copy exists (invented)',
        evidence: [{ kind: 'frame', ref: frame.id }],
      },
      people.ana.as,
    );
    const now = await status('second');
    expect(now).toMatchObject({ verification: 'verified' });
    expect(now.claims.find(({ id }) => id === claimId)).toMatchObject({
      verdict: 'confirmed',
      needsAttention: true,
    });
  });

  it('was seen by the listener step by step, each once, and by the dashboard', async () => {
    for (const name of NAMES) {
      const { version } = await status(name);
      await desk.until('the listener has heard the last step', () =>
        Promise.resolve(listener.versionsOf(clips[name].id).at(-1) === version),
      );
      expect(listener.versionsOf(clips[name].id)).toEqual(
        Array.from({ length: version }, (_unused, index) => index + 1),
      );
    }
    const steps = listener.heard
      .filter(({ id }) => id === clips.third.id)
      .map(({ verification }) => verification);
    expect(steps.filter((step, index) => step !== steps[index - 1])).toEqual([
      'unreviewed',
      'in_review',
      'refuted',
    ]);
    const { body } = await desk.get<{ counts: { total: number; verification: Record<string, number> } }>(
      `dashboard?case=${caseId}`,
      people.lead.as,
    );
    expect(body.counts).toMatchObject({
      total: 3,
      verification: { verified: 1, refuted: 1, inconclusive: 1 },
    });
  });

  it('is told by custody, who did what, and verifies', async () => {
    const story = await sightline(people.lead, 'history', clips.first.id);
    for (const words of ['Example Ana', 'Example Ben', 'Example Lead']) expect(story).toContain(words);
    const asReviewer = await sightline(people.ana, 'history', clips.first.id);
    expect(asReviewer).not.toContain('Example Tipster');
    await desk.post('custody/verification');
    expect(await desk.verified()).toMatchObject({ ok: true, differences: [] });
  });
});
