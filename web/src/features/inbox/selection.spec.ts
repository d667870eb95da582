import { expect, it } from '@jest/globals';
import { extended, nothingSelected, toggled } from './selection';

const idAt = (index: number) => ['a', 'b', 'c', undefined, 'e'][index];

it('chooses and lets go, and a range goes from the row that was touched last', () => {
  const one = toggled(nothingSelected, 1, 'b');
  expect([...one.ids]).toEqual(['b']);
  expect([...extended(one, 4, idAt).ids].toSorted()).toEqual(['b', 'c', 'e']);
  expect([...extended(one, 0, idAt).ids].toSorted()).toEqual(['a', 'b']);
  expect(toggled(one, 1, 'b').ids.size).toBe(0);
});

it('a range without a beginning is the row alone', () => {
  expect([...extended(nothingSelected, 2, idAt).ids]).toEqual(['c']);
});
