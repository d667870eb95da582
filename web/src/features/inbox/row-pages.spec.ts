import { expect, it } from '@jest/globals';
import { cursorAbove, pagesFor, withNext } from './row-pages';

it('puts a cursor just above a clip, also where the last digits turn over', () => {
  expect(cursorAbove('01970000-0000-7000-8000-000000000001')).toBe('01970000-0000-7000-8000-000000000002');
  expect(cursorAbove('01970000-0000-7000-8000-ffffffffffff')).toBe('01970000-0000-7000-8001-000000000000');
  const id = '0197a1b2-c3d4-7000-bfff-fffffffffffe';
  expect(cursorAbove(id) > id).toBe(true);
});

it('asks for the page ahead before its rows are reached, and for none that is not known', () => {
  expect(pagesFor(0, 20, 1)).toEqual([0]);
  expect(pagesFor(0, 49, 3)).toEqual([0]);
  expect(pagesFor(30, 60, 3)).toEqual([0, 1]);
  expect(pagesFor(390, 420, 3)).toEqual([1, 2]);
  expect(pagesFor(390, 420, 2)).toEqual([1]);
  expect(pagesFor(0, -1, 0)).toEqual([]);
});

it('learns where pages begin, and forgets what lies behind a beginning that moved', () => {
  const known = withNext([null], 0, 'a');
  expect(known).toEqual([null, 'a']);
  expect(withNext(known, 0, 'a')).toBe(known);
  expect(withNext([null, 'a', 'b'], 0, 'c')).toEqual([null, 'c']);
  expect(withNext([null, 'a', 'b'], 1, null)).toEqual([null, 'a']);
  expect(withNext([null], 0, null)).toEqual([null]);
});
