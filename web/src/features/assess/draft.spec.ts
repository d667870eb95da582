import { describe, expect, it } from '@jest/globals';
import { emptyDraft, gapsOf, isEmpty, readDraft, withEvidence, type Draft } from './draft';

const whole: Draft = {
  verdict: 'refuted',
  credibility: 4,
  rationale: 'the hill is another (invented)',
  evidence: [{ kind: 'url', ref: 'https://news.example.org/' }],
  checklist: { landmarks: { state: 'done', note: '' } },
};

describe('what is still missing', () => {
  it('is everything at the beginning and nothing at the end', () => {
    expect(gapsOf(emptyDraft)).toEqual(['verdict', 'evidence', 'rationale']);
    expect(gapsOf(whole)).toEqual([]);
  });
  it('is a reason that only has spaces', () => {
    expect(gapsOf({ ...whole, rationale: ' \n' })).toEqual(['rationale']);
  });
  it('is what was looked for when nothing was found', () => {
    expect(gapsOf({ ...whole, evidence: [{ kind: 'none_found' }] })).toEqual(['noteOfNone']);
    expect(gapsOf({ ...whole, evidence: [{ kind: 'none_found', note: 'three archives' }] })).toEqual([]);
  });
});

it('the same evidence counts once', () => {
  const again = withEvidence(whole.evidence, {
    kind: 'url',
    ref: 'https://news.example.org/',
    note: 'again',
  });
  expect(again).toBe(whole.evidence);
  expect(withEvidence(whole.evidence, { kind: 'frame', ref: 'f' })).toHaveLength(2);
});

describe('a stored draft', () => {
  it('comes back as it was', () => {
    expect(readDraft(JSON.stringify(whole))).toEqual(whole);
  });
  it.each(['', '{', 'null', '7', '"x"'])('is none when the text is %j', (text) => {
    expect(readDraft(text)).toBeNull();
  });
  it('drops what is no verdict', () => {
    expect(readDraft('{"verdict":"maybe","evidence":3}')).toEqual(emptyDraft);
  });
});

it('is empty until somebody has said something', () => {
  expect(isEmpty(emptyDraft)).toBe(true);
  expect(isEmpty({ ...emptyDraft, rationale: 'a' })).toBe(false);
});
