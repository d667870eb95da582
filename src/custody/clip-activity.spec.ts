import { describe, expect, it } from '@jest/globals';
import { activityOf, readActivity, writeActivity } from './clip-activity.js';

describe('the activity of a clip', () => {
  it('is told once for each clip, and goes through a notification', () => {
    const told = activityOf([
      { chain: 'case', clipId: 'one', action: 'annotation.made' },
      { chain: 'case', clipId: 'one', action: 'finding.made' },
      { chain: 'case', clipId: 'two', action: 'comment.made' },
    ]);
    expect(told.map((activity) => readActivity(writeActivity(activity)))).toEqual([
      { clipId: 'one', caseId: 'case' },
      { clipId: 'two', caseId: 'case' },
    ]);
    expect(readActivity('')).toBeUndefined();
  });

  it('leaves out judgements, looks and what belongs to no clip', () => {
    expect(
      activityOf([
        { chain: 'case', clipId: 'one', action: 'assessment.made' },
        { chain: 'case', clipId: 'one', action: 'ruling.made' },
        { chain: 'case', clipId: 'one', action: 'verdict.changed' },
        { chain: 'case', clipId: 'one', action: 'original.viewed' },
        { chain: 'case', action: 'subject.created' },
      ]),
    ).toEqual([]);
  });
});
