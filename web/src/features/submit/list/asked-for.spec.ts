import { expect, it } from '@jest/globals';
import { EMPTY_FIELDS, linkRow } from '../rows/row';
import { askedFor, repeatedRows } from './asked-for';

const rows = [
  linkRow('https://example.org/1', { key: 'a' }),
  linkRow('nothing', { key: 'b' }),
  linkRow('https://example.org/2', { key: 'c', fields: { ...EMPTY_FIELDS, caseId: 'other' } }),
  linkRow(' https://example.org/1', { key: 'd' }),
];

it('links are asked about in the case into which they are to go', () => {
  expect(askedFor(rows, { ...EMPTY_FIELDS, caseId: 'shared' })).toEqual([
    { caseId: 'shared', keys: ['a', 'd'], urls: ['https://example.org/1', 'https://example.org/1'] },
    { caseId: 'other', keys: ['c'], urls: ['https://example.org/2'] },
  ]);
});

it('a link that repeats names the row that had it first', () => {
  expect([...repeatedRows(rows)]).toEqual([['d', 1]]);
});
