import { expect, it } from '@jest/globals';
import { beginning, learnt, pinned } from './list-memory';
import type { RowPage } from './list-queries';

const page = (ids: readonly string[], nextCursor: string | null) =>
  ({ items: ids.map((id) => ({ id })), nextCursor }) as unknown as RowPage;
const newest = '01970000-0000-7000-8000-000000000009';

it('knows how long a list is once its last page has come', () => {
  const one = learnt(beginning, 0, page([newest, 'b'], 'b'));
  expect(one).toMatchObject({ cursors: [null, 'b'], lastPageRows: null, newestId: newest });
  const whole = learnt(one, 1, page(['c'], null));
  expect(whole).toMatchObject({ cursors: [null, 'b'], lastPageRows: 1 });
  expect(learnt(whole, 0, page([newest, 'b'], 'b'))).toBe(whole);
});

it('does not take an empty answer for the newest clip, and learns of it later', () => {
  const empty = learnt(beginning, 0, page([], null));
  expect(empty).toMatchObject({ lastPageRows: 0, newestId: null });
  expect(learnt(empty, 0, page([newest], null))).toMatchObject({ lastPageRows: 1, newestId: newest });
});

it('holds on to the first row, so that newer clips come in above the list', () => {
  const one = learnt(beginning, 0, page([newest], null));
  expect(pinned(one).cursors).toEqual(['01970000-0000-7000-8000-00000000000a']);
  expect(pinned(pinned(one))).toEqual(pinned(one));
  expect(pinned(beginning)).toBe(beginning);
});
