import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/shared/ids.js';
import { DeskDriver, type Answer } from '../support/desk.js';
import { newPerson, type Person } from '../support/person.js';
import { startSite, type Site } from '../support/site/site.js';

interface AnnotationBody {
  readonly id: string;
  readonly body: readonly { readonly value: string }[];
  readonly target: {
    readonly source: string;
    readonly selector?: { readonly type: string; readonly value: string };
  };
  readonly anchor: {
    readonly originalSha256: string;
    readonly sourcePts: number | null;
    readonly startMs: number | null;
  };
  readonly creator: { readonly id: string };
  readonly version: number;
  readonly frameId: string | null;
  readonly withdrawnAt: string | null;
}
interface FrameBody {
  readonly id: string;
  readonly imageUrl: string;
  readonly sourcePts: number;
  readonly ptsMs: number;
}
interface Problem {
  readonly code: string;
  readonly errors?: readonly { readonly path: string }[];
}
interface Items<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/** 320×240 pixels, 2 s, a test card: nothing in it is real. */
interface ClipInCase {
  readonly id: string;
  readonly claimId: string;
  readonly frame: FrameBody;
}

let site: Site;
let desk: DeskDriver;
let caseId: string;
let lead: Person;
let amira: Person;
let bilal: Person;
let first: ClipInCase;
let second: ClipInCase;

beforeAll(async () => {
  site = await startSite();
  desk = await DeskDriver.start({ env: { EGRESS_ALLOW: `127.0.0.1:${site.port}` } });
  caseId = (await desk.post<{ id: string }>('cases', { title: 'Annotations' })).body.id;
  [lead, amira, bilal] = await Promise.all([
    newPerson(desk, { caseId, role: 'lead' }),
    newPerson(desk, { caseId, role: 'reviewer' }),
    newPerson(desk, { caseId, role: 'reviewer' }),
  ]);
  [first, second] = await Promise.all([clipInCase('first', caseId), clipInCase('second', caseId)]);
});
afterAll(async () => {
  await desk.stop();
  await site.close();
});

async function clipInCase(name: string, of: string): Promise<ClipInCase> {
  const { id } = await desk.submitAndWait({
    url: `${site.origin}/clip.mp4?${name}`,
    caseId: of,
    claims: { location: { statement: 'an example town (invented)' } },
  });
  const frames = await desk.get<Items<FrameBody>>(`clips/${id}/frames`);
  const claims = await desk.get<Items<{ id: string }>>(`clips/${id}/claims`);
  const [frame, claim] = [frames.body.items[0], claims.body.items[0]];
  if (frame === undefined || claim === undefined) throw new Error('the clip has no frame or no claim');
  return { id, claimId: claim.id, frame };
}

const fragment = (value: string) => ({ type: 'FragmentSelector', value });
const svg = (shapes: string) => ({ type: 'SvgSelector', value: `<svg>${shapes}</svg>` });
const text = (value: string) => ({ type: 'TextualBody', value });

function onFrame({ frame }: ClipInCase, selector: object, more: object = {}) {
  return { type: 'Annotation', target: { source: frame.imageUrl, selector }, ...more };
}

function annotate(clip: ClipInCase, selector: object, more: object = {}, by: Person = amira) {
  const body = onFrame(clip, selector, more);
  return desk.post<AnnotationBody>(`frames/${clip.frame.id}/annotations`, body, by.as);
}

function onTime(clip: ClipInCase, selector: object, more: object = {}) {
  const target = { source: `/api/v1/clips/${clip.id}/original`, selector };
  const body = { type: 'Annotation', target, ...more };
  return desk.post<AnnotationBody & Problem>(`clips/${clip.id}/annotations`, body, amira.as);
}

function problemOf({ status, body }: Answer<unknown>) {
  const { code, errors } = body as Problem;
  return [status, code, errors?.[0]?.path];
}

async function idsOf(path: string, by: Person = amira): Promise<string[]> {
  const { body } = await desk.get<Items<{ id: string }>>(`${path}?limit=200`, by.as);
  return body.items.map(({ id }) => id);
}

describe('an annotation of a frame', () => {
  it('is a W3C Web Annotation, anchored to the original and its time base', async () => {
    const selector = fragment('xywh=percent:10.5,20,8,12');
    const made = await annotate(first, selector, {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      motivation: 'identifying',
      body: [
        { ...text('minaret'), purpose: 'tagging', language: 'en' },
        text('with a green dome (invented)'),
      ],
    });
    expect([made.status, made.headers.get('location')]).toEqual([201, `/api/v1/annotations/${made.body.id}`]);
    expect(made.body).toMatchObject({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'Annotation',
      motivation: 'identifying',
      target: { source: first.frame.imageUrl, selector },
      creator: { id: amira.userId },
      anchor: { sourcePts: first.frame.sourcePts, ptsMs: first.frame.ptsMs, startMs: null },
      frameId: first.frame.id,
      version: 1,
    });
    expect(await idsOf(`frames/${first.frame.id}/annotations`)).toContain(made.body.id);
    expect(await idsOf(`clips/${first.id}/annotations`)).toContain(made.body.id);
    const clip = await desk.get<{ original: { sha256: string } }>(`clips/${first.id}`);
    expect(made.body.anchor.originalSha256).toBe(clip.body.original.sha256);

    const again = await desk.get<AnnotationBody>(`annotations/${made.body.id}`, amira.as);
    expect(again.body).toEqual(made.body);
    const etag = again.headers.get('etag') ?? '';
    const unchanged = await desk.get(`annotations/${made.body.id}`, { ...amira.as, 'if-none-match': etag });
    expect([etag, unchanged.status]).toEqual([made.headers.get('etag'), 304]);
  });

  it('is taken and answered as JSON-LD, with an absolute source', async () => {
    const body = onFrame(first, fragment('xywh=percent:1,1,2,2'));
    const target = { ...body.target, source: `${desk.url}${first.frame.imageUrl}` };
    const profile = 'profile="http://www.w3.org/ns/anno.jsonld"';
    const made = await desk.post<AnnotationBody>(
      `frames/${first.frame.id}/annotations`,
      { ...body, target },
      {
        ...amira.as,
        'content-type': `application/ld+json; ${profile}`,
        accept: `application/ld+json; ${profile}`,
      },
    );
    expect(made.status).toBe(201);
    expect(made.headers.get('content-type')).toMatch(
      /^application\/ld\+json; profile="http:\/\/www\.w3\.org/,
    );
    expect(made.body.target.source).toBe(first.frame.imageUrl);
  });

  it('may be drawn in pixels: kept as written, and answered in percent or with a viewBox', async () => {
    const rectangle = await annotate(first, fragment('xywh=32,24,160,120'));
    expect(rectangle.body).toMatchObject({
      target: { selector: { value: 'xywh=percent:10,10,50,50' } },
      selectorAsWritten: fragment('xywh=32,24,160,120'),
    });
    const polygon = await annotate(first, svg('<polygon points="0,0 320,0 160,240"/>'));
    expect(polygon.body.target.selector?.value).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 240"><polygon points="0,0 320,0 160,240"/></svg>',
    );
    const point = await annotate(first, { type: 'PointSelector', x: 33.3, y: 50 });
    expect(point.body.target.selector).toEqual({ type: 'PointSelector', x: 33.3, y: 50 });
  });

  it('keeps its words as they were written: markup, right-to-left overrides, any script', async () => {
    const words = '<script>alert(1)</script> \u202Egpj.exe\u202C مقبرة خان السبل';
    const { body } = await annotate(first, fragment('xywh=percent:0,0,1,1'), { body: text(words) });
    expect((await desk.get<AnnotationBody>(`annotations/${body.id}`, amira.as)).body.body[0]?.value).toBe(
      words,
    );
  });

  it('may be sent to the clip that the frame is of', async () => {
    const body = onFrame(first, fragment('xywh=percent:3,3,3,3'));
    const made = await desk.post<AnnotationBody>(`clips/${first.id}/annotations`, body, amira.as);
    expect([made.status, made.body.frameId]).toEqual([201, first.frame.id]);
    const other = await desk.post(`clips/${second.id}/annotations`, body, amira.as);
    expect(problemOf(other)).toEqual([400, 'wrong_target', 'target.source']);
  });

  it('is made once for one Idempotency-Key', async () => {
    const body = onFrame(first, fragment('xywh=percent:4,4,4,4'));
    const headers = { ...amira.as, 'idempotency-key': 'one-rectangle' };
    const send = () => desk.post<AnnotationBody>(`frames/${first.frame.id}/annotations`, body, headers);
    const [once, twice] = [await send(), await send()];
    expect([twice.status, twice.body.id]).toEqual([201, once.body.id]);
    expect(twice.headers.get('location')).toBe(once.headers.get('location'));
  });

  it('may be made although a part of the processing has failed', async () => {
    const failed = "update clip_part set state = 'failed' where clip_id = $1 and part = 'frames'";
    await desk.asOwner(failed, [second.id]);
    expect((await annotate(second, fragment('xywh=percent:1,1,1,1'))).status).toBe(201);
  });

  it('survives a new extraction of the frames', async () => {
    const clip = await clipInCase('again', caseId);
    const made = await annotate(clip, fragment('xywh=percent:1,2,3,4'));
    const before = await desk.get<AnnotationBody>(`annotations/${made.body.id}`, amira.as);
    // As the frames stage replaces a clip's frames: the same times, new ids.
    const columns =
      'clip_id, pts_ms, source_pts, time_base, frame_number, kind, width, height, sha256, thumb_sha256, veiled_sha256';
    await desk.asOwner(
      `with old as (delete from frame where clip_id = $1 returning *)
         insert into frame (id, index, ${columns}) select gen_random_uuid(), index + 1000, ${columns} from old`,
      [clip.id],
    );
    const frames = await desk.get<Items<FrameBody>>(`clips/${clip.id}/frames`);
    const anew = frames.body.items.find(({ sourcePts }) => sourcePts === clip.frame.sourcePts);
    if (anew === undefined) throw new Error('the frame is gone');
    expect(anew.id).not.toBe(clip.frame.id);
    expect(await idsOf(`frames/${anew.id}/annotations`)).toEqual([made.body.id]);
    const after = await desk.get<AnnotationBody>(`annotations/${made.body.id}`, amira.as);
    expect(after.body).toEqual({
      ...before.body,
      frameId: anew.id,
      target: { ...before.body.target, source: anew.imageUrl },
    });
    expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'));
    const body = onFrame({ ...clip, frame: anew }, fragment('xywh=percent:1,2,3,5'));
    const replaced = await desk.request('PUT', `annotations/${made.body.id}`, body, {
      ...amira.as,
      'if-match': before.headers.get('etag') ?? '',
    });
    expect(replaced.status).toBe(200);
  });
});

describe('an annotation of a time range', () => {
  it('names a part of the clip, and may be refined by a region', async () => {
    const selector = { ...fragment('t=0.5,1.25'), refinedBy: svg('<circle cx="160" cy="120" r="24"/>') };
    const { status, body } = await onTime(first, selector, { body: text('a shot (invented)') });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      target: {
        source: `/api/v1/clips/${first.id}/original`,
        selector: { type: 'FragmentSelector', value: 't=0.5,1.25', refinedBy: { type: 'SvgSelector' } },
      },
      anchor: { startMs: 500, endMs: 1250, sourcePts: null, ptsMs: null },
      frameId: null,
    });
    expect(await idsOf(`clips/${first.id}/annotations`)).toContain(body.id);
    const open = await onTime(first, fragment('t=1&xywh=pixel:0,0,320,120'));
    expect(open.body.target.selector?.value).toMatch(/^t=1,2(\.\d+)?&xywh=percent:0,0,100,50$/);
  });

  it.each([
    ['end before start', 't=1.5,0.5', 'end_before_start', 'target.selector'],
    ['an end after the clip has ended', 't=0,7', 'past_the_end', 'target.selector'],
    ['no time at all', 'xywh=percent:1,1,2,2', 'bad_selector', 'target.selector'],
    ['a time that is none', 't=noon,NaN', 'bad_selector', 'target.selector.value'],
  ])('refuses %s', async (_what, value, code, path) => {
    expect(problemOf(await onTime(first, fragment(value)))).toEqual([400, code, path]);
  });
});

describe('what an annotation may not be', () => {
  const regions: [string, object, string][] = [
    ['a region outside the frame', fragment('xywh=percent:90,90,20,20'), 'outside_frame'],
    ['pixels outside the frame', fragment('xywh=300,200,100,100'), 'outside_frame'],
    ['a negative size', fragment('xywh=percent:10,10,-5,5'), 'bad_selector'],
    ['a size that is no number', fragment('xywh=percent:NaN,0,5,5'), 'bad_selector'],
    ['a time range on a frame', fragment('t=1,2'), 'bad_selector'],
    ['a script in the drawing', svg('<script>alert(1)</script>'), 'bad_selector'],
    ['a picture from elsewhere', svg('<image href="https://example.org/a.png"/>'), 'bad_selector'],
    ['a handler', svg('<rect width="9" height="9" onclick="alert(1)"/>'), 'bad_selector'],
    ['a path', svg('<path d="M0 0L9 9"/>'), 'bad_selector'],
    ['ten thousand points', svg(`<polygon points="${'1,2 '.repeat(10_000)}"/>`), 'too_many_points'],
  ];
  it.each(regions)('%s', async (_what, selector, code) => {
    const before = await idsOf(`clips/${first.id}/annotations`);
    const answer = await annotate(first, selector);
    const [status, found, path] = problemOf(answer);
    expect([status, found]).toEqual([400, code]);
    expect(path).toMatch(/^target\.selector/);
    expect(await idsOf(`clips/${first.id}/annotations`)).toEqual(before);
  });

  const fields: [string, object, string, string][] = [
    ['a creator of its own choice', { creator: { id: newId() } }, 'invalid_request', 'creator'],
    ['an id of its own choice', { id: newId() }, 'invalid_request', 'id'],
    ['HTML by name', { body: { ...text('x'), format: 'text/html' } }, 'invalid_request', 'body.0.format'],
    ['a body with a foreign field', { body: [{ ...text('x'), src: 'x' }] }, 'invalid_request', 'body.0.src'],
    ['another vocabulary', { '@context': 'https://example.org/' }, 'invalid_request', '@context'],
    ['text that cannot be kept', { body: text('a\u0000b') }, 'invalid_request', 'body.0.value'],
    ['a stance on no claim', { stance: 'supports' }, 'invalid_request', 'stance'],
    ['a claim that is not there', { claimId: newId() }, 'unknown_claim', 'claimId'],
    ['a subject that is not there', { subjectId: newId() }, 'unknown_subject', 'subjectId'],
    [
      'a place off the map',
      { landmark: { lat: 91, lon: 0, agree: true } },
      'invalid_request',
      'landmark.lat',
    ],
  ];
  it.each(fields)('%s', async (_what, more, code, path) => {
    const answer = await annotate(first, fragment('xywh=percent:1,1,1,1'), more);
    expect(problemOf(answer)).toEqual([400, code, path]);
  });

  it('of another frame than that of the address', async () => {
    for (const source of [
      second.frame.imageUrl,
      `https://elsewhere.example${first.frame.imageUrl}`,
      `${first.frame.imageUrl}?veil=1`,
      'javascript:alert(1)',
    ]) {
      const body = { type: 'Annotation', target: { source } };
      const answer = await desk.post(`frames/${first.frame.id}/annotations`, body, amira.as);
      expect(problemOf(answer)).toEqual([400, 'wrong_target', 'target.source']);
    }
  });

  it("of another case's frame, or with another case's subject or claim", async () => {
    const other = (await desk.post<{ id: string }>('cases', { title: 'Elsewhere' })).body.id;
    const theirs = await clipInCase('theirs', other);
    const subject = await desk.post<{ id: string }>('subjects', { caseId: other, kind: 'person', name: 'X' });
    expect((await annotate(theirs, fragment('xywh=percent:1,1,1,1'))).status).toBe(404);
    const whole = fragment('xywh=percent:1,1,1,1');
    expect(problemOf(await annotate(first, whole, { subjectId: subject.body.id }))).toEqual([
      400,
      'unknown_subject',
      'subjectId',
    ]);
    expect(problemOf(await annotate(first, whole, { claimId: theirs.claimId }))).toEqual([
      400,
      'unknown_claim',
      'claimId',
    ]);
    expect((await desk.get(`subjects/${subject.body.id}`, amira.as)).status).toBe(404);
  });

  it('of a closed clip; nor may one be changed there', async () => {
    const clip = await clipInCase('closed', caseId);
    const made = await annotate(clip, fragment('xywh=percent:1,1,1,1'));
    await desk.asOwner("update clip set work_hold = 'closed' where id = $1", [clip.id]);
    const answers = [
      await annotate(clip, fragment('xywh=percent:1,1,1,1')),
      await onTime(clip, fragment('t=0,1')),
      await desk.request(
        'PUT',
        `annotations/${made.body.id}`,
        onFrame(clip, fragment('xywh=percent:2,2,2,2')),
        amira.as,
      ),
      await desk.request('DELETE', `annotations/${made.body.id}`, undefined, amira.as),
    ];
    expect(answers.map((answer) => problemOf(answer).slice(0, 2))).toEqual(
      answers.map(() => [409, 'clip_closed']),
    );
  });
});

describe('a later wording', () => {
  it('may be sent as the annotation was read, with other words; what the desk sets stays as it is', async () => {
    const made = await annotate(first, fragment('xywh=percent:7,7,5,5'), { body: text('a gate (invented)') });
    const path = `annotations/${made.body.id}`;
    const { body: read } = await desk.get<object>(path, amira.as);
    const put = (over: object) => desk.request<AnnotationBody>('PUT', path, { ...read, ...over }, amira.as);
    expect(problemOf(await put({ creator: { id: bilal.userId } }))).toEqual([
      400,
      'invalid_request',
      'creator',
    ]);
    const changed = await put({ body: text('a door (invented)') });
    expect([changed.status, changed.body.version]).toEqual([200, 2]);
  });

  it('and a first one may be written in any form that says the same', async () => {
    const { target } = onFrame(first, fragment('xywh=percent:8,8,5,5'));
    const forms = [
      { type: ['Annotation'], bodyValue: 'a well (invented)', target: [target] },
      { type: 'Annotation', target: `${target.source}#xywh=percent:8,8,5,5` },
    ];
    for (const form of forms) {
      const made = await desk.post<AnnotationBody>(`frames/${first.frame.id}/annotations`, form, amira.as);
      expect([made.status, made.body.target.source]).toEqual([201, target.source]);
    }
  });

  it('is its maker’s or a lead’s, checks the version, and keeps what was said before', async () => {
    const made = await annotate(first, fragment('xywh=percent:5,5,5,5'), { body: text('a man (invented)') });
    const path = `annotations/${made.body.id}`;
    const etag = made.headers.get('etag') ?? '';
    const wording = (value: string) =>
      onFrame(first, fragment('xywh=percent:6,6,5,5'), { body: text(value) });
    const put = (body: object, by: Person, ifMatch?: string) =>
      desk.request<AnnotationBody>('PUT', path, body, {
        ...by.as,
        ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
      });

    expect(problemOf(await put(wording('mine now'), bilal))).toEqual([403, 'not_yours', undefined]);
    expect((await put({ ...wording('a boy'), id: made.body.id }, amira, etag)).body.version).toBe(2);
    expect(problemOf(await put(wording('late'), amira, etag))).toEqual([412, 'version_conflict', undefined]);
    expect(problemOf(await put({ ...wording('x'), id: newId() }, amira))).toEqual([
      400,
      'invalid_request',
      'id',
    ]);
    expect((await put(wording('a boy'), amira)).body.version).toBe(2);
    expect((await put(wording('a child'), lead)).body).toMatchObject({
      version: 3,
      creator: { id: amira.userId },
    });

    const revisions = await desk.get<
      Items<{ version: number; changedBy: string; content: { body: unknown } }>
    >(`${path}/revisions`, bilal.as);
    expect(revisions.body.items.map(({ version, changedBy }) => [version, changedBy])).toEqual([
      [2, lead.userId],
      [1, amira.userId],
    ]);
    expect(revisions.body.items[1]?.content.body).toEqual([text('a man (invented)')]);
    expect(await actionsOf(first, made.body.id)).toEqual([
      'annotation.made 1',
      'annotation.changed 2',
      'annotation.changed 3',
    ]);
  });

  it('of two at once from the same version is taken from one', async () => {
    const made = await annotate(first, fragment('xywh=percent:8,8,5,5'));
    const headers = { ...amira.as, 'if-match': made.headers.get('etag') ?? '' };
    const answers = await Promise.all(
      ['left', 'right'].map((value) => {
        const body = onFrame(first, fragment('xywh=percent:8,8,5,5'), { body: text(value) });
        return desk.request('PUT', `annotations/${made.body.id}`, body, headers);
      }),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 412]));
  });

  it('may be its withdrawal: off the lists, on record, and final', async () => {
    const made = await annotate(first, fragment('xywh=percent:5,5,5,5'));
    const path = `annotations/${made.body.id}`;
    expect((await desk.request('DELETE', path, undefined, bilal.as)).status).toBe(403);
    expect((await desk.request('DELETE', path, undefined, amira.as)).status).toBe(204);
    expect((await desk.request('DELETE', path, undefined, amira.as)).status).toBe(204);
    expect(await idsOf(`clips/${first.id}/annotations`)).not.toContain(made.body.id);
    expect((await desk.get<AnnotationBody>(path, bilal.as)).body.withdrawnAt).not.toBeNull();
    const again = await desk.request('PUT', path, onFrame(first, fragment('xywh=percent:6,5,5,5')), amira.as);
    expect(problemOf(again)).toEqual([409, 'annotation_withdrawn', undefined]);
    expect(await actionsOf(first, made.body.id)).toEqual(['annotation.made 1', 'annotation.withdrawn 2']);
  });
});

async function actionsOf(clip: ClipInCase, annotationId: string): Promise<string[]> {
  const { body } = await desk.get<
    Items<{ action: string; body: { annotationId?: string; version?: number } }>
  >(`clips/${clip.id}/custody?limit=200`, lead.as);
  return body.items
    .filter((event) => event.body.annotationId === annotationId)
    .map((event) => `${event.action} ${event.body.version}`);
}

describe('a subject', () => {
  it('marked in two clips links them', async () => {
    const subject = await desk.post<{ id: string; version: number }>(
      'subjects',
      { caseId, kind: 'person', name: 'Man in the red scarf (invented)' },
      amira.as,
    );
    expect(subject.status).toBe(201);
    const more = { subjectId: subject.body.id, motivation: 'identifying' };
    const a = await annotate(first, fragment('xywh=percent:10,10,10,10'), more);
    const b = await annotate(second, fragment('xywh=percent:20,10,10,10'), more, bilal);
    const c = await onTime(second, fragment('t=0.5,1.5'), more);

    interface Appearing {
      clips: { clipId: string; annotations: { id: string; thumbUrl: string | null }[]; lastMs: number }[];
    }
    const { body, headers } = await desk.get<Appearing>(`subjects/${subject.body.id}`, bilal.as);
    const byClip = new Map(body.clips.map((clip) => [clip.clipId, clip.annotations.map(({ id }) => id)]));
    expect(byClip).toEqual(new Map([[first.id, [a.body.id]], [second.id, [b.body.id, c.body.id]]])); // prettier-ignore
    expect(body.clips.find(({ clipId }) => clipId === second.id)?.lastMs).toBe(1500);
    // Enough to draw the mark over its frame, and to know whether that must be veiled.
    expect(body.clips.find(({ clipId }) => clipId === first.id)).toMatchObject({
      sensitivity: 'none',
      annotations: [
        {
          imageUrl: first.frame.imageUrl,
          size: { width: 320, height: 240 },
          selector: { type: 'FragmentSelector', value: 'xywh=percent:10,10,10,10' },
        },
      ],
    });
    const here = await desk.get<Items<{ id: string; here: object; elsewhere: { clipId: string }[] }>>(
      `clips/${first.id}/subjects`,
      bilal.as,
    );
    const marked = here.body.items.find(({ id }) => id === subject.body.id);
    expect(marked?.here).toMatchObject({ clipId: first.id, annotations: [{ id: a.body.id }] });
    expect(marked?.elsewhere.map(({ clipId }) => clipId)).toEqual([second.id]);

    await desk.request('DELETE', `annotations/${a.body.id}`, undefined, amira.as);
    const later = await desk.get<Appearing>(`subjects/${subject.body.id}`, {
      ...bilal.as,
      'if-none-match': headers.get('etag') ?? '',
    });
    expect([later.status, later.body.clips.map(({ clipId }) => clipId)]).toEqual([200, [second.id]]);
  });

  it('is found by case, kind and part of its name, and changed against its version', async () => {
    const made = await desk.post<{ id: string }>(
      'subjects',
      { caseId, kind: 'insignia', name: '100%_example patch', mapPoint: { lat: 35.76, lon: 36.76 } },
      amira.as,
    );
    const find = (query: string) =>
      desk.get<Items<{ id: string }>>(`subjects?case=${caseId}&${query}`, bilal.as);
    expect((await find('kind=insignia&q=0%25_EX')).body.items.map(({ id }) => id)).toEqual([made.body.id]);
    expect((await find('q=nobody')).body.items).toEqual([]);
    const patch = (ifMatch: string) =>
      desk.request<{ version: number; description: string }>(
        'PATCH',
        `subjects/${made.body.id}`,
        { description: 'sleeve (invented)', mapPoint: null },
        { ...bilal.as, 'if-match': ifMatch },
      );
    const etag = (await desk.get(`subjects/${made.body.id}`, bilal.as)).headers.get('etag') ?? '';
    expect((await patch(etag)).body).toMatchObject({
      version: 2,
      description: 'sleeve (invented)',
      mapPoint: null,
    });
    expect(problemOf(await patch(etag))).toEqual([412, 'version_conflict', undefined]);
  });

  it('that is no landmark has no place on the map to agree with', async () => {
    const kinds = await Promise.all(
      ['landmark', 'person'].map(async (kind) => {
        const { body } = await desk.post<{ id: string }>('subjects', { caseId, kind, name: kind }, amira.as);
        return body.id;
      }),
    );
    const landmark = { lat: 35.76, lon: 36.76, agree: false, note: 'the dome is missing (invented)' };
    const mark = (more: object) => annotate(first, fragment('xywh=percent:1,1,9,9'), { landmark, ...more });
    expect((await mark({ subjectId: kinds[0] })).body).toMatchObject({ landmark });
    expect((await mark({})).status).toBe(201);
    expect(problemOf(await mark({ subjectId: kinds[1] }))).toEqual([400, 'not_a_landmark', 'landmark']);
  });
});

describe('in a blind case', () => {
  it('what somebody marked is shared at once with the other reviewers: it is evidence, no judgement', async () => {
    const clip = await clipInCase('blind', caseId);
    const about = { claimId: clip.claimId, stance: 'contradicts' };
    const { body } = await annotate(clip, fragment('xywh=percent:1,1,9,9'), about);
    await judge(clip, amira);
    expect(await idsOf(`clips/${clip.id}/annotations`, bilal)).toEqual([body.id]);
    expect(await idsOf(`frames/${clip.frame.id}/annotations`, bilal)).toEqual([body.id]);
    expect((await desk.get(`annotations/${body.id}`, bilal.as)).status).toBe(200);
  });
});

describe('a mark that contradicts a concluded claim', () => {
  it('asks for attention once, when it newly does so, and leaves the verdict', async () => {
    const clip = await clipInCase('concluded', caseId);
    const dome = await annotate(clip, fragment('xywh=percent:40,10,20,20'), {
      body: text('a dome (invented)'),
    });
    const evidence = [{ kind: 'annotation', ref: dome.body.id }];
    const confirmed = { verdict: 'confirmed', rationale: 'the dome fits (invented)', evidence };
    for (const person of [amira, bilal]) {
      const { status } = await desk.post(`claims/${clip.claimId}/assessments`, confirmed, person.as);
      expect(status).toBe(201);
    }
    const stateOf = async () => {
      const { version, claims } = (await desk.get<Status>(`clips/${clip.id}/status`, lead.as)).body;
      return { version, verdict: claims[0]?.verdict, needsAttention: claims[0]?.needsAttention };
    };
    const concluded = await stateOf();
    const about = { claimId: clip.claimId, stance: 'supports' };
    const made = await annotate(clip, fragment('xywh=percent:1,1,9,9'), about);
    expect([concluded.verdict, await stateOf()]).toEqual(['confirmed', concluded]);
    const against = onFrame(clip, fragment('xywh=percent:1,1,9,9'), { ...about, stance: 'contradicts' });
    await desk.request('PUT', `annotations/${made.body.id}`, against, amira.as);
    const asked = { verdict: 'confirmed', needsAttention: true, version: concluded.version + 1 };
    expect(await stateOf()).toEqual(asked);
    await desk.post(`frames/${clip.frame.id}/annotations`, against, bilal.as);
    expect(await stateOf()).toEqual(asked);
  });
});

interface Status {
  readonly version: number;
  readonly claims: readonly { readonly verdict: string; readonly needsAttention: boolean }[];
}

/** Straight into the table: this suite is not about judging. */
async function judge(clip: ClipInCase, by: Person): Promise<void> {
  await desk.asOwner(
    `insert into judgement (id, kind, claim_id, clip_id, made_by, verdict, rationale, evidence)
       values ($1, 'assessment', $2, $3, $4, 'inconclusive', 'invented', '[]')`,
    [newId(), clip.claimId, clip.id, by.userId],
  );
}

describe('verification of the store', () => {
  it('finds an annotation, an earlier wording and a subject that were changed behind the desk’s back', async () => {
    const made = await annotate(first, fragment('xywh=percent:7,7,7,7'), { body: text('as it was') });
    const path = `annotations/${made.body.id}`;
    await desk.request('PUT', path, onFrame(first, fragment('xywh=percent:7,7,8,8')), amira.as);
    const { body: subject } = await desk.post<{ id: string }>(
      'subjects',
      { caseId, kind: 'vehicle', name: 'White van (invented)' },
      amira.as,
    );
    await desk.asOwner(
      'update annotation set body = \'[{"type":"TextualBody","value":"else"}]\' where id = $1',
      [made.body.id],
    );
    await desk.asOwner("update annotation_revision set content = '{}' where annotation_id = $1", [
      made.body.id,
    ]);
    await desk.asOwner("update subject set name = 'Black van (invented)' where id = $1", [subject.id]);
    await desk.post('custody/verification');
    const { differences } = await desk.verified();
    const found = differences.map(({ code, subject: about }) => `${code} ${about}`);
    expect(found.filter((line) => /annotation|subject/.test(line)).toSorted()).toEqual(
      [
        `V032 annotation/${made.body.id}`,
        `V032 annotation_revision/${made.body.id}.1`,
        `V032 subject/${subject.id}`,
      ].toSorted(),
    );
  });
});
