import { expect, it } from '@jest/globals';
import type { Schemas } from '@/api/problem';
import { differencesOf } from './differences';

const said = (verdict: string, refs: string[], credibility = 6) =>
  ({ verdict, credibility, evidence: refs.map((ref) => ({ kind: 'frame', ref })) }) as Schemas['Assessment'];

it('one alone differs from nobody', () => {
  expect(differencesOf([said('refuted', ['a'])])).toEqual({
    verdict: false,
    credibility: false,
    evidence: new Set(),
  });
});

it('marks another verdict, another credibility, and evidence that only some name', () => {
  expect(differencesOf([said('refuted', ['a', 'b']), said('confirmed', ['b', 'c'], 2)])).toEqual({
    verdict: true,
    credibility: true,
    evidence: new Set(['frame a', 'frame c']),
  });
});
