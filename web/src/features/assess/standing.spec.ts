import { describe, expect, it } from '@jest/globals';
import { barToAssess, barToRule, isConcluded, type Standing } from './standing';

const standing: Standing = {
  userId: 'me',
  role: 'reviewer',
  submitterIds: ['sam'],
  isClosed: false,
  verdict: 'contested',
  assessments: [{ madeBy: 'ana', current: true }],
  rulings: [],
};

describe('assessing', () => {
  it.each<[string, Partial<Standing>, string | null]>([
    ['a reviewer may', {}, null],
    ['a lead may', { role: 'lead' }, null],
    ['once more, too', { assessments: [{ madeBy: 'me', current: true }] }, null],
    ['a submitter may not', { role: 'submitter' }, 'not_reviewer'],
    ['nor somebody who left the case', { role: undefined }, 'not_reviewer'],
    ['not on a closed clip', { isClosed: true }, 'clip_closed'],
    ['not of what one handed in', { submitterIds: ['sam', 'me'] }, 'own_submission'],
    ['not after one’s own ruling', { rulings: [{ madeBy: 'me' }] }, 'ruled_by_you'],
  ])('%s', (_name, over, expected) => {
    expect(barToAssess({ ...standing, ...over })).toBe(expected);
  });
});

describe('ruling', () => {
  const lead = { ...standing, role: 'lead' } as const;
  it.each<[string, Partial<Standing>, string | null]>([
    ['a lead may on a contested claim', {}, null],
    ['a reviewer may not', { role: 'reviewer' }, 'not_lead'],
    ['not when nobody differs', { verdict: 'confirmed' }, 'not_contested'],
    ['not after one’s own assessment', { assessments: [{ madeBy: 'me', current: true }] }, 'assessed_by_you'],
    ['not of what one handed in', { submitterIds: ['me'] }, 'own_submission'],
    ['not on a closed clip', { isClosed: true }, 'clip_closed'],
    ['again after one’s own ruling', { rulings: [{ madeBy: 'me' }] }, null],
  ])('%s', (_name, over, expected) => {
    expect(barToRule({ ...lead, ...over })).toBe(expected);
  });
});

it('a contested claim is not concluded', () => {
  expect(isConcluded('contested')).toBe(false);
  expect(isConcluded('undeterminable')).toBe(true);
});
