import { expect, it } from '@jest/globals';
import type { Schemas } from '@/api/problem';
import { newsAgainst, sidesOf } from './evidence-sides';

const finding = (id: string, over: Partial<Schemas['Finding']> = {}) =>
  ({
    id,
    claimId: 'c',
    stance: 'supports',
    withdrawn: null,
    createdAt: '2026-01-02',
    ...over,
  }) as Schemas['Finding'];
const mark = (id: string, over: Partial<Schemas['Annotation']> = {}) =>
  ({ id, claimId: 'c', stance: 'contradicts', withdrawnAt: null, ...over }) as Schemas['Annotation'];

it('puts what speaks for before what speaks against, and leaves out other claims', () => {
  const { sides } = sidesOf(
    'c',
    [finding('against', { stance: 'contradicts' }), finding('for'), finding('elsewhere', { claimId: 'd' })],
    [mark('marked'), mark('gone', { withdrawnAt: '2026-01-03' })],
  );
  expect(
    sides.map(({ stance, findings, annotations }) => [stance, findings.length, annotations.length]),
  ).toEqual([
    ['supports', 1, 0],
    ['contradicts', 1, 1],
  ]);
});

it('a withdrawn argument speaks for nobody, and is kept', () => {
  const gone = finding('gone', { withdrawn: { by: null, reason: 'wrong', at: '2026-01-03' } });
  expect(sidesOf('c', [gone], [])).toEqual({ sides: [], withdrawn: [gone] });
});

it('tells what is new against a conclusion', () => {
  const all = [
    finding('old', { stance: 'contradicts', createdAt: '2026-01-01' }),
    finding('new', { stance: 'contradicts', createdAt: '2026-01-03' }),
    finding('fits', { createdAt: '2026-01-03' }),
    finding('note', { stance: 'neutral', createdAt: '2026-01-03' }),
  ];
  const ids = (verdict: 'confirmed' | 'refuted' | 'inconclusive') =>
    newsAgainst(verdict, '2026-01-02', all).map(({ id }) => id);
  expect(ids('confirmed')).toEqual(['new']);
  expect(ids('refuted')).toEqual(['fits']);
  expect(ids('inconclusive')).toEqual(['new', 'fits']);
});
