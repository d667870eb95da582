import { describe, expect, it } from '@jest/globals';
import { draftOf, emptyDraft, lacksOf, requestOf, type Annotation, type Draft } from './draft';

const size = { width: 320, height: 240 };
const source = '/api/v1/frames/1/image';

function drawn(over: Partial<Draft> = {}): Draft {
  return {
    ...emptyDraft('rectangle', { frameId: '1', ptsMs: 0 }),
    shape: { kind: 'rectangle', at: { x: 10, y: 20 }, width: 30, height: 40 },
    label: 'minaret',
    ...over,
  };
}

function annotation(over: Partial<Annotation> = {}): Annotation {
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'a',
    type: 'Annotation',
    motivation: 'identifying',
    body: [
      { type: 'TextualBody', purpose: 'commenting', value: 'said elsewhere', language: 'en' },
      { type: 'TextualBody', purpose: 'tagging', value: 'gate' },
      { type: 'TextualBody', purpose: 'replying', value: 'more' },
    ],
    target: { source, selector: { type: 'FragmentSelector', value: 'xywh=percent:1,2,3,4' } },
    selectorAsWritten: null,
    creator: { id: 'u' },
    created: '2026-01-01T00:00:00.000Z',
    modified: '2026-01-01T00:00:00.000Z',
    anchor: {
      originalSha256: '',
      sourcePts: 1,
      timeBase: '1/25',
      ptsMs: 40,
      frameNumber: 1,
      startMs: null,
      endMs: null,
    },
    subjectId: null,
    claimId: null,
    stance: null,
    landmark: null,
    version: 3,
    clipId: 'c',
    frameId: '1',
    withdrawnAt: null,
    ...over,
  };
}

describe('what a draft lacks', () => {
  it('is nothing when something is drawn and said', () => {
    expect(lacksOf(drawn(), null)).toEqual([]);
  });
  it('is a shape, words, a position, an end', () => {
    expect(lacksOf(drawn({ shape: null, label: ' ' }), null)).toEqual(['shape', 'words']);
    expect(lacksOf(drawn({ landmark: { position: 'here', agree: true, note: '' } }), null)).toEqual([
      'position',
    ]);
    expect(lacksOf({ ...emptyDraft('range', { frameId: '1', ptsMs: 5 }), note: 'shot' }, null)).toEqual([
      'range',
    ]);
  });
  it('counts a line of one point as not drawn', () => {
    const line = drawn({ tool: 'line', shape: { kind: 'line', points: [{ x: 1, y: 1 }] } });
    expect(lacksOf(line, null)).toEqual(['shape']);
  });
});

describe('the request of a draft', () => {
  it('has the label as a tag, the note as a description and no stance without a claim', () => {
    const request = requestOf(drawn({ note: 'two balconies' }), source, size);
    expect(request).toMatchObject({
      motivation: 'describing',
      body: [
        { purpose: 'tagging', value: 'minaret' },
        { purpose: 'describing', value: 'two balconies' },
      ],
      target: { source, selector: { value: 'xywh=percent:10,20,30,40' } },
      stance: null,
    });
  });
  it('links a landmark and a claim', () => {
    const landmark = { position: '35.76, 36.76', agree: false, note: 'no tower' };
    const request = requestOf(drawn({ landmark, claimId: 'k', stance: 'contradicts' }), source, size);
    expect(request).toMatchObject({
      motivation: 'linking',
      landmark: { lat: 35.76, lon: 36.76, agree: false, note: 'no tower' },
      claimId: 'k',
      stance: 'contradicts',
    });
  });
  it('of a change keeps what other programs said', () => {
    const draft = { ...draftOf(annotation(), size), label: 'the north gate' };
    expect(requestOf(draft, source, size).body).toEqual([
      { type: 'TextualBody', purpose: 'tagging', value: 'the north gate' },
      { type: 'TextualBody', purpose: 'commenting', value: 'said elsewhere', language: 'en' },
      { type: 'TextualBody', purpose: 'replying', value: 'more' },
    ]);
  });
  it('of a change keeps a drawing that cannot be changed here', () => {
    const selector = {
      type: 'SvgSelector' as const,
      value:
        '<svg viewBox="0 0 320 240"><ellipse cx="1" cy="2" rx="3" ry="4"/><line x1="0" y1="0" x2="1" y2="1"/></svg>',
    };
    const draft = draftOf(annotation({ target: { source, selector } }), size);
    expect(lacksOf(draft, null)).toEqual([]);
    expect(requestOf(draft, source, size).target.selector).toEqual(selector);
  });
});
