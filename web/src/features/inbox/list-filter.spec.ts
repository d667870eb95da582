import { expect, it } from '@jest/globals';
import { chipNames, knownTotal, readFilter, readQuery, without, writeQuery } from './list-filter';

it('reads an address whatever the router made of its values, and leaves out what it does not know', () => {
  expect(readFilter({ q: 2020, hasMatches: true, tag: '', work: ['a'], nonsense: 'x' })).toEqual({
    q: '2020',
    hasMatches: 'true',
  });
});

it('writes one query for one list, and reads it back', () => {
  const query = writeQuery({ tag: 'مقبرة & more', case: 'c1' }, 'oldest');
  expect(query).toBe(writeQuery({ case: 'c1', tag: 'مقبرة & more' }, 'oldest'));
  expect(readQuery(query)).toEqual({ case: 'c1', tag: 'مقبرة & more', order: 'oldest' });
});

it('a circle is one chip and goes as one', () => {
  const filter = { near: '1,2', radiusM: '500', work: 'closed' };
  expect(chipNames(filter)).toEqual(['work', 'near']);
  expect(without(filter, 'near')).toEqual({ work: 'closed' });
});

it('knows how many there are only where the counts say it', () => {
  const counts = { total: 9, processing: {}, work: { closed: 4 }, verification: {} };
  expect(knownTotal({}, counts)).toBe(9);
  expect(knownTotal({ case: 'c' }, counts)).toBe(9);
  expect(knownTotal({ work: 'closed' }, counts)).toBe(4);
  expect(knownTotal({ work: 'assigned' }, counts)).toBe(0);
  expect(knownTotal({ work: 'closed', tag: 'x' }, counts)).toBeUndefined();
  expect(knownTotal({ q: 'x' }, counts)).toBeUndefined();
});
