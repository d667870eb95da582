import { expect, it } from '@jest/globals';
import { changedFields, overwritten, type Label } from './label.js';

const before: Label = {
  title: 'A square',
  tags: ['night'],
  sensitivity: 'none',
  priority: 'normal',
  advanceWarning: '',
};

it('a label that says the same is not sent', () => {
  expect(changedFields(before, { ...before, title: ' A square ', tags: ['night', ' '] })).toBeNull();
});

it('only what was changed is sent, an emptied text as nothing', () => {
  expect(changedFields(before, { ...before, title: ' ', sensitivity: 'graphic' })).toEqual({
    title: null,
    sensitivity: 'graphic',
  });
});

it('a tag given twice is one', () => {
  expect(changedFields(before, { ...before, tags: ['night', 'square', 'square '] })).toEqual({
    tags: ['night', 'square'],
  });
});

it('what both changed is named, what only one of them changed is not, nor what both made the same', () => {
  const now: Label = { ...before, title: 'A square at night', tags: ['night', 'square'], priority: 'high' };
  const mine = { title: 'The north square', sensitivity: 'graphic', priority: 'high' } as const;
  expect(overwritten(before, now, mine)).toEqual(['title']);
  expect(overwritten(now, now, mine)).toEqual([]);
  expect(overwritten(before, now, null)).toEqual([]);
});
