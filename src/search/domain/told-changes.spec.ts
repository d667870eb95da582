import { describe, expect, it } from '@jest/globals';
import { toldChanges } from './told-changes.js';

describe('what a story tells of a private payload', () => {
  it('compares field by field and leaves out what stayed', () => {
    const payload = {
      before: { title: 'Old', tags: ['a'], priority: 1 },
      after: { title: 'New \u202E', tags: ['a'], priority: 1, advanceWarning: 'graphic' },
      reason: 'clearer',
    };
    expect(toldChanges('clip.updated', payload)).toEqual([
      { field: 'title', before: 'Old', after: 'New \u202E' },
      { field: 'advanceWarning', before: null, after: 'graphic' },
      { field: 'reason', before: null, after: 'clearer' },
    ]);
  });

  it('tells what was said when something was made', () => {
    expect(
      toldChanges('claim.added', { before: null, after: { statement: 'here' }, rows: { 'claim/1': 'ab' } }),
    ).toEqual([{ field: 'statement', before: null, after: 'here' }]);
  });

  it('never passes on who submitted, digests of rows, or anything that no action names', () => {
    const payload = {
      submittedBy: '0197',
      canonicalUrl: 'x',
      note: 'seen',
      rows: { a: 'b' },
      surprise: 'secret',
    };
    expect(toldChanges('clip.submitted', payload)).toEqual([{ field: 'note', before: null, after: 'seen' }]);
    expect(toldChanges('original.viewed', payload)).toEqual([]);
  });
});
