import { expect, it } from '@jest/globals';
import { changedFields, type Label } from './label.js';

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
